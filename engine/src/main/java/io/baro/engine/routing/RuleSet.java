package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.state.State;
import java.util.List;

/**
 * One version of the operator's rules. Says which rules fire and what they give; changes nothing but the call's and the queue's own
 * marks. Runs on: routing thread.
 */
final class RuleSet {
    /** Fired rules are a 32-bit set in every message. */
    static final int MAX_RULES = 32;

    private final int version;
    private final int slot;
    private final long maxBoostMillis;
    private final List<Rule> rules;

    /** Rules that keep their switches at every queue in that slot. */
    RuleSet(int version, int slot, long maxBoostMillis, List<Rule> rules) {
        this.version = version;
        this.slot = slot;
        this.maxBoostMillis = maxBoostMillis;
        this.rules = List.copyOf(rules);
    }

    /** Version the operator gave, 0 before any was loaded. */
    int version() {
        return version;
    }

    /** Where its switches are kept. */
    int slot() {
        return slot;
    }

    /** Largest head start that anybody gets: nobody is overtaken by someone who joined later than this after him. */
    long maxBoostMillis() {
        return maxBoostMillis;
    }

    /** What of a head start that somebody wants by hand is given, so that the bound holds for the call and for those behind it. */
    long headStart(long wantedMillis) {
        return Math.max(0, Math.min(wantedMillis, maxBoostMillis));
    }

    /** Marks a call with the rules that ask no queue: what it gets wherever it will wait. */
    void markAtEntry(Call call, RuleFacts facts, long nowMillis) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.asksNoQueue() && rule.holdsFor(call, facts, nowMillis)) {
                call.rulesFired |= rule.bit();
            }
        }
        giveWhatFired(call);
    }

    /** Marks a call with the rules about the queue it is joining, too. */
    void markAtJoin(Call call, RuleFacts facts, long nowMillis) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (isOn(rule, call.queue) && rule.holdsFor(call, facts, nowMillis)) {
                call.rulesFired |= rule.bit();
            }
        }
        giveWhatFired(call);
    }

    /** Whether a rule asks a past-the-menu route for the call. */
    boolean routesToAgent(Call call) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).actions.routeToAgent() && fired(call, rules.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule that fired keeps the call out of the line. */
    boolean diverts(Call call) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).actions.divert() && fired(call, rules.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Kind of the queue that the first rule that fired and moves wants, or -1. */
    int moveToKind(Call call) {
        for (int i = 0; i < rules.size(); i++) {
            int kind = rules.get(i).actions.moveToKind();
            if (kind >= 0 && fired(call, rules.get(i))) {
                return kind;
            }
        }
        return -1;
    }

    /** Bits of the rules that now ask to offer this waiting call a callback; 0: none. */
    int callbackRules(Call call, RuleFacts facts, long nowMillis) {
        int bits = 0;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.actions.offerCallback() && isOn(rule, call.queue) && rule.holdsFor(call, facts, nowMillis)) {
                bits |= rule.bit();
            }
        }
        return bits;
    }

    /** Switches the rules about a queue on or off for it; returns the bits of those with hysteresis that changed. */
    int refresh(CallQueue queue, RuleFacts facts, long nowMillis) {
        int before = queue.switches(slot);
        int after = before;
        int changed = 0;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.asksNoQueue()) {
                continue;
            }
            boolean wasOn = (before & rule.bit()) != 0;
            if (rule.isOnFor(queue, wasOn, facts, nowMillis) != wasOn) {
                after ^= rule.bit();
                changed |= rule.hasUntil() ? rule.bit() : 0;
            }
        }
        queue.switches(slot, after);
        return changed;
    }

    /** Bits of the rules with hysteresis that are on for a queue. */
    int spikes(CallQueue queue) {
        int bits = 0;
        for (int i = 0; i < rules.size(); i++) {
            bits |= rules.get(i).hasUntil() ? rules.get(i).bit() : 0;
        }
        return bits & queue.switches(slot);
    }

    private boolean isOn(Rule rule, CallQueue queue) {
        return rule.asksNoQueue() || (queue.switches(slot) & rule.bit()) != 0;
    }

    private static boolean fired(Call call, Rule rule) {
        return (call.rulesFired & rule.bit()) != 0;
    }

    private void giveWhatFired(Call call) {
        long boost = 0;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (fired(call, rule)) {
                boost += rule.actions.boostMillis();
                call.shedNever |= rule.actions.shedNever();
            }
        }
        call.boostMillis = Math.min(boost, maxBoostMillis);
    }

    /** The set itself if it is what the state says, else another; null: none. */
    static RuleSet next(State state, RuleSet set) {
        if (!state.next(set != null)) {
            return null;
        }
        int version = state.next(set == null ? 0 : set.version);
        int slot = state.next(set == null ? 0 : set.slot);
        long maxBoostMillis = state.next(set == null ? 0 : set.maxBoostMillis);
        List<Rule> rules = Rule.next(state, set == null ? List.of() : set.rules);
        boolean same = set != null
                && set.version == version
                && set.slot == slot
                && set.maxBoostMillis == maxBoostMillis
                && set.rules.equals(rules);
        return same ? set : new RuleSet(version, slot, maxBoostMillis, rules);
    }
}
