package io.baro.acd.migration;

import java.util.Map;
import java.util.TreeMap;

/**
 * A line of agents.csv. Immutable; any thread.
 *
 * @param skills each queue's, with a level from 1 to 10
 * @param weight his share under weighted-random, from 1 to 100
 * @param loggedIn from the start
 */
record ImportedAgent(String id, String endpoint, Map<String, Integer> skills, int weight, boolean loggedIn) {
    ImportedAgent {
        skills = new TreeMap<>(skills);
    }
}
