package io.baro.bench.core;

import java.util.Arrays;

/**
 * What happens when, in tenths of a second: each slot has at most one thing to come, at most an hour and a bit ahead. A ring of lists
 * (Varghese and Lauck 1987), so that setting and taking cost the same however many there are. One thread.
 */
final class EventWheel {
    static final int TICK_MILLIS = 100;

    private static final int TICKS = 1 << 16;
    private static final int NONE = -1;

    private final int[] first = new int[TICKS];
    private final int[] next;
    private final int[] previous;
    private final int[] tick;
    private long nowTick;

    EventWheel(int slots, long nowMillis) {
        next = new int[slots];
        previous = new int[slots];
        tick = new int[slots];
        Arrays.fill(first, NONE);
        Arrays.fill(tick, NONE);
        nowTick = nowMillis / TICK_MILLIS;
    }

    /** Sets when the slot's thing comes, instead of what it had; at the earliest in the next tick. */
    void set(int slot, long inMillis) {
        cancel(slot);
        long ahead = Math.clamp(inMillis / TICK_MILLIS, 1, TICKS - 1);
        int place = (int) (nowTick + ahead) & (TICKS - 1);
        tick[slot] = place;
        previous[slot] = NONE;
        next[slot] = first[place];
        if (next[slot] != NONE) {
            previous[next[slot]] = slot;
        }
        first[place] = slot;
    }

    /** Takes the slot's thing out, if it has one. */
    void cancel(int slot) {
        if (tick[slot] == NONE) {
            return;
        }
        if (previous[slot] == NONE) {
            first[tick[slot]] = next[slot];
        } else {
            next[previous[slot]] = next[slot];
        }
        if (next[slot] != NONE) {
            previous[next[slot]] = previous[slot];
        }
        tick[slot] = NONE;
    }

    /** A slot whose thing comes now, taken out; -1: none is left in this tick. */
    int take() {
        int slot = first[(int) nowTick & (TICKS - 1)];
        if (slot != NONE) {
            cancel(slot);
        }
        return slot;
    }

    /** Goes on by one tick and tells the time, milliseconds. */
    long advance() {
        nowTick++;
        return nowTick * TICK_MILLIS;
    }

    /** Jumps over a night, in which nothing is to come. */
    void jumpTo(long millis) {
        for (int head : first) {
            if (head != NONE) {
                throw new IllegalStateException("slot " + head + " is still to come");
            }
        }
        nowTick = millis / TICK_MILLIS;
    }
}
