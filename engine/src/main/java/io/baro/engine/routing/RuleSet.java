package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;
import java.util.List;

/**
 * One version of the operator's rules, swapped whole. Says which rules fire and what they give; changes nothing but the call's
 * and the queue's own marks. Runs on: routing thread.
 */
final class RuleSet {
    /** Fired rules are a 32-bit set in every message. */
    static final int MAX_RULES = 32;

    private final int version;
    private final long maxBoostMillis;
    private final List<Rule> rules;

    RuleSet(int version, long maxBoostMillis, List<Rule> rules) {
        this.version = version;
        this.maxBoostMillis = maxBoostMillis;
        this.rules = List.copyOf(rules);
    }

    /** No rules: everybody through the menu, first come first served. */
    static RuleSet none() {
        return new RuleSet(0, 0, List.of());
    }

    /** Version the operator gave, 0 before any was loaded. */
    int version() {
        return version;
    }

    /** Largest head start that anybody gets: nobody is overtaken by someone who joined later than this after him. */
    long maxBoostMillis() {
        return maxBoostMillis;
    }

    /** Marks a call with the rules about its caller: what it gets wherever it will wait. */
    void markAtEntry(Call call, ContactHistory contacts, long nowMillis) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.isAboutCallerOnly() && rule.holdsForCaller(call, contacts, nowMillis)) {
                call.rulesFired |= rule.bit();
            }
        }
        giveWhatFired(call);
    }

    /** Marks a call with the rules about the queue it is joining, too. */
    void markAtJoin(Call call, ContactHistory contacts, long nowMillis) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (isOn(rule, call.queue) && rule.holdsForCaller(call, contacts, nowMillis)) {
                call.rulesFired |= rule.bit();
            }
        }
        giveWhatFired(call);
    }

    /** Whether a rule asks a past-the-menu route for the call. */
    boolean routesToAgent(Call call) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).routeToAgent && fired(call, rules.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Bits of the rules that now ask to offer this waiting call a callback; 0: none. */
    int callbackRules(Call call, ContactHistory contacts, long nowMillis) {
        int bits = 0;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.offerCallback && isOn(rule, call.queue) && rule.holdsForCaller(call, contacts, nowMillis)) {
                bits |= rule.bit();
            }
        }
        return bits;
    }

    /** Switches the rules about a queue on or off for it, and tells the changes of those with hysteresis. */
    void refresh(CallQueue queue, Decisions decisions) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.isAboutCallerOnly()) {
                continue;
            }
            boolean wasOn = (queue.spikes & rule.bit()) != 0;
            boolean on = rule.holdsForQueue(queue, wasOn);
            if (on != wasOn) {
                queue.spikes ^= rule.bit();
                if (rule.hasUntil()) {
                    decisions.spikeChanged(queue, rule.id(), on);
                }
            }
        }
    }

    /** Switches everything off for a queue, and tells it: the next rule set knows nothing of these. */
    void switchOff(CallQueue queue, Decisions decisions) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.hasUntil() && (queue.spikes & rule.bit()) != 0) {
                decisions.spikeChanged(queue, rule.id(), false);
            }
        }
        queue.spikes = 0;
    }

    private static boolean isOn(Rule rule, CallQueue queue) {
        return rule.isAboutCallerOnly() || (queue.spikes & rule.bit()) != 0;
    }

    private static boolean fired(Call call, Rule rule) {
        return (call.rulesFired & rule.bit()) != 0;
    }

    private void giveWhatFired(Call call) {
        long boost = 0;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (fired(call, rule)) {
                boost += rule.boostMillis;
                call.shedNever |= rule.shedNever;
            }
        }
        call.boostMillis = Math.min(boost, maxBoostMillis);
    }
}
