package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.message.RuleField;

/**
 * What a rule is asked about: one call, one queue, or both, at one time. Reused for every question, changes neither. Runs on:
 * routing thread.
 */
final class RuleFacts {
    /** What is not known; a comparison with it is unknown too. */
    static final long UNKNOWN = Long.MIN_VALUE;

    static final long TRUE = 1;
    static final long FALSE = 0;

    private final ContactHistory contacts;
    private Call call;
    private CallQueue queue;
    private long nowMillis;

    RuleFacts(ContactHistory contacts) {
        this.contacts = contacts;
    }

    /** Asks about a call that has chosen no queue yet, or a queue of its own. */
    RuleFacts about(Call asked, long timeMillis) {
        call = asked;
        queue = asked.queue;
        nowMillis = timeMillis;
        return this;
    }

    /** Asks about a queue alone. */
    RuleFacts about(CallQueue asked, long timeMillis) {
        call = null;
        queue = asked;
        nowMillis = timeMillis;
        return this;
    }

    /** The field's value, or {@link #UNKNOWN}. */
    long value(RuleField field, long windowMillis) {
        return switch (field) {
            case CALLER_AGE -> call == null || call.callerAge() < 0 ? UNKNOWN : call.callerAge();
            case CALLER_CONTACTS -> call == null ? UNKNOWN : contacts.count(call.callerKey(), nowMillis, windowMillis);
            case CALLER_WITHHELD -> call == null ? UNKNOWN : truth(call.callerKey() == 0);
            case CALL_WAITED -> call == null ? UNKNOWN : call.waitedMillis(nowMillis);
            case CALL_CENTRE -> call == null ? UNKNOWN : call.pbxId();
            case QUEUE_KIND, QUEUE_EWT, QUEUE_WAITING, QUEUE_STAFFED, QUEUE_ARRIVALS ->
                queue == null ? UNKNOWN : ofQueue(field);
            case NONE, NULL_VAL -> UNKNOWN;
        };
    }

    static long truth(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    private long ofQueue(RuleField field) {
        return switch (field) {
            case QUEUE_KIND -> queue.kind();
            case QUEUE_EWT -> queue.ewtMillis(nowMillis);
            case QUEUE_WAITING -> queue.waitingCount();
            case QUEUE_STAFFED -> queue.staffed();
            case QUEUE_ARRIVALS -> queue.arrivals().perMinute(nowMillis);
            default -> UNKNOWN;
        };
    }
}
