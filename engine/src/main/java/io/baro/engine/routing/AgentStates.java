package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.NotReadyReason;
import io.baro.engine.state.State;

/**
 * The one way an agent changes state: keeps the staff count and his day in step and tells it, and takes who is READY no more from his seat. Decides nothing.
 * Runs on: routing thread.
 */
final class AgentStates {
    private final Facts facts;
    private final Draws draws = new Draws();
    private long nowMillis;

    AgentStates(Facts facts) {
        this.facts = facts;
    }

    /** The time of the changes that follow. */
    void begin(long timeMillis) {
        nowMillis = timeMillis;
    }

    /** Enters a state that needs no reason. */
    void enter(Agent agent, AgentState state) {
        enter(agent, state, NotReadyReason.NONE);
    }

    /** Takes the agent off the floor for a reason. */
    void notReady(Agent agent, NotReadyReason reason) {
        enter(agent, AgentState.NOT_READY, reason);
    }

    /** An agent was chosen where lots are drawn. */
    void lotTaken(Agent agent) {
        draws.taken(agent);
    }

    /** The time is told anew with every command. */
    void visit(State state) {
        draws.visit(state);
    }

    private void enter(Agent agent, AgentState state, NotReadyReason reason) {
        boolean wasStaffed = agent.isStaffed();
        if (agent.isReady()) {
            agent.profile().leave(agent);
        }
        agent.state = state;
        agent.reason = reason;
        if (reason != NotReadyReason.PAUSED) {
            agent.pauseCode = 0;
        }
        agent.day.loggedIn(state != AgentState.LOGGED_OUT, nowMillis);
        agent.day.busy(isBusy(state), nowMillis);
        if (agent.isReady()) {
            agent.fixKeys(nowMillis);
            draws.draw(agent);
        }
        if (wasStaffed != agent.isStaffed()) {
            agent.profile().staffed(wasStaffed ? -1 : 1);
        }
        facts.agentChanged(agent);
    }

    private static boolean isBusy(AgentState state) {
        return switch (state) {
            case RESERVED, RINGING, TALKING, WRAP_UP -> true;
            case LOGGED_OUT, NOT_READY, READY, NULL_VAL -> false;
        };
    }
}
