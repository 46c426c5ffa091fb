package io.baro.engine.rehearsal;

import java.util.PriorityQueue;

/** Owns what will happen in the rehearsed world, in the order of time, then of planning. Never looks at a clock. One thread. */
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
        at(nowMillis + millis, happening);
    }

    /** At that time; what is past happens now. */
    void at(long millis, Runnable happening) {
        entries.add(new Entry(Math.max(nowMillis, millis), order++, happening));
    }

    /** When the next thing happens; {@link Long#MAX_VALUE}: nothing will. */
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
        nowMillis = entry.atMillis();
        entry.happening().run();
    }
}
