package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.callcenter.SkillSet;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.CallbackPolicyDefinedDecoder;
import io.baro.engine.message.CallingHoursChangedDecoder;
import io.baro.engine.message.LadderStepDefinedDecoder;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.OutcomePolicyDefinedDecoder;
import io.baro.engine.message.PromisesChangedDecoder;
import io.baro.engine.message.QueueClosedDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.QueueOpenedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.SettingsDefinedDecoder;

/**
 * Takes configuration commands about the floor: settings, queues, ladders, agents, hours. Allocates; it runs at start and when the
 * operator changes something. Runs on: routing thread.
 */
final class ConfigFlow {
    private static final int DEFAULT_WEIGHT = 10;

    private final CallCenter center;
    private final Decisions decisions;
    private final Facts facts;
    private final Settings settings;
    private final AgentFlow agents;
    private final CallbackDesk desk;

    ConfigFlow(Router.Parts parts, Router.Flows flows) {
        center = parts.center();
        decisions = parts.decisions();
        facts = parts.facts();
        settings = parts.settings();
        agents = flows.agents();
        desk = flows.desk();
    }

    void settings(SettingsDefinedDecoder command) {
        settings.define(
                command.ringMillis(), command.wrapUpMillis(), command.busyPauseMillis(), command.offerGraceMillis());
    }

    /** A journal that fails keeps no promise: none is made until it works again. */
    void promises(PromisesChangedDecoder command, long nowMillis) {
        boolean couldCall = settings.mayCall();
        settings.promising = command.allowed() != 0;
        desk.hoursMayHaveChanged(couldCall, nowMillis);
    }

    /** People are called back at decent times only. */
    void callingHours(CallingHoursChangedDecoder command, long nowMillis) {
        boolean couldCall = settings.mayCall();
        settings.callingHours = command.allowed() != 0;
        desk.hoursMayHaveChanged(couldCall, nowMillis);
    }

    void callbackPolicy(CallbackPolicyDefinedDecoder command) {
        settings.callbacks = new Settings.CallbackPolicy(
                Math.max(1, command.mostAttempts()),
                command.busyRetryMillis(),
                command.noAnswerRetryMillis(),
                command.trunkRetryMillis(),
                command.lifeMillis(),
                command.ringMillis(),
                Math.max(0, command.yieldMillis()));
    }

    void policy(OutcomePolicyDefinedDecoder command) {
        Settings.OutcomePolicy policy = new Settings.OutcomePolicy(command.restMillis(), command.mostInARow());
        if (!settings.define(command.outcome(), policy)) {
            refuse(RefusalReason.WRONG_STATE, OutcomePolicyDefinedDecoder.TEMPLATE_ID, command.outcomeRaw());
        }
    }

    /** A queue that exists takes the new settings; its skills must be what they were. */
    void queue(QueueDefinedDecoder command) {
        QueueSettings said = settingsOf(command);
        CallQueue.Identity identity = identityOf(command);
        CallQueue existing = center.queue(command.queueId());
        if (center.pbx(identity.pbxId()) == null) {
            refuse(RefusalReason.UNKNOWN_PBX, QueueDefinedDecoder.TEMPLATE_ID, identity.pbxId());
        } else if (existing == null) {
            if (!center.defineQueue(command.queueId(), identity, said)) {
                refuse(RefusalReason.QUEUE_LIMIT, QueueDefinedDecoder.TEMPLATE_ID, command.queueId());
            }
        } else if (existing.identity().equals(identity)) {
            existing.settings(said);
        } else {
            refuse(RefusalReason.QUEUE_CHANGED, QueueDefinedDecoder.TEMPLATE_ID, command.queueId());
        }
    }

    /** A step that exists is only compared: a ladder stays as it is while the engine runs. */
    void step(LadderStepDefinedDecoder command) {
        Step.Conditions conditions = new Step.Conditions(
                command.afterMillis(),
                command.ewtOverMillis(),
                command.ewtAdvantageMillis(),
                command.keepReady(),
                command.centres());
        SkillSet needed = SkillSet.empty();
        for (LadderStepDefinedDecoder.SkillsDecoder skill : command.skills()) {
            needed = needed.with(skill.skillId(), skill.level());
        }
        CallQueue queue = center.queue(command.queueId());
        if (queue == null) {
            refuse(RefusalReason.UNKNOWN_QUEUE, LadderStepDefinedDecoder.TEMPLATE_ID, command.queueId());
        } else if (command.step() < queue.stepCount()
                ? !queue.step(command.step()).is(needed, conditions)
                : !center.defineStep(queue, command.step(), needed, conditions)) {
            refuse(RefusalReason.QUEUE_CHANGED, LadderStepDefinedDecoder.TEMPLATE_ID, command.queueId());
        }
    }

    /** An agent who exists has these skills from now on; his PBX must be what it was. */
    void agent(AgentDefinedDecoder command, long nowMillis) {
        int weight = command.weight() == AgentDefinedDecoder.weightNullValue() ? DEFAULT_WEIGHT : command.weight();
        SkillSet skills = SkillSet.empty();
        for (AgentDefinedDecoder.SkillsDecoder skill : command.skills()) {
            skills = skills.with(skill.skillId(), skill.level());
        }
        Agent existing = center.agent(command.agentId());
        if (center.pbx(command.pbxId()) == null) {
            refuse(RefusalReason.UNKNOWN_PBX, AgentDefinedDecoder.TEMPLATE_ID, command.pbxId());
        } else if (existing != null && existing.profile().pbxId() == command.pbxId()) {
            agents.redefined(existing, skills, weight, nowMillis);
        } else if (existing == null && center.defineAgent(command.agentId(), command.pbxId(), skills, weight)) {
            facts.agentChanged(center.agent(command.agentId()));
        } else {
            refuse(RefusalReason.AGENT_LIMIT, AgentDefinedDecoder.TEMPLATE_ID, command.agentId());
        }
    }

    void opened(QueueOpenedDecoder command) {
        CallQueue queue = known(command.queueId(), QueueOpenedDecoder.TEMPLATE_ID);
        if (queue != null) {
            queue.open = true;
            queue.closesAtMillis = command.closesAtMillis();
        }
    }

    void closed(QueueClosedDecoder command) {
        CallQueue queue = known(command.queueId(), QueueClosedDecoder.TEMPLATE_ID);
        if (queue != null) {
            queue.open = false;
        }
    }

    /** Midnight of the centre: the day's counts begin anew. */
    void dayBegan(long nowMillis) {
        for (int i = 0; i < center.limits().agents(); i++) {
            if (center.agent(i) != null) {
                center.agent(i).day.begin(nowMillis);
            }
        }
    }

    private static CallQueue.Identity identityOf(QueueDefinedDecoder command) {
        SkillSet needed = SkillSet.empty();
        for (QueueDefinedDecoder.SkillsDecoder skill : command.skills()) {
            needed = needed.with(skill.skillId(), skill.level());
        }
        SkillSet preferred = SkillSet.empty();
        for (QueueDefinedDecoder.PreferredDecoder skill : command.preferred()) {
            preferred = preferred.with(skill.skillId(), skill.weight());
        }
        return new CallQueue.Identity(command.pbxId(), command.kind(), needed, preferred);
    }

    private static QueueSettings settingsOf(QueueDefinedDecoder command) {
        return new QueueSettings(
                command.strategy(),
                command.wrapUpMillis(),
                command.ringMillis(),
                command.dedicatedMillis(),
                command.lastAgentMillis(),
                command.maxWaiting(),
                command.maxWaitMillis(),
                limit(command.whenFull(), command.whenFullQueueId()),
                limit(command.whenTooLong(), command.whenTooLongQueueId()),
                limit(command.whenClosed(), command.whenClosedQueueId()),
                callbackShare(command),
                ringAtOnce(command),
                command.customerFirst() == 1,
                Math.max(0, command.callbackAheadMillis()));
    }

    private static QueueSettings.Limit limit(LimitAction action, int queueId) {
        return new QueueSettings.Limit(action, queueId);
    }

    private static int callbackShare(QueueDefinedDecoder command) {
        int share = command.callbackPermille();
        return share == QueueDefinedDecoder.callbackPermilleNullValue() ? 0 : share;
    }

    private static int ringAtOnce(QueueDefinedDecoder command) {
        int said = command.ringAtOnce();
        return said == QueueDefinedDecoder.ringAtOnceNullValue() ? 1 : Math.max(1, said);
    }

    private CallQueue known(int queueId, int templateId) {
        CallQueue queue = center.queue(queueId);
        if (queue == null) {
            refuse(RefusalReason.UNKNOWN_QUEUE, templateId, queueId);
        }
        return queue;
    }

    private void refuse(RefusalReason reason, int templateId, long subject) {
        decisions.commandRefused(reason, templateId, subject);
    }
}
