package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.NotReadyReason;

/**
 * The one way an agent changes state: keeps the ready line and the staff count of his profile in step and tells it. Decides
 * nothing. Runs on: routing thread.
 */
final class AgentStates {
    private final Facts facts;

    AgentStates(Facts facts) {
        this.facts = facts;
    }

    /** Enters a state that needs no reason. */
    void enter(Agent agent, AgentState state) {
        enter(agent, state, NotReadyReason.NONE);
    }

    /** Takes the agent off the floor for a reason. */
    void notReady(Agent agent, NotReadyReason reason) {
        enter(agent, AgentState.NOT_READY, reason);
    }

    private void enter(Agent agent, AgentState state, NotReadyReason reason) {
        boolean wasStaffed = agent.isStaffed();
        if (agent.isReady()) {
            agent.profile().ready.leave(agent.inReady);
        }
        agent.state = state;
        agent.reason = reason;
        if (agent.isReady()) {
            agent.profile().ready.join(agent.inReady, agent.idleSinceMillis, agent.id(), 0);
        }
        if (wasStaffed != agent.isStaffed()) {
            agent.profile().staffed += wasStaffed ? -1 : 1;
        }
        facts.agentChanged(agent);
    }
}
