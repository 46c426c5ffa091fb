package io.baro.engine.rehearsal;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Owns one number for all decisions of a day, their times and their order: equal for equal days on any machine. One thread. */
final class DecisionHash {
    /** Of SplitMix64 (Steele, Lea, Flood 2014). */
    private static final long FIRST = 0xBF58_476D_1CE4_E5B9L;

    private static final long SECOND = 0x94D0_49BB_1331_11EBL;

    private long value;

    void add(long timeMillis, DirectBuffer buffer, int offset, int length) {
        value = mix(value ^ timeMillis);
        int at = offset;
        for (int end = offset + length - Long.BYTES; at <= end; at += Long.BYTES) {
            value = mix(value ^ buffer.getLong(at, ByteOrder.LITTLE_ENDIAN));
        }
        for (; at < offset + length; at++) {
            value = mix(value ^ buffer.getByte(at));
        }
    }

    /** With a last number beside. */
    long with(long last) {
        return mix(value ^ last);
    }

    private static long mix(long start) {
        long z = start + FIRST;
        z = (z ^ (z >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }
}
