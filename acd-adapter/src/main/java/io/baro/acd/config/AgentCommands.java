package io.baro.acd.config;

import io.baro.engine.message.AgentDefinedEncoder;
import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.AgentLoggedOutEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.port.Actor;
import org.agrona.MutableDirectBuffer;

/** Tells the router of agents: who they are, what they can, who is at work. Owned by the one thread that sends configuration. */
final class AgentCommands {
    private final CommandOffer offer;
    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AgentDefinedEncoder agent = new AgentDefinedEncoder();
    private final AgentLoggedInEncoder loggedIn = new AgentLoggedInEncoder();
    private final AgentLoggedOutEncoder loggedOut = new AgentLoggedOutEncoder();

    AgentCommands(CommandOffer offer) {
        this.offer = offer;
        buffer = offer.buffer();
    }

    void define(Configuration configuration, int agentId, AgentPlan plan) {
        agent.wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .pbxId((short) configuration.pbxIdOf(plan.centre()))
                .weight((short) plan.weight())
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        AgentDefinedEncoder.SkillsEncoder skills =
                agent.skillsCount(plan.skills().size());
        SkillOrder.forEach(
                configuration.queues().skills(),
                plan.skills(),
                (skillId, level) -> skills.next().skillId(skillId).level(level));
        offer.sendMessage(agent.encodedLength());
    }

    void logIn(int agentId) {
        loggedIn.wrapAndApplyHeader(buffer, 0, header).agentId(agentId).putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        offer.sendMessage(loggedIn.encodedLength());
    }

    void logOut(int agentId) {
        loggedOut.wrapAndApplyHeader(buffer, 0, header).agentId(agentId).putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        offer.sendMessage(loggedOut.encodedLength());
    }
}
