package io.baro.acd.config;

import java.util.Map;

/**
 * One line of {@code agents.csv}. Immutable; any thread.
 *
 * @param number the agent's own, as people know it
 * @param centre the PBX his phone is on
 * @param skills name to level
 * @param weight share of calls under weighted random, 1-100
 * @param autoLogin whether he is at work from the start
 */
public record AgentPlan(
        String number,
        String endpoint,
        String centre,
        Map<String, Integer> skills,
        int weight,
        boolean autoLogin,
        int line) {
    public AgentPlan {
        skills = Map.copyOf(skills);
    }

    /** Somebody who is not in the file any more: his id stays his own. */
    static AgentPlan left(String number, String centre) {
        return new AgentPlan(number, "", centre, Map.of(), 1, false, 0);
    }

    AgentPlan withSkills(Map<String, Integer> others) {
        return new AgentPlan(number, endpoint, centre, others, weight, autoLogin, line);
    }

    /** Whether he is not in the file any more. */
    public boolean hasLeft() {
        return endpoint.isEmpty();
    }

    /** Whether he can do all that is asked. */
    public boolean serves(Map<String, Integer> needed) {
        for (Map.Entry<String, Integer> skill : needed.entrySet()) {
            if (skills.getOrDefault(skill.getKey(), 0) < skill.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Where his calls ring. */
    String phone() {
        return centre + "/" + endpoint;
    }
}
