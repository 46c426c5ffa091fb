package io.baro.engine.simulation;

import java.util.PriorityQueue;

/** What will happen in the simulated world, in the order of time, then of scheduling. */
final class Agenda {
    private record Entry(long atMillis, long order, Runnable happening) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long order;
    private long nowMillis;

    Agenda(long startMillis) {
        nowMillis = startMillis;
    }

    long nowMillis() {
        return nowMillis;
    }

    void in(long millis, Runnable happening) {
        entries.add(new Entry(nowMillis + millis, order++, happening));
    }

    /** When the next thing happens, or {@link Long#MAX_VALUE}. */
    long nextMillis() {
        return entries.isEmpty() ? Long.MAX_VALUE : entries.peek().atMillis();
    }

    /** Moves time on without anything happening. */
    void passTo(long millis) {
        nowMillis = Math.max(nowMillis, millis);
    }

    /** Lets the next thing happen. */
    void step() {
        Entry entry = entries.remove();
        nowMillis = Math.max(nowMillis, entry.atMillis());
        entry.happening().run();
    }
}
