package io.baro.acd.config;

import java.util.List;
import java.util.Map;

/**
 * What {@code queues.yaml} says: skills and queues by their places in the file. Every queue exists once per PBX. Immutable; any
 * thread.
 *
 * @param entries dialled number to queue of the callers who go straight to an agent
 */
public record QueuePlan(List<String> skills, List<Queue> queues, Map<String, String> entries, String defaultEntry) {

    /**
     * A waiting line.
     *
     * @param skills name to least level
     */
    public record Queue(String name, Map<String, Integer> skills, int line) {
        public Queue {
            skills = Map.copyOf(skills);
        }
    }

    public QueuePlan {
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
        entries = Map.copyOf(entries);
    }

    /** Its place in the file, from 0; -1 when there is none. */
    public int indexOf(String queue) {
        for (int i = 0; i < queues.size(); i++) {
            if (queues.get(i).name().equals(queue)) {
                return i;
            }
        }
        return -1;
    }

    /** The queue's id on that PBX. */
    public int queueId(int pbxId, int index) {
        return pbxId * queues.size() + index;
    }
}
