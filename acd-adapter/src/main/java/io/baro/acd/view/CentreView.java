package io.baro.acd.view;

import java.util.List;
import java.util.Map;

/**
 * A centre as people see it; the fields are those of the API's document. Immutable; any thread.
 *
 * @param link state of its PBX's link; ready when all is well
 * @param agents state to how many
 * @param reserved calls of the day that ended with a promise to call back
 */
public record CentreView(
        String name,
        String link,
        int waiting,
        long longestWaitMs,
        int talking,
        Map<String, Integer> agents,
        int reservationsOpen,
        boolean spike,
        long offered,
        long answered,
        long abandoned,
        long reserved,
        Double serviceLevel,
        List<QueueView> queues) {}
