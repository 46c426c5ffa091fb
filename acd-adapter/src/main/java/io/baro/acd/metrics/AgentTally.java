package io.baro.acd.metrics;

import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import java.util.Arrays;

/** How many agents of each centre are in each state. Written on the routing thread, read from any thread. */
public final class AgentTally {
    private final byte[] stateOfAgent;
    private final int[] centreOfAgent;
    private final SlotCounts agents;

    AgentTally(CentreNames names) {
        centreOfAgent =
                names.centreOfAgent().stream().mapToInt(Integer::intValue).toArray();
        stateOfAgent = new byte[centreOfAgent.length];
        agents = new SlotCounts(AgentState.values().length - 1, names.centres().size());
        Arrays.fill(stateOfAgent, (byte) AgentState.LOGGED_OUT.value());
        for (int centre : centreOfAgent) {
            agents.add(AgentState.LOGGED_OUT.value(), centre, 1);
        }
    }

    void changed(AgentChangedDecoder fact) {
        int agent = fact.agentId();
        if (agent < 0 || agent >= stateOfAgent.length) {
            return;
        }
        agents.add(stateOfAgent[agent], centreOfAgent[agent], -1);
        stateOfAgent[agent] = (byte) fact.stateRaw();
        agents.add(stateOfAgent[agent], centreOfAgent[agent], 1);
    }

    public long count(AgentState state, int centre) {
        return agents.get(state.value(), centre);
    }

    /** Agents in that state everywhere. */
    public long total(AgentState state) {
        return agents.sum(state.value());
    }
}
