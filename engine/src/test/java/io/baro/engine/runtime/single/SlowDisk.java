package io.baro.engine.runtime.single;

import io.baro.engine.journal.Journal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/** A journal whose commands become durable, and whose disk fails or stands still, when the test says so. */
final class SlowDisk implements Journal {
    private static final long DEADLINE_SECONDS = 120;

    private final CountDownLatch held = new CountDownLatch(1);
    private volatile CountDownLatch released = new CountDownLatch(0);
    private volatile long appended = -1;
    private volatile long durable = -1;
    private volatile boolean failing;

    @Override
    public void append(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
        appended = sequence;
    }

    @Override
    public void flush() {
        if (released.getCount() > 0) {
            held.countDown();
            awaitLatch(released);
        }
    }

    @Override
    public long durableSequence() {
        return durable;
    }

    @Override
    public boolean isFailing() {
        return failing;
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

    void fail(boolean fails) {
        failing = fails;
    }

    /** Every force waits from now on until the latch is released. */
    CountDownLatch holdForces() {
        released = new CountDownLatch(1);
        return released;
    }

    void awaitHeldForce() {
        awaitLatch(held);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("never happened");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
