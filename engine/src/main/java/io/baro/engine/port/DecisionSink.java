package io.baro.engine.port;

import org.agrona.DirectBuffer;

/** Receives what the router decides, on the routing thread, in order. It must copy what it keeps: the buffer is used again. */
@FunctionalInterface
public interface DecisionSink {

    /**
     * Takes one decision.
     *
     * @param timeMillis time of the command that led to the decision, epoch milliseconds
     * @param buffer holds an SBE message header and its message (schema {@code baro-messages.xml}, ids from 101)
     */
    void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length);
}
