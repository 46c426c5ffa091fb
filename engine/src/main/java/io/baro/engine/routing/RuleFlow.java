package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.RuleActionsDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesActivatedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;

/**
 * Takes rule sets: defined rule by rule, put in force whole, for all calls or a share of them, and back again. Allocates; it runs
 * when rules are loaded. Runs on: routing thread.
 */
final class RuleFlow {
    private final CallCenter center;
    private final Decisions decisions;
    private final RuleBook rules;
    private final Spikes spikes;

    RuleFlow(Router.Parts parts) {
        center = parts.center();
        decisions = parts.decisions();
        rules = parts.rules();
        spikes = new Spikes(parts);
    }

    void begun(RulesBegunDecoder command) {
        rules.begin(command.version(), command.maxBoostMillis(), command.ruleCount());
    }

    void rule(RuleDefinedDecoder command) {
        RuleActionsDecoder actions = command.actions();
        Rule.Actions does = new Rule.Actions(
                actions.routeToAgent(),
                actions.shedNever(),
                actions.offerCallback(),
                actions.divert(),
                command.boostMillis(),
                command.moveToKind());
        Rule rule = Rule.of(command.ruleId(), RuleCode.of(command), does);
        if (rule == null || !rules.add(rule)) {
            decisions.commandRefused(RefusalReason.RULES_INCOMPLETE, RuleDefinedDecoder.TEMPLATE_ID, command.ruleId());
        }
    }

    void committed(RulesCommittedDecoder command) {
        if (!rules.canCommit(command.version())) {
            decisions.commandRefused(
                    RefusalReason.RULES_INCOMPLETE, RulesCommittedDecoder.TEMPLATE_ID, command.version());
            return;
        }
        RuleSet replaced = rules.replacedBy(command.version());
        if (replaced != null) {
            leave(replaced, command.version());
        }
        activate(rules.commit(command.version()), command.sharePermille());
    }

    void activated(RulesActivatedDecoder command) {
        RuleSet set = rules.find(command.version());
        if (set == null) {
            decisions.commandRefused(
                    RefusalReason.UNKNOWN_VERSION, RulesActivatedDecoder.TEMPLATE_ID, command.version());
            return;
        }
        activate(set, command.sharePermille());
    }

    /** A set is kept no more: its calls move to the rules in force, its switches are off. */
    private void leave(RuleSet replaced, int version) {
        spikes.switchOff(replaced, replaced == rules.current() || replaced == rules.canary());
        if (replaced.version() == version) {
            return;
        }
        for (Call call = center.firstCall(); call != null; call = call.next()) {
            if (call.rulesVersion == replaced.version()) {
                call.rulesVersion = rules.current().version();
                call.rulesFired = 0;
            }
        }
    }

    /** What goes out of force is switched off and said so; what comes begins with everything off. */
    private void activate(RuleSet set, int share) {
        RuleSet before = rules.current();
        RuleSet canaryBefore = rules.canary();
        rules.activate(set, share);
        if (before != rules.current()) {
            spikes.switchOff(before, true);
        }
        if (canaryBefore != null && canaryBefore != rules.canary() && canaryBefore != rules.current()) {
            spikes.switchOff(canaryBefore, true);
        }
        decisions.rulesApplied(set.version(), Math.min(share, RuleBook.ALL));
    }
}
