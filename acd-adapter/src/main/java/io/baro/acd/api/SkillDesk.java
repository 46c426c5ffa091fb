package io.baro.acd.api;

import java.util.Map;

/** Where agents' skills are kept. Any thread. */
@FunctionalInterface
public interface SkillDesk {
    /** Gives an agent other skills; throws {@link Problem} when there is no such agent or skill. */
    void change(String agent, Map<String, Integer> skills, String actor);
}
