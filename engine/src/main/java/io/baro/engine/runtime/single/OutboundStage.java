package io.baro.engine.runtime.single;

import io.baro.engine.journal.Journal;
import io.baro.engine.message.ConfirmReservationEncoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.port.DecisionListener;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Hands decisions to the outside. An assignment goes at once; a reservation's confirmation waits until the command behind it is
 * durable, so that no promise is lost with the process. Runs on: routing thread.
 */
final class OutboundStage implements DecisionListener {
    /**
     * Confirmations that may wait for the disk at once; a group commit takes a millisecond, in which nobody presses 1 so often.
     * Beyond it the caller gets no confirmation now: his loop asks again, and the recorded reservation is confirmed then.
     */
    private static final int MAX_PENDING = 4_096;

    private static final int CONFIRMATION_BYTES =
            MessageHeaderDecoder.ENCODED_LENGTH + ConfirmReservationEncoder.BLOCK_LENGTH;

    private final DecisionListener listener;
    private final Journal journal;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final UnsafeBuffer pending = new UnsafeBuffer(new byte[MAX_PENDING * CONFIRMATION_BYTES]);
    private final long[] pendingSequence = new long[MAX_PENDING];
    private final long[] pendingTime = new long[MAX_PENDING];
    private final long[] pendingIngress = new long[MAX_PENDING];
    private long taken;
    private long added;
    private volatile boolean holding;

    OutboundStage(DecisionListener listener, Journal journal) {
        this.listener = listener;
        this.journal = journal;
    }

    @Override
    public void onDecision(
            long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        if (header.templateId() == ConfirmReservationEncoder.TEMPLATE_ID && journal.durableSequence() < sequence) {
            hold(sequence, timeMillis, ingressNanos, buffer, offset);
        } else {
            listener.onDecision(sequence, timeMillis, ingressNanos, buffer, offset, length);
        }
    }

    @Override
    public void onBatchEnd() {
        while (taken < added && pendingSequence[slot(taken)] <= journal.durableSequence()) {
            int slot = slot(taken);
            listener.onDecision(
                    pendingSequence[slot],
                    pendingTime[slot],
                    pendingIngress[slot],
                    pending,
                    slot * CONFIRMATION_BYTES,
                    CONFIRMATION_BYTES);
            taken++;
        }
        holding = taken < added;
        listener.onBatchEnd();
    }

    /** Whether confirmations wait for the disk: then the ring must be ticked until it answers. From any thread. */
    boolean isHolding() {
        return holding;
    }

    private void hold(long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset) {
        if (added - taken == MAX_PENDING) {
            return;
        }
        int slot = slot(added);
        pending.putBytes(slot * CONFIRMATION_BYTES, buffer, offset, CONFIRMATION_BYTES);
        pendingSequence[slot] = sequence;
        pendingTime[slot] = timeMillis;
        pendingIngress[slot] = ingressNanos;
        added++;
    }

    private static int slot(long index) {
        return (int) (index % MAX_PENDING);
    }
}
