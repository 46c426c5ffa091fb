package io.baro.acd.ami;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts what one connection saw on the wire; written by its event loop only, read from any thread. */
public final class WireCounters {

    /** One thing that is counted. */
    public enum Count {
        BYTES,
        BLOCKS,
        /** A line over 64 KiB or a block over 1 MiB, dropped to the next blank line. */
        OVERSIZED,
        /** A line without a colon, skipped. */
        STRAY_LINES,
        /** A block that was not whole when the connection ended. */
        TORN,
        /** Long-tail events that found their queue full. */
        LONG_TAIL_DROPPED,
        /** Long-tail events that Asterisk-Java could not build. */
        LONG_TAIL_UNKNOWN
    }

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);

    void add(Count count, long more) {
        int index = count.ordinal();
        counts.setRelease(index, counts.getPlain(index) + more);
    }

    void increment(Count count) {
        add(count, 1);
    }

    public long get(Count count) {
        return counts.getAcquire(count.ordinal());
    }
}
