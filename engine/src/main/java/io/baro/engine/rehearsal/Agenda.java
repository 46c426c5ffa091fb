package io.baro.engine.rehearsal;

import java.util.Arrays;

/**
 * Owns what will happen in the rehearsed world, in the order of time, then of planning: a binary heap of one number each, since a day
 * has millions of entries. Never looks at a clock. One thread.
 */
final class Agenda {
    /** Seventy thousand million plans, and 37 hours of milliseconds before them in the same number. */
    private static final int ORDER_BITS = 36;

    private static final long ORDER_MASK = (1L << ORDER_BITS) - 1;
    private static final long LONGEST_MILLIS = (1L << (Long.SIZE - 1 - ORDER_BITS)) - 1;

    private final long startMillis;
    private long[] keys = new long[1024];
    private Runnable[] happenings = new Runnable[1024];
    private int size;
    private long order;
    private long nowMillis;

    Agenda(long startMillis) {
        this.startMillis = startMillis;
        nowMillis = startMillis;
    }

    long nowMillis() {
        return nowMillis;
    }

    void in(long millis, Runnable happening) {
        at(nowMillis + millis, happening);
    }

    /** At that time; what is past happens now, and nothing later than a day and a half. */
    void at(long millis, Runnable happening) {
        long offset = Math.clamp(millis - startMillis, nowMillis - startMillis, LONGEST_MILLIS);
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            happenings = Arrays.copyOf(happenings, 2 * size);
        }
        siftUp(size++, offset << ORDER_BITS | (order++ & ORDER_MASK), happening);
    }

    /** When the next thing happens; {@link Long#MAX_VALUE}: nothing will. */
    long nextMillis() {
        return size == 0 ? Long.MAX_VALUE : startMillis + (keys[0] >>> ORDER_BITS);
    }

    /** Moves time on without anything happening. */
    void passTo(long millis) {
        nowMillis = Math.max(nowMillis, millis);
    }

    /** Lets the next thing happen. */
    void step() {
        nowMillis = Math.max(nowMillis, nextMillis());
        Runnable first = happenings[0];
        size--;
        Runnable last = happenings[size];
        happenings[size] = null;
        if (size > 0) {
            siftDown(keys[size], last);
        }
        first.run();
    }

    private void siftUp(int from, long key, Runnable happening) {
        int at = from;
        while (at > 0 && keys[(at - 1) >>> 1] > key) {
            int parent = (at - 1) >>> 1;
            put(at, keys[parent], happenings[parent]);
            at = parent;
        }
        put(at, key, happening);
    }

    private void siftDown(long key, Runnable happening) {
        int at = 0;
        int child = 1;
        while (child < size) {
            child += child + 1 < size && keys[child + 1] < keys[child] ? 1 : 0;
            if (keys[child] >= key) {
                break;
            }
            put(at, keys[child], happenings[child]);
            at = child;
            child = 2 * at + 1;
        }
        put(at, key, happening);
    }

    private void put(int at, long key, Runnable happening) {
        keys[at] = key;
        happenings[at] = happening;
    }
}
