package io.baro.acd.config;

import java.util.Map;

/**
 * One line of {@code agents.csv}. Immutable; any thread.
 *
 * @param number the agent's own, as people know it
 * @param centre the PBX his phone is on
 * @param skills name to level
 * @param autoLogin whether he is at work from the start
 */
public record AgentPlan(
        String number, String endpoint, String centre, Map<String, Integer> skills, boolean autoLogin, int line) {
    public AgentPlan {
        skills = Map.copyOf(skills);
    }

    /** Whether he can do all that a queue asks. */
    boolean serves(QueuePlan.Queue queue) {
        return queue.skills().entrySet().stream()
                .allMatch(needed -> skills.getOrDefault(needed.getKey(), 0) >= needed.getValue());
    }
}
