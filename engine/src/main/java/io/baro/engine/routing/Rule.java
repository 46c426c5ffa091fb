package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;

/**
 * One rule of the operator: what it asks of the queue, what of the call, and what follows. Immutable; asking allocates nothing.
 * Runs on: routing thread.
 */
final class Rule {
    private final int id;
    private final Asked asked;
    final Actions actions;

    /**
     * What a rule asks, compiled.
     *
     * @param queue of the queue alone; null: nothing, so the rule can fire before a queue is chosen
     * @param until what switches it off; null: only {@code queue} decides
     * @param call the rest
     */
    record Asked(RuleExpression queue, RuleExpression until, RuleExpression call) {}

    /**
     * What a rule does when it fires.
     *
     * @param moveToKind kind of the queue that the call joins instead; -1: none
     */
    record Actions(
            boolean routeToAgent,
            boolean shedNever,
            boolean offerCallback,
            boolean divert,
            long boostMillis,
            int moveToKind) {}

    Rule(int id, Asked asked, Actions actions) {
        this.id = id;
        this.asked = asked;
        this.actions = actions;
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
    boolean asksNoQueue() {
        return asked.queue() == null;
    }

    /** Whether the operator asked for hysteresis. */
    boolean hasUntil() {
        return asked.until() != null;
    }

    /** Whether what it asks of the call holds. */
    boolean holdsFor(Call call, RuleFacts facts, long nowMillis) {
        return asked.call().value(facts.about(call, nowMillis)) == RuleFacts.TRUE;
    }

    /** Whether it is on for a queue, given whether it was: {@code until} switches off what {@code queue} switched on. */
    boolean isOnFor(CallQueue queue, boolean wasOn, RuleFacts facts, long nowMillis) {
        if (wasOn && hasUntil()) {
            return asked.until().value(facts.about(queue, nowMillis)) != RuleFacts.TRUE;
        }
        return asked.queue().value(facts.about(queue, nowMillis)) == RuleFacts.TRUE;
    }
}
