package io.baro.engine.runtime.single;

import io.baro.engine.journal.Journal;
import io.baro.engine.message.ConfirmReservationEncoder;
import io.baro.engine.message.DialCallbackEncoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.port.DecisionListener;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Hands decisions to the outside. An assignment goes at once; a reservation's confirmation and a callback's dial wait until the
 * command behind them is durable, so that no promise is lost with the process, and none is kept twice. Runs on: routing thread.
 */
final class OutboundStage implements DecisionListener {
    /**
     * Decisions that may wait for the disk at once; a group commit takes a millisecond, in which nobody presses 1 so often.
     * Beyond it the caller gets no confirmation now: his loop asks again, and the recorded reservation is confirmed then. A callback
     * is not dialled: its offer is lost at its deadline, and made again.
     */
    private static final int MAX_PENDING = 4_096;

    /**
     * A callback whose dial waited longer is not dialled: its offer ends at ring plus grace (5 s), and the agent's phone would ring on.
     * The offer is lost then, and made again.
     */
    private static final long LATEST_DIAL_MILLIS = 2_000;

    /** Room for the longest of them. */
    private static final int PENDING_BYTES = MessageHeaderDecoder.ENCODED_LENGTH + DialCallbackEncoder.BLOCK_LENGTH;

    private final DecisionListener listener;
    private final Journal journal;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final UnsafeBuffer pending = new UnsafeBuffer(new byte[MAX_PENDING * PENDING_BYTES]);
    private final long[] pendingSequence = new long[MAX_PENDING];
    private final long[] pendingTime = new long[MAX_PENDING];
    private final long[] pendingIngress = new long[MAX_PENDING];
    private final int[] pendingLength = new int[MAX_PENDING];
    private long taken;
    private long added;
    private long nowMillis;
    private volatile boolean holding;
    private volatile long forgone;

    OutboundStage(DecisionListener listener, Journal journal) {
        this.listener = listener;
        this.journal = journal;
    }

    /** What follows is decided at that time. */
    void onCommand(long timeMillis) {
        nowMillis = timeMillis;
    }

    @Override
    public void onDecision(
            long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        if (waitsForDisk(header.templateId()) && journal.durableSequence() < sequence) {
            hold(sequence, timeMillis, ingressNanos, buffer, offset);
        } else {
            listener.onDecision(sequence, timeMillis, ingressNanos, buffer, offset, length);
        }
    }

    @Override
    public void onBatchEnd() {
        while (taken < added && pendingSequence[slot(taken)] <= journal.durableSequence()) {
            release(slot(taken));
            taken++;
        }
        boolean holds = taken < added;
        if (holds != holding) {
            holding = holds;
        }
        listener.onBatchEnd();
    }

    /** Whether confirmations wait for the disk: then the ring must be ticked until it answers. From any thread. */
    boolean isHolding() {
        return holding;
    }

    /** Decisions that waited for the disk too long, or that had no room to wait. From any thread. */
    long forgone() {
        return forgone;
    }

    private void release(int slot) {
        header.wrap(pending, slot * PENDING_BYTES);
        if (header.templateId() == DialCallbackEncoder.TEMPLATE_ID
                && nowMillis - pendingTime[slot] > LATEST_DIAL_MILLIS) {
            forgo();
            return;
        }
        listener.onDecision(
                pendingSequence[slot],
                pendingTime[slot],
                pendingIngress[slot],
                pending,
                slot * PENDING_BYTES,
                pendingLength[slot]);
    }

    private void hold(long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset) {
        if (added - taken == MAX_PENDING) {
            forgo();
            return;
        }
        int slot = slot(added);
        int length = MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        pending.putBytes(slot * PENDING_BYTES, buffer, offset, length);
        pendingLength[slot] = length;
        pendingSequence[slot] = sequence;
        pendingTime[slot] = timeMillis;
        pendingIngress[slot] = ingressNanos;
        added++;
    }

    /** One thread writes. */
    private void forgo() {
        long before = forgone;
        forgone = before + 1;
    }

    private static boolean waitsForDisk(int templateId) {
        return templateId == ConfirmReservationEncoder.TEMPLATE_ID || templateId == DialCallbackEncoder.TEMPLATE_ID;
    }

    private static int slot(long index) {
        return (int) (index % MAX_PENDING);
    }
}
