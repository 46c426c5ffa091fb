package io.baro.acd.ami;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
        LONG_TAIL_UNKNOWN,
        LONG_TAIL_BUILT;

        // An index into arrays of this run, never stored or sent: the constants may change their order.
        @SuppressWarnings("EnumOrdinal")
        private int index() {
            return ordinal();
        }
    }

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
    private final Map<AmiEventKind, AtomicLong> kinds = new EnumMap<>(AmiEventKind.class);

    public WireCounters() {
        for (AmiEventKind kind : AmiEventKind.values()) {
            kinds.put(kind, new AtomicLong());
        }
    }

    /** Counts a block of that kind, genuine or not. */
    public void saw(AmiEventKind kind) {
        AtomicLong seen = kinds.get(kind);
        seen.setRelease(seen.getPlain() + 1);
    }

    public long seen(AmiEventKind kind) {
        return kinds.get(kind).getAcquire();
    }

    void add(Count count, long more) {
        int index = count.index();
        counts.setRelease(index, counts.getPlain(index) + more);
    }

    void increment(Count count) {
        add(count, 1);
    }

    /** For counts that the lane's thread writes. */
    void incrementShared(Count count) {
        counts.incrementAndGet(count.index());
    }

    public long get(Count count) {
        return counts.getAcquire(count.index());
    }
}
