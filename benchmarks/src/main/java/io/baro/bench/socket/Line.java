package io.baro.bench.socket;

import java.nio.charset.StandardCharsets;

/** One trunk line: its present call, how far that is told, and since when it waits to be moved. One thread. */
final class Line {
    /** A line's number within a channel's. */
    static final int LINE_BITS = 11;

    private static final int MOST_LINES = 1 << LINE_BITS;
    private static final int CALLS_PER_EPOCH = 1 << 8;
    private static final long FIRST_EPOCH = 1_795_324_526L;
    private static final int DECIMAL = 10;
    private static final int HEX = 16;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] values = new byte[Field.count()][];
    private final int index;
    private int calls;
    int next;
    boolean awaits;
    long plannedNanos;
    long sentNanos;

    Line(int index) {
        if (index >= MOST_LINES) {
            throw new IllegalArgumentException("line " + index + " of at most " + MOST_LINES);
        }
        this.index = index;
        for (Field field : Field.values()) {
            values[field.index()] = new byte[field.width()];
        }
        value(Field.NUMBER)[0] = '0';
        begin();
    }

    byte[] value(Field field) {
        return values[field.index()];
    }

    /** The next call arrives on the line. */
    void begin() {
        next = 0;
        awaits = false;
        calls++;
        int channel = calls << LINE_BITS | index;
        write(value(Field.CALLER_CHANNEL), 0, 8, channel, HEX);
        write(value(Field.LEG_CHANNEL), 0, 8, channel, HEX);
        long sequence = (long) (calls % CALLS_PER_EPOCH) << LINE_BITS | index;
        id(Field.CALLER_ID, 2 * sequence);
        id(Field.CALL_ID, 2 * sequence);
        id(Field.LEG_ID, 2 * sequence + 1);
        write(value(Field.NUMBER), 1, 10, 1_000_000_000L + channel, DECIMAL);
    }

    private void id(Field field, long sequence) {
        byte[] id = value(field);
        write(id, 0, 10, FIRST_EPOCH + calls / CALLS_PER_EPOCH, DECIMAL);
        id[10] = '.';
        write(id, 11, 8, sequence, DECIMAL);
    }

    /** The caller is moved to that offer of that agent. */
    void moved(long offerId, byte[] bytes, int agentFrom) {
        write(value(Field.OFFER), 0, Field.OFFER_BYTES, offerId, DECIMAL);
        write(value(Field.OFFER_ID), 0, Field.OFFER_BYTES, offerId, DECIMAL);
        System.arraycopy(bytes, agentFrom, value(Field.AGENT), 0, Field.AGENT.width());
        awaits = false;
    }

    /** True if the present call's channel has that number. */
    boolean isCall(int channel) {
        return channel == (calls << LINE_BITS | index);
    }

    private static void write(byte[] target, int from, int width, long number, int radix) {
        long rest = number;
        for (int i = from + width - 1; i >= from; i--) {
            target[i] = DIGITS[(int) (rest % radix)];
            rest /= radix;
        }
    }
}
