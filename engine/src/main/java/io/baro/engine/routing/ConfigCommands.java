package io.baro.engine.routing;

import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import org.agrona.DirectBuffer;

/** Decodes configuration commands for {@link ConfigFlow}; acts on none itself. Runs on: routing thread. */
final class ConfigCommands {
    private final ConfigFlow flow;
    private final SettingsDefinedDecoder settingsDefined = new SettingsDefinedDecoder();
    private final QueueDefinedDecoder queueDefined = new QueueDefinedDecoder();
    private final AgentDefinedDecoder agentDefined = new AgentDefinedDecoder();
    private final RulesBegunDecoder rulesBegun = new RulesBegunDecoder();
    private final RuleDefinedDecoder ruleDefined = new RuleDefinedDecoder();
    private final RulesCommittedDecoder rulesCommitted = new RulesCommittedDecoder();

    ConfigCommands(ConfigFlow flow) {
        this.flow = flow;
    }

    void apply(MessageHeaderDecoder header, DirectBuffer buffer, int offset) {
        int length = header.blockLength();
        int version = header.version();
        switch (header.templateId()) {
            case SettingsDefinedDecoder.TEMPLATE_ID ->
                flow.settings(settingsDefined.wrap(buffer, offset, length, version));
            case QueueDefinedDecoder.TEMPLATE_ID -> flow.queue(queueDefined.wrap(buffer, offset, length, version));
            case AgentDefinedDecoder.TEMPLATE_ID -> flow.agent(agentDefined.wrap(buffer, offset, length, version));
            case RulesBegunDecoder.TEMPLATE_ID -> flow.rulesBegun(rulesBegun.wrap(buffer, offset, length, version));
            case RuleDefinedDecoder.TEMPLATE_ID -> flow.rule(ruleDefined.wrap(buffer, offset, length, version));
            case RulesCommittedDecoder.TEMPLATE_ID ->
                flow.rulesCommitted(rulesCommitted.wrap(buffer, offset, length, version));
            default -> throw new IllegalStateException("no configuration command: " + header.templateId());
        }
    }
}
