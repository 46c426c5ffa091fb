package io.baro.acd.config;

import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.AgentLoggedInDecoder;
import io.baro.engine.message.AgentLoggedOutDecoder;
import io.baro.engine.message.CallbackPolicyDefinedDecoder;
import io.baro.engine.message.CallingHoursChangedDecoder;
import io.baro.engine.message.DayBeganDecoder;
import io.baro.engine.message.LadderStepDefinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OffersChangedDecoder;
import io.baro.engine.message.OutcomePolicyDefinedDecoder;
import io.baro.engine.message.PbxLostDecoder;
import io.baro.engine.message.QueueClosedDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.QueueOpenedDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulePart;
import io.baro.engine.message.RulesActivatedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import org.agrona.DirectBuffer;

/** Configuration commands as a person reads them. */
final class CommandText {
    private CommandText() {}

    static String of(DirectBuffer buffer, int offset) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        return switch (header.templateId()) {
            case SettingsDefinedDecoder.TEMPLATE_ID -> {
                SettingsDefinedDecoder it = new SettingsDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "settings ring " + it.ringMillis() + " grace " + it.offerGraceMillis() + " wrap-up "
                        + it.wrapUpMillis() + " busy " + it.busyPauseMillis();
            }
            case OutcomePolicyDefinedDecoder.TEMPLATE_ID -> {
                OutcomePolicyDefinedDecoder it =
                        new OutcomePolicyDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield it.outcome() + " rests " + it.restMillis() + ", " + it.mostInARow() + " in a row";
            }
            case QueueDefinedDecoder.TEMPLATE_ID ->
                queue(new QueueDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case LadderStepDefinedDecoder.TEMPLATE_ID ->
                step(new LadderStepDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case RulesBegunDecoder.TEMPLATE_ID -> {
                RulesBegunDecoder it = new RulesBegunDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "rules " + it.version() + " begun: " + it.ruleCount() + ", boost at most " + it.maxBoostMillis();
            }
            case RuleDefinedDecoder.TEMPLATE_ID ->
                rule(new RuleDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case RulesCommittedDecoder.TEMPLATE_ID -> {
                RulesCommittedDecoder it = new RulesCommittedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "rules " + it.version() + " committed for " + it.sharePermille();
            }
            case RulesActivatedDecoder.TEMPLATE_ID -> {
                RulesActivatedDecoder it = new RulesActivatedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "rules " + it.version() + " activated for " + it.sharePermille();
            }
            default -> ofAgentOrHours(buffer, offset, header);
        };
    }

    private static String ofAgentOrHours(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        return switch (header.templateId()) {
            case PbxLostDecoder.TEMPLATE_ID ->
                "pbx "
                        + new PbxLostDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .pbxId() + " lost";
            case OffersChangedDecoder.TEMPLATE_ID ->
                "offers allowed "
                        + new OffersChangedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .allowed();
            case AgentDefinedDecoder.TEMPLATE_ID -> {
                AgentDefinedDecoder it = new AgentDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
                StringBuilder text = new StringBuilder(
                        "agent " + it.agentId() + " of pbx " + it.pbxId() + " weighs " + it.weight() + ":");
                it.skills().forEach(skill -> text.append(" " + skill.skillId() + ":" + skill.level()));
                yield text.toString();
            }
            case AgentLoggedInDecoder.TEMPLATE_ID ->
                "agent "
                        + new AgentLoggedInDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .agentId()
                        + " logged in";
            case AgentLoggedOutDecoder.TEMPLATE_ID ->
                "agent "
                        + new AgentLoggedOutDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .agentId()
                        + " logged out";
            case QueueOpenedDecoder.TEMPLATE_ID -> {
                QueueOpenedDecoder it = new QueueOpenedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "queue " + it.queueId() + " open until " + it.closesAtMillis();
            }
            case QueueClosedDecoder.TEMPLATE_ID ->
                "queue "
                        + new QueueClosedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .queueId()
                        + " closed";
            case DayBeganDecoder.TEMPLATE_ID -> "day began";
            default -> ofDesk(buffer, offset, header);
        };
    }

    private static String ofDesk(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        return switch (header.templateId()) {
            case CallbackPolicyDefinedDecoder.TEMPLATE_ID -> {
                CallbackPolicyDefinedDecoder it =
                        new CallbackPolicyDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "callbacks: " + it.mostAttempts() + " attempts, busy " + it.busyRetryMillis() + " no answer "
                        + it.noAnswerRetryMillis() + " trunk " + it.trunkRetryMillis() + " life " + it.lifeMillis()
                        + " ring " + it.ringMillis() + " yield " + it.yieldMillis();
            }
            case CallingHoursChangedDecoder.TEMPLATE_ID ->
                "calling allowed "
                        + new CallingHoursChangedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .allowed();
            default -> "unexpected " + header.templateId();
        };
    }

    private static String queue(QueueDefinedDecoder it) {
        StringBuilder text = new StringBuilder(
                "queue " + it.queueId() + " kind " + it.kind() + " of pbx " + it.pbxId() + ": " + it.strategy());
        if (it.maxWaiting() >= 0) {
            text.append(" wrap ").append(it.wrapUpMillis()).append(" ring ").append(it.ringMillis());
            text.append(" dedicated ").append(it.dedicatedMillis());
            text.append(" last ").append(it.lastAgentMillis());
            text.append(" at most ").append(it.maxWaiting()).append(' ').append(it.whenFull());
            text.append(' ').append(it.whenFullQueueId()).append(" for ").append(it.maxWaitMillis());
            text.append(' ').append(it.whenTooLong()).append(' ').append(it.whenTooLongQueueId());
            text.append(" callbacks ").append(it.callbackPermille());
            text.append(it.customerFirst() == 1 ? " customer first ahead " + it.callbackAheadMillis() : "");
            text.append(" at once ").append(it.ringAtOnce());
            text.append(" closed ").append(it.whenClosed()).append(' ').append(it.whenClosedQueueId());
        }
        it.skills().forEach(skill -> text.append(" " + skill.skillId() + ">=" + skill.level()));
        it.preferred().forEach(skill -> text.append(" prefers " + skill.skillId() + "x" + skill.weight()));
        return text.toString();
    }

    private static String step(LadderStepDefinedDecoder it) {
        StringBuilder text = new StringBuilder("step " + it.step() + " of " + it.queueId() + ": after "
                + it.afterMillis() + " over " + it.ewtOverMillis() + " advantage " + it.ewtAdvantageMillis() + " keeps "
                + it.keepReady() + " centres " + Long.toBinaryString(it.centres()) + ":");
        it.skills().forEach(skill -> text.append(" " + skill.skillId() + ">=" + skill.level()));
        return text.toString();
    }

    private static String rule(RuleDefinedDecoder rule) {
        StringBuilder text = new StringBuilder("rule " + rule.ruleId() + ":");
        text.append(rule.actions().routeToAgent() ? " route" : "");
        text.append(rule.actions().shedNever() ? " shed" : "");
        text.append(rule.actions().offerCallback() ? " offer" : "");
        text.append(" boost ").append(rule.boostMillis());
        text.append(rule.actions().divert() ? " divert" : "");
        text.append(rule.moveToKind() >= 0 ? " move to " + rule.moveToKind() : "");
        rule.code().forEach(step -> text.append(' ').append(step(step)));
        return text.toString();
    }

    private static String step(RuleDefinedDecoder.CodeDecoder step) {
        String part = step.part() == RulePart.CALL ? "" : step.part() + ".";
        return part
                + switch (step.op()) {
                    case CONSTANT -> String.valueOf(step.operand());
                    case FIELD -> step.field() + (step.operand() == 0 ? "" : "(" + step.operand() + ")");
                    default -> step.op().name();
                };
    }
}
