package io.baro.engine.port;

import org.agrona.DirectBuffer;

/**
 * Carries decisions from a runtime to the outside. Called on the routing thread: it copies and hands over, it never blocks and
 * never throws for a fault of the outside.
 */
public interface DecisionListener {

    /**
     * Takes one decision.
     *
     * @param sequence of the command that led to the decision
     * @param timeMillis of that command, epoch milliseconds
     * @param ingressNanos of that command, see {@link Ingress#offer}
     */
    void onDecision(long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length);

    /** No further decision is ready at once: wake whoever carries them on. */
    void onBatchEnd();
}
