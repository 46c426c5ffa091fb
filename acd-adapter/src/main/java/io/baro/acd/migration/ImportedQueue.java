package io.baro.acd.migration;

import java.util.List;
import java.util.Map;

/**
 * A queue of queues.yaml. Immutable; any thread.
 *
 * @param skill what its calls need; empty: nothing
 * @param levels the least level of each step, the queue's own first
 * @param settings other keys with their values as they are written, in their order
 * @param ringsAll several phones for one call
 * @param divertsWhenNobodyIsThere as a joinempty that is no yes
 */
record ImportedQueue(
        String name,
        String skill,
        List<Integer> levels,
        Map<String, String> settings,
        boolean ringsAll,
        boolean divertsWhenNobodyIsThere) {
    ImportedQueue {
        levels = List.copyOf(levels);
    }
}
