package io.baro.engine.runtime.single;

import io.baro.engine.journal.Journal;
import org.agrona.DirectBuffer;

/** A journal whose commands become durable when the test says so. */
final class SlowDisk implements Journal {
    private volatile long appended = -1;
    private volatile long durable = -1;

    @Override
    public void append(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
        appended = sequence;
    }

    @Override
    public void flush() {}

    @Override
    public long durableSequence() {
        return durable;
    }

    @Override
    public boolean waitsForDevice() {
        return true;
    }

    @Override
    public void close() {}

    long appendedSequence() {
        return appended;
    }

    void makeDurable(long sequence) {
        durable = sequence;
    }
}
