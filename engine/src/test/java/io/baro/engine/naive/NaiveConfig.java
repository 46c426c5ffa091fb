package io.baro.engine.naive;

import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.CallbackPolicyDefinedDecoder;
import io.baro.engine.message.LadderStepDefinedDecoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OutcomePolicyDefinedDecoder;
import io.baro.engine.message.QueueClosedDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.QueueOpenedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesActivatedDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the operator says of the floor and of the rules. */
final class NaiveConfig {
    private static final Set<OfferOutcome> WITH_POLICY =
            Set.of(OfferOutcome.NO_ANSWER, OfferOutcome.BUSY, OfferOutcome.REJECTED, OfferOutcome.UNREACHABLE);
    private static final int DEFAULT_WEIGHT = 10;
    private static final int MOST_STEPS = 8;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveAgents agents;
    private final NaiveRules rules;

    NaiveConfig(NaiveCentre centre, NaiveDecisions decisions, NaiveAgents agents, NaiveRules rules) {
        this.centre = centre;
        this.decisions = decisions;
        this.agents = agents;
        this.rules = rules;
        centre.policies.put(OfferOutcome.NO_ANSWER, new NaiveCentre.Policy(0, 1));
        restWhenBusy();
    }

    void settings(SettingsDefinedDecoder command) {
        centre.ring = command.ringMillis();
        centre.grace = command.offerGraceMillis();
        centre.wrapUp = command.wrapUpMillis();
        centre.busyPause = command.busyPauseMillis();
        restWhenBusy();
    }

    void callbackPolicy(CallbackPolicyDefinedDecoder command) {
        centre.mostAttempts = Math.max(1, command.mostAttempts());
        centre.busyRetry = command.busyRetryMillis();
        centre.noAnswerRetry = command.noAnswerRetryMillis();
        centre.trunkRetry = command.trunkRetryMillis();
        centre.callbackLife = command.lifeMillis();
        centre.callbackRing = command.ringMillis();
        centre.callbackYield = Math.max(0, command.yieldMillis());
    }

    private void restWhenBusy() {
        NaiveCentre.Policy rest = new NaiveCentre.Policy(centre.busyPause, 0);
        centre.policies.put(OfferOutcome.BUSY, rest);
        centre.policies.put(OfferOutcome.REJECTED, rest);
        centre.policies.put(OfferOutcome.UNREACHABLE, rest);
    }

    void policy(OutcomePolicyDefinedDecoder command) {
        if (WITH_POLICY.contains(command.outcome())) {
            NaiveCentre.Policy policy = new NaiveCentre.Policy(command.restMillis(), command.mostInARow());
            centre.policies.put(command.outcome(), policy);
        } else {
            decisions.refused(RefusalReason.WRONG_STATE, OutcomePolicyDefinedDecoder.TEMPLATE_ID, command.outcomeRaw());
        }
    }

    void queue(QueueDefinedDecoder command) {
        Map<Integer, Integer> needed = new HashMap<>();
        for (QueueDefinedDecoder.SkillsDecoder skill : command.skills()) {
            needed.put((int) skill.skillId(), (int) skill.level());
        }
        Map<Integer, Integer> preferred = new HashMap<>();
        for (QueueDefinedDecoder.PreferredDecoder skill : command.preferred()) {
            preferred.put((int) skill.skillId(), (int) skill.weight());
        }
        int id = command.queueId();
        NaiveQueue existing = centre.queue(id);
        NaiveQueue said = new NaiveQueue(id, command.pbxId(), command.kind());
        said.preferred = preferred;
        said.steps.add(new NaiveStep(0, -1, -1, 0, 1L << said.pbx, needed));
        if (centre.pbx(said.pbx) == null) {
            decisions.refused(RefusalReason.UNKNOWN_PBX, QueueDefinedDecoder.TEMPLATE_ID, said.pbx);
        } else if (existing == null && (id < 0 || id >= centre.limits.queues())) {
            decisions.refused(RefusalReason.QUEUE_LIMIT, QueueDefinedDecoder.TEMPLATE_ID, id);
        } else if (existing == null) {
            takeSettings(said, command);
            centre.queues.add(said);
        } else if (isSame(existing, said)) {
            takeSettings(existing, command);
        } else {
            decisions.refused(RefusalReason.QUEUE_CHANGED, QueueDefinedDecoder.TEMPLATE_ID, id);
        }
    }

    private static boolean isSame(NaiveQueue one, NaiveQueue other) {
        return one.pbx == other.pbx
                && one.kind == other.kind
                && one.preferred.equals(other.preferred)
                && one.steps.getFirst().equals(other.steps.getFirst());
    }

    private static void takeSettings(NaiveQueue queue, QueueDefinedDecoder command) {
        queue.strategy = command.strategy();
        queue.wrapUp = command.wrapUpMillis();
        queue.ring = command.ringMillis();
        queue.ringAtOnce = Math.max(1, command.ringAtOnce() == 255 ? 1 : command.ringAtOnce());
        queue.customerFirst = command.customerFirst() == 1;
        queue.ahead = command.callbackAheadMillis();
        queue.dedicated = command.dedicatedMillis();
        queue.lastAgent = command.lastAgentMillis();
        queue.maxWaiting = command.maxWaiting();
        queue.maxWait = command.maxWaitMillis();
        queue.whenFull = new NaiveQueue.AtLimit(command.whenFull(), command.whenFullQueueId());
        queue.whenTooLong = new NaiveQueue.AtLimit(command.whenTooLong(), command.whenTooLongQueueId());
        queue.whenClosed = new NaiveQueue.AtLimit(command.whenClosed(), command.whenClosedQueueId());
    }

    void step(LadderStepDefinedDecoder command) {
        Map<Integer, Integer> needed = new HashMap<>();
        for (LadderStepDefinedDecoder.SkillsDecoder skill : command.skills()) {
            needed.put((int) skill.skillId(), (int) skill.level());
        }
        NaiveStep step = new NaiveStep(
                command.afterMillis(),
                command.ewtOverMillis(),
                command.ewtAdvantageMillis(),
                command.keepReady(),
                command.centres(),
                needed);
        NaiveQueue queue = centre.queue(command.queueId());
        if (queue == null) {
            decisions.refused(RefusalReason.UNKNOWN_QUEUE, LadderStepDefinedDecoder.TEMPLATE_ID, command.queueId());
            return;
        }
        int known = queue.steps.size();
        if (command.step() == known && known < MOST_STEPS) {
            queue.steps.add(step);
        } else if (command.step() >= known || !queue.steps.get(command.step()).equals(step)) {
            decisions.refused(RefusalReason.QUEUE_CHANGED, LadderStepDefinedDecoder.TEMPLATE_ID, command.queueId());
        }
    }

    void agent(AgentDefinedDecoder command) {
        int id = command.agentId();
        int pbx = command.pbxId();
        int weight = command.weight() == AgentDefinedDecoder.weightNullValue() ? DEFAULT_WEIGHT : command.weight();
        Map<Integer, Integer> skills = new HashMap<>();
        for (AgentDefinedDecoder.SkillsDecoder skill : command.skills()) {
            skills.put((int) skill.skillId(), (int) skill.level());
        }
        NaiveAgent existing = centre.agent(id);
        if (centre.pbx(pbx) == null) {
            decisions.refused(RefusalReason.UNKNOWN_PBX, AgentDefinedDecoder.TEMPLATE_ID, pbx);
        } else if (existing != null && existing.pbx == pbx) {
            agents.redefined(existing, skills, weight);
        } else if (existing == null && id >= 0 && id < centre.limits.agents()) {
            NaiveAgent agent = new NaiveAgent(id, pbx);
            agent.skills = skills;
            agent.weight = weight;
            centre.agents.add(agent);
            decisions.agentChanged(agent);
        } else {
            decisions.refused(RefusalReason.AGENT_LIMIT, AgentDefinedDecoder.TEMPLATE_ID, id);
        }
    }

    void opened(int queueId) {
        open(queueId, QueueOpenedDecoder.TEMPLATE_ID, true);
    }

    void closed(int queueId) {
        open(queueId, QueueClosedDecoder.TEMPLATE_ID, false);
    }

    private void open(int queueId, int templateId, boolean open) {
        NaiveQueue queue = centre.queue(queueId);
        if (queue == null) {
            decisions.refused(RefusalReason.UNKNOWN_QUEUE, templateId, queueId);
        } else {
            queue.open = open;
        }
    }

    void dayBegan() {
        for (NaiveAgent agent : centre.agents) {
            agent.count(centre.now);
            agent.answeredToday = 0;
            agent.busyToday = 0;
            agent.loggedInToday = 0;
        }
    }

    void rule(RuleDefinedDecoder command) {
        List<NaiveRule.Op> code = new ArrayList<>();
        NaiveRule.Then then = new NaiveRule.Then(
                command.actions().routeToAgent(),
                command.actions().shedNever(),
                command.actions().offerCallback(),
                command.actions().divert(),
                command.boostMillis(),
                command.moveToKind());
        for (RuleDefinedDecoder.CodeDecoder op : command.code()) {
            code.add(new NaiveRule.Op(op.part(), op.op(), op.field(), op.operand()));
        }
        if (!rules.add(new NaiveRule(command.ruleId(), then, code))) {
            decisions.refused(RefusalReason.RULES_INCOMPLETE, RuleDefinedDecoder.TEMPLATE_ID, command.ruleId());
        }
    }

    void committed(RulesCommittedDecoder command) {
        if (!rules.commit(command.version(), command.sharePermille())) {
            decisions.refused(RefusalReason.RULES_INCOMPLETE, RulesCommittedDecoder.TEMPLATE_ID, command.version());
        }
    }

    void activated(RulesActivatedDecoder command) {
        if (!rules.activate(command.version(), command.sharePermille())) {
            decisions.refused(RefusalReason.UNKNOWN_VERSION, RulesActivatedDecoder.TEMPLATE_ID, command.version());
        }
    }
}
