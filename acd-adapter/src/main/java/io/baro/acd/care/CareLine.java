package io.baro.acd.care;

import io.baro.acd.customer.CallerKeys;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/** The cells of one line of {@code care_calls.csv}; a number is read out as bytes alone, never as text. Owned by the thread that loads. */
final class CareLine {
    private final byte[] bytes;
    private final int[] ends;
    private final int from;
    private final int count;
    private final int number;

    /** Cells of {@code bytes[from, to)}, without what is blank at the end. */
    CareLine(int number, byte[] bytes, int from, int to, int mostCells) {
        this.number = number;
        this.bytes = bytes;
        this.from = from;
        ends = new int[mostCells];
        int cells = 0;
        for (int at = from; at <= to; at++) {
            if (at == to || bytes[at] == ',') {
                if (cells < mostCells) {
                    ends[cells] = at;
                }
                cells++;
            }
        }
        count = cells;
    }

    /** From 1. */
    int number() {
        return number;
    }

    int cells() {
        return count;
    }

    String text(int cell) {
        return new String(bytes, start(cell), ends[cell] - start(cell), StandardCharsets.UTF_8);
    }

    /** Where the cell begins, from 1. */
    int column(int cell) {
        return start(cell) - from + 1;
    }

    /** Copies the cell without - and spaces; its length, or -1: it is too long for a number. */
    int digits(int cell, UnsafeBuffer into) {
        int length = 0;
        for (int at = start(cell); at < ends[cell]; at++) {
            if (bytes[at] != '-' && bytes[at] != ' ') {
                if (length == CallerKeys.MAX_NUMBER_BYTES) {
                    return -1;
                }
                into.putByte(length++, bytes[at]);
            }
        }
        return length;
    }

    private int start(int cell) {
        return cell == 0 ? from : ends[cell - 1] + 1;
    }
}
