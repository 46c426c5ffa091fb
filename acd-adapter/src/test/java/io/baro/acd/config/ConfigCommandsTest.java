package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.AgentLoggedInDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulePart;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import io.baro.engine.port.Ingress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {
    @TempDir
    Path dir;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<String> commands = new ArrayList<>();
    private int refusals;

    @Test
    void configurationBecomesCommandsInAnOrderThatNamesNothingUnknown() {
        new ConfigCommands(this::take).sendAll(configuration());
        assertEquals(
                List.of(
                        "settings ring 20000 grace 5000 wrap-up 10000 busy 15000",
                        "queue 0 of pbx 0: 0>=1",
                        "queue 1 of pbx 0: 0>=1 1>=3",
                        "agent 0 of pbx 0: 0:9 1:5",
                        "agent 1 of pbx 0: 0:9",
                        "rules 4 begun: 2, boost at most 900000",
                        "rule 0: route shed boost 180000 CALLER_AGE 65 GREATER_OR_EQUAL",
                        "rule 1: offer boost 0 QUEUE.QUEUE_EWT QUEUE.240000 QUEUE.GREATER"
                                + " UNTIL.QUEUE_EWT UNTIL.120000 UNTIL.LESS",
                        "rules 4 committed for 1000",
                        "agent 0 logged in"),
                commands);
    }

    @Test
    void everyCommandWaitsForRoom() {
        refusals = 3;
        new ConfigCommands(this::take).sendAll(configuration());
        assertEquals(10, commands.size());
    }

    @Test
    void stoppingRuntimeEndsTheSending() {
        ConfigCommands closed = new ConfigCommands((buffer, offset, length, nanos) -> Ingress.Offer.CLOSED);
        assertThrows(IllegalStateException.class, () -> closed.sendAll(configuration()));
    }

    private Configuration configuration() {
        return Configuration.load(
                        new ConfigurationDirectory(dir).path(), ConfigurationDirectory.ENVIRONMENT, new Problems())
                .orElseThrow();
    }

    private Ingress.Offer take(DirectBuffer buffer, int offset, int length, long ingressNanos) {
        if (refusals-- > 0) {
            return Ingress.Offer.BACK_PRESSURED;
        }
        header.wrap(buffer, offset);
        commands.add(text(buffer, offset));
        return Ingress.Offer.ACCEPTED;
    }

    private String text(DirectBuffer buffer, int offset) {
        return switch (header.templateId()) {
            case SettingsDefinedDecoder.TEMPLATE_ID -> {
                SettingsDefinedDecoder it = new SettingsDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "settings ring " + it.ringMillis() + " grace " + it.offerGraceMillis() + " wrap-up "
                        + it.wrapUpMillis() + " busy " + it.busyPauseMillis();
            }
            case QueueDefinedDecoder.TEMPLATE_ID -> {
                QueueDefinedDecoder it = new QueueDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
                StringBuilder text = new StringBuilder("queue " + it.queueId() + " of pbx " + it.pbxId() + ":");
                it.skills().forEach(skill -> text.append(" " + skill.skillId() + ">=" + skill.level()));
                yield text.toString();
            }
            case AgentDefinedDecoder.TEMPLATE_ID -> {
                AgentDefinedDecoder it = new AgentDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
                StringBuilder text = new StringBuilder("agent " + it.agentId() + " of pbx " + it.pbxId() + ":");
                it.skills().forEach(skill -> text.append(" " + skill.skillId() + ":" + skill.level()));
                yield text.toString();
            }
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
            case AgentLoggedInDecoder.TEMPLATE_ID -> {
                AgentLoggedInDecoder it = new AgentLoggedInDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "agent " + it.agentId() + " logged in";
            }
            default -> "unexpected " + header.templateId();
        };
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
