package io.baro.engine.routing;

import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;

/** Switches rules on and off for queues, and tells it of those in force. Runs on: routing thread. */
final class Spikes {
    private final CallCenter center;
    private final Decisions decisions;
    private final RuleBook rules;
    private final RuleFacts facts;

    Spikes(Router.Parts parts) {
        center = parts.center();
        decisions = parts.decisions();
        rules = parts.rules();
        facts = parts.ruleFacts();
    }

    /** Asks a rule set's rules about a queue again. */
    void refresh(RuleSet set, CallQueue queue, long nowMillis) {
        int changed = set.refresh(queue, facts, nowMillis);
        if (rules.isInForce(set.version())) {
            tell(set, queue, changed);
        }
    }

    /** A rule set goes: what it switched on is off at every queue, and told so unless it was out of force already. */
    void switchOff(RuleSet set, boolean told) {
        for (int i = 0; i < center.limits().queues(); i++) {
            CallQueue queue = center.queue(i);
            if (queue != null) {
                int on = set.spikes(queue);
                queue.switches(set.slot(), 0);
                tell(set, queue, told ? on : 0);
            }
        }
    }

    private void tell(RuleSet set, CallQueue queue, int changed) {
        for (int bits = changed; bits != 0; bits &= bits - 1) {
            int rule = Integer.numberOfTrailingZeros(bits);
            decisions.spikeChanged(queue, rule, (queue.switches(set.slot()) & (1 << rule)) != 0);
        }
    }
}
