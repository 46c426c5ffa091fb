package io.baro.engine.rehearsal;

import java.util.PriorityQueue;

/**
 * Owns one step of one queue as the witness sees it: who waits on it or higher, in the order of arrival, and how many who match it are ready.
 * Never routes. One thread.
 */
final class Lane {
    private record Place(WitnessedCall call, int place, long joinedMillis) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Long.compare(joinedMillis, other.joinedMillis);
        }
    }

    final int queueId;
    final int step;
    final int keepReady;
    int ready;
    int waiting;
    /** Whether its promise is to be looked at after the command at hand. */
    boolean touched;

    private final PriorityQueue<Place> byArrival = new PriorityQueue<>();

    Lane(FloorPlan.Step step) {
        queueId = step.queueId();
        this.step = step.step();
        keepReady = step.keepReady();
    }

    void enter(WitnessedCall call) {
        waiting++;
        byArrival.add(new Place(call, call.place, call.joinedMillis));
    }

    void leave() {
        waiting--;
        if (waiting == 0) {
            byArrival.clear();
        }
    }

    /** Who waits longest; null: nobody. */
    WitnessedCall oldest() {
        Place first = byArrival.peek();
        while (first != null && first.call.place != first.place) {
            byArrival.remove();
            first = byArrival.peek();
        }
        return first == null ? null : first.call;
    }
}
