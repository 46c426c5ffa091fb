package io.baro.acd.config;

import io.baro.acd.rule.RuleStep;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.RuleDefinedEncoder;
import io.baro.engine.message.RulesActivatedEncoder;
import io.baro.engine.message.RulesBegunEncoder;
import io.baro.engine.message.RulesCommittedEncoder;
import io.baro.engine.port.Actor;
import org.agrona.MutableDirectBuffer;

/** Tells the router rule sets and which is in force. Owned by the one thread that sends configuration. */
final class RuleCommands {
    private final CommandOffer offer;
    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RulesBegunEncoder begun = new RulesBegunEncoder();
    private final RuleDefinedEncoder rule = new RuleDefinedEncoder();
    private final RulesCommittedEncoder committed = new RulesCommittedEncoder();
    private final RulesActivatedEncoder activated = new RulesActivatedEncoder();

    RuleCommands(CommandOffer offer) {
        this.offer = offer;
        buffer = offer.buffer();
    }

    /** Sends a rule set; the router takes it whole when its last command has come. */
    void commit(RulePlan rules, int sharePermille) {
        begun.wrapAndApplyHeader(buffer, 0, header)
                .version(rules.version())
                .maxBoostMillis(rules.maxBoost().toMillis())
                .ruleCount((short) rules.rules().size())
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        offer.sendMessage(begun.encodedLength());
        for (int ruleId = 0; ruleId < rules.rules().size(); ruleId++) {
            define(ruleId, rules.rules().get(ruleId));
        }
        committed.wrapAndApplyHeader(buffer, 0, header).version(rules.version()).sharePermille(sharePermille);
        offer.sendMessage(committed.encodedLength());
    }

    /** Puts a version that the router still has in force, beside what is in force, or ends the canary. */
    void activate(int version, int sharePermille) {
        activated
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .sharePermille(sharePermille)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        offer.sendMessage(activated.encodedLength());
    }

    private void define(int ruleId, RulePlan.Rule plan) {
        rule.wrapAndApplyHeader(buffer, 0, header).ruleId((short) ruleId);
        rule.actions()
                .clear()
                .routeToAgent(plan.routeToAgent())
                .shedNever(plan.shedNever())
                .offerCallback(plan.offerCallback())
                .divert(plan.divert());
        rule.boostMillis(plan.boost().toMillis()).moveToKind(plan.moveToKind());
        RuleDefinedEncoder.CodeEncoder code = rule.codeCount(plan.code().size());
        for (RuleStep step : plan.code()) {
            code.next().part(step.part()).op(step.op()).field(step.field()).operand(step.operand());
        }
        offer.sendMessage(rule.encodedLength());
    }
}
