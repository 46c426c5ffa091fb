package io.baro.engine.rehearsal;

/**
 * Owns what nobody but the caller decides about one call: when, who, what for, how patient, how long a talk. Immutable. Times are
 * milliseconds.
 *
 * @param number of the call among all calls of its {@link People}, from 0
 * @param callId as recorded; 0: it gets one when it comes
 * @param arrivesMillis epoch
 * @param callerKey 0: withheld
 * @param age years; -1: unknown
 * @param entryQueueId where he waits if a rule sends him past the menu
 * @param dedicatedAgentId as in CallArrived
 * @param teamQueueId as in CallArrived
 * @param menuMillis in the menu
 * @param wishedQueueId what he chooses there; -1: nothing, he hangs up
 * @param patienceMillis from his first turn of a loop until he gives up
 * @param callbackMillis until he answers the offer of a callback
 * @param talkMillis if an agent takes him
 * @param hangsUpFirst he ends the talk, not the agent
 */
public record CallScript(
        int number,
        long callId,
        int pbxId,
        long arrivesMillis,
        long callerKey,
        int age,
        int entryQueueId,
        int dedicatedAgentId,
        int teamQueueId,
        long menuMillis,
        int wishedQueueId,
        long patienceMillis,
        boolean takesCallback,
        long callbackMillis,
        long talkMillis,
        boolean hangsUpFirst) {}
