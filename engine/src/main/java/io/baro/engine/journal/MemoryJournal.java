package io.baro.engine.journal;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Keeps the last commands in memory: enough to see what led to a decision, nothing that survives the process. Preallocated; the
 * oldest command gives its slot to the newest. Runs on: routing thread.
 */
public final class MemoryJournal implements Journal {
    private final UnsafeBuffer bytes;
    private final int slotBytes;
    private final int[] lengths;
    private final long[] sequences;
    private final long[] times;
    private long appended;
    private volatile long durable = -1;

    /** Keeps the last {@code capacity} commands of at most {@code slotBytes} bytes each. */
    public MemoryJournal(int capacity, int slotBytes) {
        this.slotBytes = slotBytes;
        bytes = new UnsafeBuffer(new byte[Math.multiplyExact(capacity, slotBytes)]);
        lengths = new int[capacity];
        sequences = new long[capacity];
        times = new long[capacity];
    }

    @Override
    public void append(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
        int slot = (int) (appended % lengths.length);
        bytes.putBytes(slot * slotBytes, buffer, offset, length);
        lengths[slot] = length;
        sequences[slot] = sequence;
        times[slot] = timeMillis;
        appended++;
        durable = sequence;
    }

    /** Reads what is kept, oldest first. Only while nobody appends. */
    public void replay(CommandReader reader) {
        for (long i = Math.max(0, appended - lengths.length); i < appended; i++) {
            int slot = (int) (i % lengths.length);
            reader.onCommand(sequences[slot], times[slot], bytes, slot * slotBytes, lengths[slot]);
        }
    }

    @Override
    public void flush() {}

    @Override
    public long durableSequence() {
        return durable;
    }

    @Override
    public boolean waitsForDevice() {
        return false;
    }

    @Override
    public void close() {}
}
