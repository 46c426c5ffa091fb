package io.baro.acd.care;

import org.agrona.DirectBuffer;

/**
 * One line of the list: somebody the centre wants to call. Holds the number sealed and hashed, never open. Immutable; any thread.
 *
 * @param reservationId see {@link CareIds}
 * @param callerKey keyed hash of the number
 * @param sealedNumber for the dialler
 */
public record CareCall(long reservationId, long callerKey, DirectBuffer sealedNumber, Terms terms) {

    /**
     * What an operator may change of a line before the call is made.
     *
     * @param fromMillis not before, epoch milliseconds
     * @param untilMillis not from then on, epoch milliseconds
     * @param behindMillis how far behind those who came at the same time
     */
    public record Terms(int queueId, long fromMillis, long untilMillis, long behindMillis) {}

    boolean isOver(long nowMillis) {
        return terms.untilMillis() <= nowMillis;
    }
}
