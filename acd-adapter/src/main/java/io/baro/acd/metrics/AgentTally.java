package io.baro.acd.metrics;

import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import java.util.Arrays;
import java.util.List;

/** How many agents of each centre are in each state. Written on the routing thread, read from any thread. */
public final class AgentTally {
    private static final byte LOGGED_OUT = (byte) AgentState.LOGGED_OUT.value();

    private final SlotCounts agents;
    private volatile int[] centreOfAgent;
    private byte[] stateOfAgent = new byte[0];

    AgentTally(CentreNames names) {
        agents = new SlotCounts(AgentState.values().length - 1, names.centres().size());
        know(names.centreOfAgent());
        grow();
    }

    /** Agents may come while Baro runs; each is counted from the first that is heard of any of them. From any thread. */
    void know(List<Integer> centres) {
        centreOfAgent = centres.stream().mapToInt(Integer::intValue).toArray();
    }

    void changed(AgentChangedDecoder fact) {
        int agent = fact.agentId();
        if (agent >= stateOfAgent.length) {
            grow();
        }
        if (agent < 0 || agent >= stateOfAgent.length) {
            return;
        }
        int centre = centreOfAgent[agent];
        byte before = stateOfAgent[agent];
        stateOfAgent[agent] = (byte) fact.stateRaw();
        // In this order a reader never finds him in neither: a stop waits until nobody is reserved or rings.
        agents.add(stateOfAgent[agent], centre, 1);
        agents.add(before, centre, -1);
    }

    private void grow() {
        int[] centres = centreOfAgent;
        int known = stateOfAgent.length;
        stateOfAgent = Arrays.copyOf(stateOfAgent, centres.length);
        for (int agent = known; agent < centres.length; agent++) {
            stateOfAgent[agent] = LOGGED_OUT;
            agents.add(LOGGED_OUT, centres[agent], 1);
        }
    }

    public long count(AgentState state, int centre) {
        return agents.get(state.value(), centre);
    }

    /** Agents in that state everywhere. */
    public long total(AgentState state) {
        return agents.sum(state.value());
    }
}
