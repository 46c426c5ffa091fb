package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.message.ConditionField;
import java.util.List;

/**
 * One rule of the operator: conditions on the caller, on the queue, and what follows. Immutable; evaluates without allocating.
 * Runs on: routing thread.
 */
final class Rule {
    private final int id;
    private final List<Condition> onCaller;
    private final List<Condition> onQueue;
    private final List<Condition> until;
    final boolean routeToAgent;
    final boolean shedNever;
    final boolean offerCallback;
    final long boostMillis;

    /** What a rule does when it fires. */
    record Actions(boolean routeToAgent, boolean shedNever, boolean offerCallback, long boostMillis) {}

    Rule(int id, List<Condition> when, List<Condition> until, Actions actions) {
        this.id = id;
        this.onCaller =
                when.stream().filter(condition -> !condition.isAboutQueue()).toList();
        this.onQueue = when.stream().filter(Condition::isAboutQueue).toList();
        this.until = List.copyOf(until);
        this.routeToAgent = actions.routeToAgent();
        this.shedNever = actions.shedNever();
        this.offerCallback = actions.offerCallback();
        this.boostMillis = actions.boostMillis();
    }

    /** Its bit among the rules that fired. */
    int bit() {
        return 1 << id;
    }

    /** Place in the operator's file, from 0. */
    int id() {
        return id;
    }

    /** Whether it can fire before a queue is known. */
    boolean isAboutCallerOnly() {
        return onQueue.isEmpty();
    }

    /** Whether the operator asked for hysteresis. */
    boolean hasUntil() {
        return !until.isEmpty();
    }

    /** Whether its conditions on the caller hold; true if it has none. */
    boolean holdsForCaller(Call call, ContactHistory contacts, long nowMillis) {
        for (int i = 0; i < onCaller.size(); i++) {
            if (!holdsForCaller(onCaller.get(i), call, contacts, nowMillis)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is switched on for a queue, given whether it was: {@code until} switches off what {@code when} switched on. */
    boolean holdsForQueue(CallQueue queue, boolean wasOn) {
        if (wasOn && hasUntil()) {
            return !allHold(until, queue);
        }
        return allHold(onQueue, queue);
    }

    private static boolean holdsForCaller(Condition condition, Call call, ContactHistory contacts, long nowMillis) {
        return switch (condition.field()) {
            case CALLER_AGE -> call.callerAge() >= 0 && condition.holds(call.callerAge());
            case CALLER_CONTACTS ->
                condition.holds(contacts.count(call.callerKey(), nowMillis, condition.windowMillis()));
            case QUEUE_EWT, QUEUE_WAITING, NULL_VAL -> false;
        };
    }

    private static boolean allHold(List<Condition> conditions, CallQueue queue) {
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            int waiting = queue.waiting.size();
            if (!condition.holds(condition.field() == ConditionField.QUEUE_EWT ? queue.ewtMillis(waiting) : waiting)) {
                return false;
            }
        }
        return true;
    }
}
