package io.baro.acd.customer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Which numbers may be called back: a caller types what he likes, and the centre pays. Immutable; any thread.
 *
 * @param leastDigits of a number
 * @param mostDigits of a number
 * @param allowed beginnings, one of which a number must have
 * @param forbidden beginnings that no number may have, whatever is allowed
 */
public record DialableNumbers(int leastDigits, int mostDigits, List<String> allowed, List<String> forbidden) {
    /** E.164 has at most 15 digits. */
    public static final int MOST_DIGITS = 15;

    public DialableNumbers {
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
    }

    /** Whether the ASCII text is a number that may be dialled. */
    public boolean contains(DirectBuffer ascii, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (ascii.getByte(i) < '0' || ascii.getByte(i) > '9') {
                return false;
            }
        }
        return length >= leastDigits
                && length <= mostDigits
                && allowed.stream().anyMatch(start -> begins(ascii, offset, length, start))
                && forbidden.stream().noneMatch(start -> begins(ascii, offset, length, start));
    }

    private static boolean begins(DirectBuffer ascii, int offset, int length, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.US_ASCII);
        byte[] there = new byte[Math.min(length, wanted.length)];
        ascii.getBytes(offset, there);
        return Arrays.equals(wanted, there);
    }
}
