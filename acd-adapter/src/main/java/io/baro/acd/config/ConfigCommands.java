package io.baro.acd.config;

import io.baro.acd.rule.RuleStep;
import io.baro.engine.message.AgentDefinedEncoder;
import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.QueueDefinedEncoder;
import io.baro.engine.message.RuleDefinedEncoder;
import io.baro.engine.message.RulesActivatedEncoder;
import io.baro.engine.message.RulesBegunEncoder;
import io.baro.engine.message.RulesCommittedEncoder;
import io.baro.engine.message.SettingsDefinedEncoder;
import io.baro.engine.message.Strategy;
import io.baro.engine.port.Ingress;
import java.util.List;
import java.util.Map;
import org.agrona.MutableDirectBuffer;

/**
 * Tells the router a configuration: settings, queues, agents, rules, then who is at work. Never decides. Owned by the one thread
 * that sends configuration.
 */
public final class ConfigCommands {
    private final CommandOffer offer;
    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SettingsDefinedEncoder settings = new SettingsDefinedEncoder();
    private final QueueDefinedEncoder queue = new QueueDefinedEncoder();
    private final AgentDefinedEncoder agent = new AgentDefinedEncoder();
    private final RulesBegunEncoder begun = new RulesBegunEncoder();
    private final RuleDefinedEncoder rule = new RuleDefinedEncoder();
    private final RulesCommittedEncoder committed = new RulesCommittedEncoder();
    private final RulesActivatedEncoder activated = new RulesActivatedEncoder();
    private final AgentLoggedInEncoder loggedIn = new AgentLoggedInEncoder();

    public ConfigCommands(Ingress ingress) {
        offer = new CommandOffer(ingress);
        buffer = offer.buffer();
    }

    /** Sends everything, in the order that leaves no command without what it names. */
    public void sendAll(Configuration configuration) {
        sendSettings(configuration.server());
        for (int pbxId = 0; pbxId < configuration.server().pbxs().size(); pbxId++) {
            for (int index = 0; index < configuration.queues().queues().size(); index++) {
                sendQueue(configuration.queues(), pbxId, index);
            }
        }
        for (int agentId = 0; agentId < configuration.agents().size(); agentId++) {
            sendAgent(configuration, agentId);
        }
        sendRules(configuration.rules());
        for (int agentId = 0; agentId < configuration.agents().size(); agentId++) {
            if (configuration.agents().get(agentId).autoLogin()) {
                loggedIn.wrapAndApplyHeader(buffer, 0, header).agentId(agentId);
                send(loggedIn.encodedLength());
            }
        }
    }

    /** Sends a rule set; the router takes it whole when its last command has come. */
    public void sendRules(RulePlan rules) {
        begun.wrapAndApplyHeader(buffer, 0, header)
                .version(rules.version())
                .maxBoostMillis(rules.maxBoost().toMillis())
                .ruleCount((short) rules.rules().size());
        send(begun.encodedLength());
        for (int ruleId = 0; ruleId < rules.rules().size(); ruleId++) {
            sendRule(ruleId, rules.rules().get(ruleId));
        }
        committed
                .wrapAndApplyHeader(buffer, 0, header)
                .version(rules.version())
                .sharePermille(rules.sharePermille());
        send(committed.encodedLength());
    }

    /** Puts a version that the router still has in force, beside it, or out of force again. */
    public void activateRules(int version, int sharePermille) {
        activated.wrapAndApplyHeader(buffer, 0, header).version(version).sharePermille(sharePermille);
        send(activated.encodedLength());
    }

    private void sendSettings(ServerPlan server) {
        settings.wrapAndApplyHeader(buffer, 0, header)
                .ringMillis(server.ring().toMillis())
                .offerGraceMillis(server.grace().toMillis())
                .wrapUpMillis(server.wrapUp().toMillis())
                .busyPauseMillis(server.busyPause().toMillis());
        send(settings.encodedLength());
    }

    private void sendQueue(QueuePlan plan, int pbxId, int index) {
        Map<String, Integer> needed = plan.queues().get(index).skills();
        queue.wrapAndApplyHeader(buffer, 0, header)
                .queueId(plan.queueId(pbxId, index))
                .pbxId((short) pbxId)
                .kind(index)
                .strategy(Strategy.LONGEST_IDLE)
                .wrapUpMillis(-1)
                .ringMillis(-1)
                .dedicatedMillis(0)
                .lastAgentMillis(0)
                .maxWaiting(-1)
                .maxWaitMillis(-1)
                .whenFull(LimitAction.NONE)
                .whenFullQueueId(-1)
                .whenTooLong(LimitAction.NONE)
                .whenTooLongQueueId(-1)
                .whenClosed(LimitAction.NONE)
                .whenClosedQueueId(-1);
        QueueDefinedEncoder.SkillsEncoder skills = queue.skillsCount(needed.size());
        forEachSkill(
                plan.skills(),
                needed,
                (skillId, level) -> skills.next().skillId(skillId).level(level));
        queue.preferredCount(0);
        send(queue.encodedLength());
    }

    private void sendAgent(Configuration configuration, int agentId) {
        AgentPlan plan = configuration.agents().get(agentId);
        agent.wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .pbxId((short) configuration.pbxIdOf(plan.centre()))
                .weight((short) 10);
        AgentDefinedEncoder.SkillsEncoder skills =
                agent.skillsCount(plan.skills().size());
        forEachSkill(
                configuration.queues().skills(),
                plan.skills(),
                (skillId, level) -> skills.next().skillId(skillId).level(level));
        send(agent.encodedLength());
    }

    private void sendRule(int ruleId, RulePlan.Rule plan) {
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
        send(rule.encodedLength());
    }

    private void send(int messageLength) {
        offer.send(MessageHeaderEncoder.ENCODED_LENGTH + messageLength);
    }

    /** In the order of the skill list, so that the same configuration is the same bytes. */
    private static void forEachSkill(List<String> names, Map<String, Integer> levels, SkillLevel consumer) {
        for (int skillId = 0; skillId < names.size(); skillId++) {
            Integer level = levels.get(names.get(skillId));
            if (level != null) {
                consumer.accept((short) skillId, level.shortValue());
            }
        }
    }

    @FunctionalInterface
    private interface SkillLevel {
        void accept(short skillId, short level);
    }
}
