package io.baro.engine.runtime.single;

import com.lmax.disruptor.EventHandler;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.Router;
import org.agrona.DirectBuffer;

/**
 * Feeds the router, the only caller it has, and hands its decisions to the outbound stage on the same thread: a thread of its own
 * for it would cost a wake-up of 25-55 µs between decision and action (performance.md 3). Runs on: routing thread.
 */
final class RoutingStage implements EventHandler<CommandSlot>, DecisionSink {
    private final Router router;
    private final OutboundStage outbound;
    private final long base;
    private final BatchEnd batchEnd;
    private long sequence;
    private long ingressNanos;
    private volatile long nextDeadlineMillis;

    /** Hears that all commands up to one have been applied, and the time of that one. */
    @FunctionalInterface
    interface BatchEnd {
        void onBatchEnd(long sequence, long timeMillis);
    }

    /** @param base sequence of the ring's first command */
    RoutingStage(Router router, OutboundStage outbound, long base, BatchEnd batchEnd) {
        this.router = router;
        this.outbound = outbound;
        this.base = base;
        this.batchEnd = batchEnd;
        nextDeadlineMillis = router.nextDeadline();
    }

    @Override
    public void onEvent(CommandSlot slot, long slotSequence, boolean endOfBatch) {
        sequence = base + slotSequence;
        ingressNanos = slot.ingressNanos;
        outbound.onCommand(slot.timeMillis);
        router.apply(slot.timeMillis, slot.buffer, 0, this);
        if (endOfBatch) {
            long next = router.nextDeadline();
            // A batch is often one command: a fence only for news.
            if (next != nextDeadlineMillis) {
                nextDeadlineMillis = next;
            }
            outbound.onBatchEnd();
            batchEnd.onBatchEnd(sequence, slot.timeMillis);
        }
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        outbound.onDecision(sequence, timeMillis, ingressNanos, buffer, offset, length);
    }

    /** The router's first deadline, epoch milliseconds, as of the last batch. From any thread. */
    long nextDeadlineMillis() {
        return nextDeadlineMillis;
    }
}
