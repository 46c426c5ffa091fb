package io.baro.acd.metrics;

import java.util.List;

/**
 * What centres, queues and agents are called, by the router's numbers. A slot is a queue of a centre, or the place of its calls
 * that never stood in one. Immutable; any thread.
 *
 * @param queues of each centre, by their places in the configuration
 * @param centreOfAgent by agent id
 */
public record CentreNames(List<String> centres, List<String> queues, List<Integer> centreOfAgent) {
    private static final String NO_QUEUE = "none";

    public CentreNames {
        centres = List.copyOf(centres);
        queues = List.copyOf(queues);
        centreOfAgent = List.copyOf(centreOfAgent);
    }

    int slots() {
        return centres.size() * queues.size() + centres.size();
    }

    /** The slot of that queue, or of the centre's calls without one. */
    int slotOf(int queueId, int centre) {
        int queueCount = centres.size() * queues.size();
        return queueId >= 0 && queueId < queueCount ? queueId : queueCount + centre;
    }

    int centreOfSlot(int slot) {
        int queueCount = centres.size() * queues.size();
        return slot < queueCount ? slot / queues.size() : slot - queueCount;
    }

    /** The queue's name alone, without its centre. */
    public String queueOfSlot(int slot) {
        return slot < centres.size() * queues.size() ? queues.get(slot % queues.size()) : NO_QUEUE;
    }
}
