package io.baro.acd.customer;

import java.util.Map;

/**
 * What the words of customers.csv mean to the router: agents and regions. Immutable; any thread.
 *
 * @param agentIds by the number of an agent of agents.csv; a number that is not there has left
 * @param teamOfRegion place in queues.yaml of the queue that takes over, by region
 */
public record CustomerLinks(Map<String, Integer> agentIds, Map<String, Integer> teamOfRegion) {
    /** Nobody has an agent of his own. */
    public static final CustomerLinks NONE = new CustomerLinks(Map.of(), Map.of());

    public CustomerLinks {
        agentIds = Map.copyOf(agentIds);
        teamOfRegion = Map.copyOf(teamOfRegion);
    }

    int agentIdOf(String number) {
        return agentIds.getOrDefault(number, CustomerDirectory.AGENT_LEFT);
    }
}
