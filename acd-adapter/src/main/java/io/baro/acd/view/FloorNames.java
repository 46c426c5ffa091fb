package io.baro.acd.view;

import io.baro.acd.config.AgentPlan;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.config.RulePlan;
import io.baro.engine.callcenter.CallIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What centres, queues, agents and rules are called, by the router's numbers. Immutable: a change makes another; any thread.
 *
 * @param queues of each centre, by their places in the configuration
 * @param agents by agent id
 * @param rulesOfVersion names of rules by their places, of each version that was told
 */
public record FloorNames(
        List<String> centres, List<String> queues, List<AgentPlan> agents, Map<Integer, List<String>> rulesOfVersion) {

    public FloorNames {
        centres = List.copyOf(centres);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        rulesOfVersion = Map.copyOf(rulesOfVersion);
    }

    public static FloorNames of(Configuration configuration) {
        RulePlan rules = configuration.rules();
        return new FloorNames(
                configuration.server().pbxs().stream().map(PbxPlan::name).toList(),
                configuration.queues().queues().stream()
                        .map(QueuePlan.Queue::name)
                        .toList(),
                configuration.agents(),
                Map.of(rules.version(), rules.names()));
    }

    public FloorNames withAgents(List<AgentPlan> byId) {
        return new FloorNames(centres, queues, byId, rulesOfVersion);
    }

    public FloorNames withRules(RulePlan rules) {
        Map<Integer, List<String>> all = new HashMap<>(rulesOfVersion);
        all.put(rules.version(), rules.names());
        return new FloorNames(centres, queues, agents, all);
    }

    /** Queues of all centres: their ids are the numbers below. */
    int queueCount() {
        return centres.size() * queues.size();
    }

    /** The centre of that queue, from 0. */
    int centreOf(int queueId) {
        return queueId / queues.size();
    }

    /** The queue's name; null: none. */
    String queue(int queueId) {
        return queueId < 0 || queueId >= queueCount() ? null : queues.get(queueId % queues.size());
    }

    /** The name of the centre that holds the call. */
    String centreOfCall(long callId) {
        int centre = CallIds.pbxOf(callId);
        return centre < 0 || centre >= centres.size() ? null : centres.get(centre);
    }

    /** The agent's number; null: nobody. */
    String agent(int agentId) {
        return agentId < 0 || agentId >= agents.size()
                ? null
                : agents.get(agentId).number();
    }

    /** Names of the rules that fired; by their places where the version is not known. */
    List<String> rules(int fired, int version) {
        List<String> known = rulesOfVersion.getOrDefault(version, List.of());
        List<String> names = new ArrayList<>();
        for (int bits = fired; bits != 0; bits &= bits - 1) {
            int rule = Integer.numberOfTrailingZeros(bits);
            names.add(rule < known.size() ? known.get(rule) : "rule " + (rule + 1));
        }
        return List.copyOf(names);
    }
}
