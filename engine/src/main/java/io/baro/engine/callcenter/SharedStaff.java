package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * Which other queues take agents from a queue: how many of its staff each of them shares, on the first steps of the ladders. Counts,
 * never estimates. Runs on: routing thread.
 */
final class SharedStaff {
    /** A queue whose agents serve more others than this is estimated by those first defined: the others cost more than they tell. */
    static final int MOST_QUEUES = 64;

    private final List<CallQueue> queues = new ArrayList<>();
    private final int[] shared = new int[MOST_QUEUES];

    /** So many more of the agents who serve this queue serve that one too. */
    void add(CallQueue other, int more) {
        int at = queues.indexOf(other);
        if (at < 0 && queues.size() < MOST_QUEUES) {
            queues.add(other);
            at = queues.size() - 1;
        }
        if (at >= 0) {
            shared[at] += more;
        }
    }

    int size() {
        return queues.size();
    }

    CallQueue queue(int index) {
        return queues.get(index);
    }

    /** Agents who serve both. */
    int count(int index) {
        return shared[index];
    }

    void visit(State state, CallCenter center) {
        int count = state.next(queues.size());
        for (int i = 0; i < count; i++) {
            int queueId = state.next(i < queues.size() ? queues.get(i).id() : 0);
            if (i == queues.size()) {
                queues.add(center.queue(queueId));
            }
        }
        state.next(shared, count);
    }
}
