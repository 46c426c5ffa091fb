package io.baro.acd.ami;

/** Reads and writes whole numbers as ASCII digits without a String; never allocates. Safe for any thread. */
public final class Decimal {
    /** Most digits of a long. */
    public static final int MAX_DIGITS = 19;

    private static final int RADIX = 10;

    private Decimal() {}

    /** The number in {@code bytes[from, to)}; -1 unless it is 1 to 18 digits and nothing else. */
    public static long parse(byte[] bytes, int from, int to) {
        // 18 digits always fit; none of our numbers needs 19.
        if (to <= from || to - from >= MAX_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit >= RADIX) {
                return -1;
            }
            number = number * RADIX + digit;
        }
        return number;
    }

    /** Writes {@code number} (from 0) at {@code at} and returns the place after it. */
    public static int write(byte[] bytes, int at, long number) {
        int end = at + digits(number);
        long rest = number;
        for (int i = end - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % RADIX);
            rest /= RADIX;
        }
        return end;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number; rest >= RADIX; rest /= RADIX) {
            digits++;
        }
        return digits;
    }
}
