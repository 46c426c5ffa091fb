package io.baro.engine.routing;

import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.CallbackPolicyDefinedDecoder;
import io.baro.engine.message.CallingHoursChangedDecoder;
import io.baro.engine.message.DayBeganDecoder;
import io.baro.engine.message.LadderStepDefinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OutcomePolicyDefinedDecoder;
import io.baro.engine.message.PromisesChangedDecoder;
import io.baro.engine.message.QueueClosedDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.QueueOpenedDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesActivatedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import org.agrona.DirectBuffer;

/** Decodes configuration commands for {@link ConfigFlow} and {@link RuleFlow}. Runs on: routing thread. */
final class ConfigCommands {
    private final ConfigFlow flow;
    private final RuleFlow rules;
    private final SettingsDefinedDecoder settingsDefined = new SettingsDefinedDecoder();
    private final OutcomePolicyDefinedDecoder policyDefined = new OutcomePolicyDefinedDecoder();
    private final QueueDefinedDecoder queueDefined = new QueueDefinedDecoder();
    private final LadderStepDefinedDecoder stepDefined = new LadderStepDefinedDecoder();
    private final AgentDefinedDecoder agentDefined = new AgentDefinedDecoder();
    private final PromisesChangedDecoder promisesChanged = new PromisesChangedDecoder();
    private final CallingHoursChangedDecoder callingHours = new CallingHoursChangedDecoder();
    private final CallbackPolicyDefinedDecoder callbackPolicy = new CallbackPolicyDefinedDecoder();
    private final QueueOpenedDecoder queueOpened = new QueueOpenedDecoder();
    private final QueueClosedDecoder queueClosed = new QueueClosedDecoder();
    private final RulesBegunDecoder rulesBegun = new RulesBegunDecoder();
    private final RuleDefinedDecoder ruleDefined = new RuleDefinedDecoder();
    private final RulesCommittedDecoder rulesCommitted = new RulesCommittedDecoder();
    private final RulesActivatedDecoder rulesActivated = new RulesActivatedDecoder();

    ConfigCommands(ConfigFlow flow, RuleFlow rules) {
        this.flow = flow;
        this.rules = rules;
    }

    void apply(MessageHeaderDecoder header, DirectBuffer buffer, int offset, long nowMillis) {
        int length = header.blockLength();
        int version = header.version();
        switch (header.templateId()) {
            case SettingsDefinedDecoder.TEMPLATE_ID ->
                flow.settings(settingsDefined.wrap(buffer, offset, length, version));
            case OutcomePolicyDefinedDecoder.TEMPLATE_ID ->
                flow.policy(policyDefined.wrap(buffer, offset, length, version));
            case QueueDefinedDecoder.TEMPLATE_ID -> flow.queue(queueDefined.wrap(buffer, offset, length, version));
            case LadderStepDefinedDecoder.TEMPLATE_ID -> flow.step(stepDefined.wrap(buffer, offset, length, version));
            case AgentDefinedDecoder.TEMPLATE_ID ->
                flow.agent(agentDefined.wrap(buffer, offset, length, version), nowMillis);
            case PromisesChangedDecoder.TEMPLATE_ID ->
                flow.promises(promisesChanged.wrap(buffer, offset, length, version), nowMillis);
            case CallingHoursChangedDecoder.TEMPLATE_ID ->
                flow.callingHours(callingHours.wrap(buffer, offset, length, version), nowMillis);
            case CallbackPolicyDefinedDecoder.TEMPLATE_ID ->
                flow.callbackPolicy(callbackPolicy.wrap(buffer, offset, length, version));
            case QueueOpenedDecoder.TEMPLATE_ID -> flow.opened(queueOpened.wrap(buffer, offset, length, version));
            case QueueClosedDecoder.TEMPLATE_ID -> flow.closed(queueClosed.wrap(buffer, offset, length, version));
            case DayBeganDecoder.TEMPLATE_ID -> flow.dayBegan(nowMillis);
            case RulesBegunDecoder.TEMPLATE_ID -> rules.begun(rulesBegun.wrap(buffer, offset, length, version));
            case RuleDefinedDecoder.TEMPLATE_ID -> rules.rule(ruleDefined.wrap(buffer, offset, length, version));
            case RulesCommittedDecoder.TEMPLATE_ID ->
                rules.committed(rulesCommitted.wrap(buffer, offset, length, version));
            case RulesActivatedDecoder.TEMPLATE_ID ->
                rules.activated(rulesActivated.wrap(buffer, offset, length, version));
            default -> throw new IllegalStateException("no configuration command: " + header.templateId());
        }
    }
}
