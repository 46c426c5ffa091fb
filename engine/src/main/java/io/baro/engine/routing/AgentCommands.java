package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.message.AgentDeviceChangedDecoder;
import io.baro.engine.message.AgentLoggedInDecoder;
import io.baro.engine.message.AgentLoggedOutDecoder;
import io.baro.engine.message.AgentPausedDecoder;
import io.baro.engine.message.AgentReadiedDecoder;
import io.baro.engine.message.AgentWrapUpExtendedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.RefusalReason;
import org.agrona.DirectBuffer;

/** Decodes commands about an agent and finds him, for {@link AgentFlow}. Runs on: routing thread. */
final class AgentCommands {
    private final CallCenter center;
    private final Decisions decisions;
    private final AgentFlow flow;
    private final AgentLoggedInDecoder loggedIn = new AgentLoggedInDecoder();
    private final AgentLoggedOutDecoder loggedOut = new AgentLoggedOutDecoder();
    private final AgentPausedDecoder paused = new AgentPausedDecoder();
    private final AgentReadiedDecoder readied = new AgentReadiedDecoder();
    private final AgentWrapUpExtendedDecoder wrapUpExtended = new AgentWrapUpExtendedDecoder();
    private final AgentDeviceChangedDecoder deviceChanged = new AgentDeviceChangedDecoder();

    AgentCommands(Router.Parts parts, Router.Flows flows) {
        center = parts.center();
        decisions = parts.decisions();
        flow = flows.agents();
    }

    void apply(MessageHeaderDecoder header, DirectBuffer buffer, int offset, long nowMillis) {
        int templateId = header.templateId();
        Agent agent = known(agentId(header, buffer, offset), templateId);
        if (agent == null) {
            return;
        }
        switch (templateId) {
            case AgentLoggedInDecoder.TEMPLATE_ID -> flow.loggedIn(agent, nowMillis);
            case AgentLoggedOutDecoder.TEMPLATE_ID -> flow.loggedOut(agent, nowMillis);
            case AgentPausedDecoder.TEMPLATE_ID -> flow.paused(agent, paused.reasonCode(), nowMillis);
            case AgentReadiedDecoder.TEMPLATE_ID -> readied(agent, nowMillis);
            case AgentWrapUpExtendedDecoder.TEMPLATE_ID -> wrapUpExtended(agent, nowMillis);
            default -> flow.deviceChanged(agent, deviceChanged.device(), nowMillis);
        }
    }

    private int agentId(MessageHeaderDecoder header, DirectBuffer buffer, int offset) {
        int length = header.blockLength();
        int version = header.version();
        return switch (header.templateId()) {
            case AgentLoggedInDecoder.TEMPLATE_ID ->
                loggedIn.wrap(buffer, offset, length, version).agentId();
            case AgentLoggedOutDecoder.TEMPLATE_ID ->
                loggedOut.wrap(buffer, offset, length, version).agentId();
            case AgentPausedDecoder.TEMPLATE_ID ->
                paused.wrap(buffer, offset, length, version).agentId();
            case AgentReadiedDecoder.TEMPLATE_ID ->
                readied.wrap(buffer, offset, length, version).agentId();
            case AgentWrapUpExtendedDecoder.TEMPLATE_ID ->
                wrapUpExtended.wrap(buffer, offset, length, version).agentId();
            case AgentDeviceChangedDecoder.TEMPLATE_ID ->
                deviceChanged.wrap(buffer, offset, length, version).agentId();
            default -> throw new IllegalStateException("no command about an agent: " + header.templateId());
        };
    }

    private void readied(Agent agent, long nowMillis) {
        if (!flow.readied(agent, nowMillis)) {
            decisions.commandRefused(RefusalReason.WRONG_STATE, AgentReadiedDecoder.TEMPLATE_ID, agent.id());
        }
    }

    private void wrapUpExtended(Agent agent, long nowMillis) {
        if (!flow.wrapUpExtended(agent, wrapUpExtended.byMillis(), nowMillis)) {
            decisions.commandRefused(RefusalReason.WRONG_STATE, AgentWrapUpExtendedDecoder.TEMPLATE_ID, agent.id());
        }
    }

    private Agent known(int agentId, int templateId) {
        Agent agent = center.agent(agentId);
        if (agent == null) {
            decisions.commandRefused(RefusalReason.UNKNOWN_AGENT, templateId, agentId);
        }
        return agent;
    }
}
