package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule of the operator: what it asks of the queue, what of the call, and what follows. Immutable; asking allocates nothing.
 * Runs on: routing thread.
 */
final class Rule {
    private final int id;
    private final RuleCode code;
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
            int moveToKind) {
        private static final Actions NOTHING = new Actions(false, false, false, false, 0, -1);

        private static Actions next(State state, Actions actions) {
            return new Actions(
                    state.next(actions.routeToAgent),
                    state.next(actions.shedNever),
                    state.next(actions.offerCallback),
                    state.next(actions.divert),
                    state.next(actions.boostMillis),
                    state.next(actions.moveToKind));
        }
    }

    private Rule(int id, RuleCode code, Asked asked, Actions actions) {
        this.id = id;
        this.code = code;
        this.asked = asked;
        this.actions = actions;
    }

    /** A rule, or null of broken code. */
    static Rule of(int id, RuleCode code, Actions actions) {
        Asked asked = code.compile();
        return asked == null ? null : new Rule(id, code, asked, actions);
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

    /** The rule itself if it is what the state says, else another; of null another. */
    static Rule next(State state, Rule rule) {
        int id = state.next(rule == null ? 0 : rule.id);
        RuleCode code = RuleCode.next(state, rule == null ? null : rule.code);
        Actions actions = Actions.next(state, rule == null ? Actions.NOTHING : rule.actions);
        boolean same = rule != null && rule.id == id && rule.code.equals(code) && rule.actions.equals(actions);
        return same ? rule : new Rule(id, code, code.compile(), actions);
    }

    /** The rules of a list, and those that the state says in their place. */
    static List<Rule> next(State state, List<Rule> rules) {
        int count = state.next(rules.size());
        List<Rule> visited = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visited.add(next(state, i < rules.size() ? rules.get(i) : null));
        }
        return visited;
    }
}
