package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.SkillSet;
import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.ConditionPart;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes configuration commands: settings, queues, agents, rules. The only flow that allocates; it runs at start and on a reload.
 * Runs on: routing thread.
 */
final class ConfigFlow {
    private final CallCenter center;
    private final Decisions decisions;
    private final Facts facts;
    private final Settings settings;
    private final RuleBook rules;

    ConfigFlow(Router.Parts parts) {
        center = parts.center();
        decisions = parts.decisions();
        facts = parts.facts();
        settings = parts.settings();
        rules = parts.rules();
    }

    void settings(SettingsDefinedDecoder command) {
        settings.ringMillis = command.ringMillis();
        settings.offerGraceMillis = command.offerGraceMillis();
        settings.wrapUpMillis = command.wrapUpMillis();
        settings.busyPauseMillis = command.busyPauseMillis();
    }

    void queue(QueueDefinedDecoder command) {
        SkillSet needed = SkillSet.empty();
        for (QueueDefinedDecoder.SkillsDecoder skill : command.skills()) {
            needed = needed.with(skill.skillId(), skill.level());
        }
        if (center.pbx(command.pbxId()) == null) {
            refuse(RefusalReason.UNKNOWN_PBX, QueueDefinedDecoder.TEMPLATE_ID, command.pbxId());
        } else if (!center.defineQueue(command.queueId(), command.pbxId(), needed)) {
            refuse(RefusalReason.QUEUE_LIMIT, QueueDefinedDecoder.TEMPLATE_ID, command.queueId());
        }
    }

    void agent(AgentDefinedDecoder command) {
        SkillSet skills = SkillSet.empty();
        for (AgentDefinedDecoder.SkillsDecoder skill : command.skills()) {
            skills = skills.with(skill.skillId(), skill.level());
        }
        if (center.pbx(command.pbxId()) == null) {
            refuse(RefusalReason.UNKNOWN_PBX, AgentDefinedDecoder.TEMPLATE_ID, command.pbxId());
        } else if (center.defineAgent(command.agentId(), command.pbxId(), skills)) {
            Agent agent = center.agent(command.agentId());
            facts.agentChanged(agent);
        } else {
            refuse(RefusalReason.AGENT_LIMIT, AgentDefinedDecoder.TEMPLATE_ID, command.agentId());
        }
    }

    void rulesBegun(RulesBegunDecoder command) {
        rules.begin(command.version(), command.maxBoostMillis(), command.ruleCount());
    }

    void rule(RuleDefinedDecoder command) {
        List<Condition> when = new ArrayList<>();
        List<Condition> until = new ArrayList<>();
        Rule.Actions actions = new Rule.Actions(
                command.actions().routeToAgent(),
                command.actions().shedNever(),
                command.actions().offerCallback(),
                command.boostMillis());
        for (RuleDefinedDecoder.ConditionsDecoder part : command.conditions()) {
            Condition condition = new Condition(part.field(), part.comparison(), part.windowMillis(), part.threshold());
            (part.part() == ConditionPart.UNTIL ? until : when).add(condition);
        }
        if (!rules.add(new Rule(command.ruleId(), when, until, actions))) {
            refuse(RefusalReason.RULES_INCOMPLETE, RuleDefinedDecoder.TEMPLATE_ID, command.ruleId());
        }
    }

    /** Swaps the rule set whole; what the old one switched on is switched off. Calls in a line keep what they were given. */
    void rulesCommitted(RulesCommittedDecoder command) {
        RuleSet before = rules.current();
        if (!rules.commit(command.version())) {
            refuse(RefusalReason.RULES_INCOMPLETE, RulesCommittedDecoder.TEMPLATE_ID, command.version());
            return;
        }
        for (int i = 0; i < center.limits().queues(); i++) {
            CallQueue queue = center.queue(i);
            if (queue != null) {
                before.switchOff(queue, decisions);
            }
        }
        forgetMarksInMenu();
        decisions.rulesApplied(command.version());
    }

    /** Callers still in the menu are judged by the new rules when they join: a bit of the old set would name another rule. */
    private void forgetMarksInMenu() {
        for (Call call = center.firstCall(); call != null; call = call.next()) {
            if (call.state == CallState.ENTERING) {
                call.rulesFired = 0;
                call.boostMillis = 0;
                call.shedNever = false;
            }
        }
    }

    private void refuse(RefusalReason reason, int templateId, long subject) {
        decisions.commandRefused(reason, templateId, subject);
    }
}
