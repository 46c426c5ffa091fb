package io.baro.bench.socket;

import java.nio.charset.StandardCharsets;

/** One action that a server sent: where the values are that a PBX looks at. Names in any case. Valid during the call. One thread. */
final class ActionBlock {
    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    byte[] bytes = {};
    private int from;
    private int to;
    private int valueFrom;
    private int valueTo;

    void wrap(byte[] in, int begin, int end) {
        bytes = in;
        from = begin;
        to = end;
    }

    /** Finds the value of a header; false: there is none. */
    boolean find(String name) {
        int line = from;
        while (line < to) {
            int end = line;
            while (end < to && bytes[end] != '\r') {
                end++;
            }
            if (isNamed(line, end, name)) {
                valueFrom = line + name.length() + 2;
                valueTo = end;
                return true;
            }
            line = end + 2;
        }
        return false;
    }

    private boolean isNamed(int line, int end, String name) {
        if (end - line < name.length() + 2 || bytes[line + name.length()] != ':') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((bytes[line + i] | 0x20) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int valueFrom() {
        return valueFrom;
    }

    int valueTo() {
        return valueTo;
    }

    String value(String name) {
        return find(name) ? new String(bytes, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8) : "";
    }

    int hex(int begin, int end) {
        return (int) number(begin, end, HEX);
    }

    long decimal(int begin, int end) {
        return number(begin, end, DECIMAL);
    }

    private long number(int begin, int end, int radix) {
        long number = 0;
        for (int i = begin; i < end; i++) {
            number = number * radix + Character.digit(bytes[i], radix);
        }
        return number;
    }
}
