package io.baro.acd.report;

/** Owns what a journal tells of one call's caller; times are epoch milliseconds, -1: it did not happen. One thread. */
final class RecordedCall {
    static final long NEVER = -1;
    static final int NOWHERE = -1;

    final long callId;
    final long arrivedMillis;
    final long callerKey;
    final int age;
    final int entryQueueId;
    final int dedicatedAgentId;
    final int teamQueueId;
    long loopMillis = NEVER;
    int chosenQueueId = NOWHERE;
    boolean throughMenu;
    long connectedMillis = NEVER;
    long talkEndedMillis = NEVER;
    boolean agentEndedTalk;
    long callbackOfferedMillis = NEVER;
    long callbackAcceptedMillis = NEVER;
    boolean callbackDeclined;
    long goneMillis = NEVER;
    /** Left the line otherwise than by giving up: by a callback, by a diversion, into the fallback queue. */
    boolean takenAway;

    RecordedCall(
            long callId,
            long arrivedMillis,
            long callerKey,
            int age,
            int entryQueueId,
            int dedicatedAgentId,
            int teamQueueId) {
        this.callId = callId;
        this.arrivedMillis = arrivedMillis;
        this.callerKey = callerKey;
        this.age = age;
        this.entryQueueId = entryQueueId;
        this.dedicatedAgentId = dedicatedAgentId;
        this.teamQueueId = teamQueueId;
    }

    /** He hung up while he waited. */
    boolean gaveUp() {
        return connectedMillis == NEVER && !takenAway && goneMillis != NEVER && loopMillis != NEVER;
    }

    /** How long he is known to have waited, from his first turn of a loop. */
    long waitedMillis(long endMillis) {
        long from = loopMillis == NEVER ? arrivedMillis : loopMillis;
        long to = connectedMillis != NEVER
                ? connectedMillis
                : callbackAcceptedMillis != NEVER
                        ? callbackAcceptedMillis
                        : goneMillis != NEVER ? goneMillis : endMillis;
        return Math.max(0, to - from);
    }
}
