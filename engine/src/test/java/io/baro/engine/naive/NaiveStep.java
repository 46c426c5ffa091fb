package io.baro.engine.naive;

import java.util.Map;

/**
 * One step of a queue's ladder.
 *
 * @param centres bit n: agents of PBX n
 * @param skills least level of each skill
 */
record NaiveStep(
        long after, long ewtOver, long ewtAdvantage, int keepReady, long centres, Map<Integer, Integer> skills) {

    /** Routing 4: his centre is among the step's and he has each of its skills at least at its level. */
    boolean matches(NaiveAgent agent) {
        boolean skilled = skills.entrySet().stream()
                .allMatch(skill -> agent.skills.getOrDefault(skill.getKey(), 0) >= skill.getValue());
        return skilled && (centres >>> agent.pbx & 1) == 1;
    }
}
