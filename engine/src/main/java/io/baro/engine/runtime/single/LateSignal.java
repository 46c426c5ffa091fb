package io.baro.engine.runtime.single;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;

/**
 * Wakes the journal's thread when a command has been routed, not when it was put into the ring: who publishes routes at once, and on a shared core
 * the thread that he wakes would run before him. Whoever publishes calls {@link #signal} afterwards, and so does whoever halts the ring. Runs on: any
 * thread.
 */
final class LateSignal implements WaitStrategy {
    private final BlockingWaitStrategy blocking = new BlockingWaitStrategy();

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        return blocking.waitFor(sequence, cursor, dependent, barrier);
    }

    /** Not yet. */
    @Override
    public void signalAllWhenBlocking() {}

    /** Now. */
    void signal() {
        blocking.signalAllWhenBlocking();
    }
}
