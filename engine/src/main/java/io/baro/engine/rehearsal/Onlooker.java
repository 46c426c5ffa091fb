package io.baro.engine.rehearsal;

import org.agrona.DirectBuffer;

/** Sees all that goes into the router and all that comes out, in order, on the rehearsal's thread. It changes nothing. */
public interface Onlooker {
    /** A command is about to be applied: message header first. */
    default void onCommand(long timeMillis, DirectBuffer buffer, int offset, int length) {}

    /** A decision of the command at hand: message header first. The buffer is used again. */
    default void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {}

    /** The command at hand has had all its effects. */
    default void afterCommand(long timeMillis) {}
}
