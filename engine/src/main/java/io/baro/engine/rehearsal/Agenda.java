package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.CallIds;
import java.util.Arrays;

/**
 * Owns what will happen in the rehearsed world, in the order of time, then of who does it, then of planning: so two days with the same
 * people have the same order however they were planned. A binary heap of plain numbers, since a day has millions of entries. Never
 * looks at a clock. One thread.
 */
final class Agenda {
    /** Who comes first in a millisecond: opening hours, arrivals by PBX, agents by id, callers by id. */
    static final long TIMETABLE = 0;

    private static final int ACTOR_BITS = 36;
    private static final int KIND_SHIFT = 34;
    private static final long ARRIVAL = 1L << KIND_SHIFT;
    private static final long AGENT = 2L << KIND_SHIFT;
    private static final long CALLER = 3L << KIND_SHIFT;
    private static final int SEQUENCE_BITS = 24;
    /** 37 hours fit above an actor in one number. */
    private static final long LONGEST_MILLIS = (1L << (Long.SIZE - 1 - ACTOR_BITS)) - 1;

    private static final int FIRST_SIZE = 1024;

    private final long startMillis;
    private long[] keys = new long[FIRST_SIZE];
    private long[] orders = new long[FIRST_SIZE];
    private Runnable[] happenings = new Runnable[FIRST_SIZE];
    private int size;
    private long order;
    private long nowMillis;

    Agenda(long startMillis) {
        this.startMillis = startMillis;
        nowMillis = startMillis;
    }

    static long arrivalAt(int pbxId) {
        return ARRIVAL | pbxId;
    }

    static long agent(int agentId) {
        return AGENT | agentId;
    }

    static long caller(long callId) {
        return CALLER | (long) CallIds.pbxOf(callId) << SEQUENCE_BITS | CallIds.sequenceOf(callId);
    }

    long nowMillis() {
        return nowMillis;
    }

    void in(long millis, long actor, Runnable happening) {
        at(nowMillis + millis, actor, happening);
    }

    /** At that time; what is past happens now, and nothing later than a day and a half. */
    void at(long millis, long actor, Runnable happening) {
        long offset = Math.clamp(millis - startMillis, nowMillis - startMillis, LONGEST_MILLIS);
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            happenings = Arrays.copyOf(happenings, 2 * size);
        }
        siftUp(size++, offset << ACTOR_BITS | actor, order++, happening);
    }

    /** When the next thing happens; {@link Long#MAX_VALUE}: nothing will. */
    long nextMillis() {
        return size == 0 ? Long.MAX_VALUE : startMillis + (keys[0] >>> ACTOR_BITS);
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
            siftDown(keys[size], orders[size], last);
        }
        first.run();
    }

    private void siftUp(int from, long key, long planned, Runnable happening) {
        int at = from;
        while (at > 0 && isAfter((at - 1) >>> 1, key, planned)) {
            int parent = (at - 1) >>> 1;
            copy(parent, at);
            at = parent;
        }
        put(at, key, planned, happening);
    }

    private void siftDown(long key, long planned, Runnable happening) {
        int at = 0;
        int child = 1;
        while (child < size) {
            child += child + 1 < size && isAfter(child, keys[child + 1], orders[child + 1]) ? 1 : 0;
            if (isAfter(child, key, planned)) {
                break;
            }
            copy(child, at);
            at = child;
            child = 2 * at + 1;
        }
        put(at, key, planned, happening);
    }

    private boolean isAfter(int place, long key, long planned) {
        return keys[place] > key || (keys[place] == key && orders[place] > planned);
    }

    private void copy(int from, int to) {
        put(to, keys[from], orders[from], happenings[from]);
    }

    private void put(int at, long key, long planned, Runnable happening) {
        keys[at] = key;
        orders[at] = planned;
        happenings[at] = happening;
    }
}
