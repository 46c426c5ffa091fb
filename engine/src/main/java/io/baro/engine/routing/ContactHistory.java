package io.baro.engine.routing;

import io.baro.engine.state.State;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * When each caller called, for repeat-contact rules: the last {@value #KEPT} contacts of the most recent callers, by keyed hash of
 * the number, and who talked to each last. Never knows a number. When full, the caller silent for longest is forgotten and counted. Runs on: routing thread.
 */
final class ContactHistory {
    /** Contacts kept per caller, so the largest threshold a rule can ask for. */
    static final int KEPT = 8;

    private static final float LOAD_FACTOR = 0.5f;
    private static final int NONE = -1;

    private final Long2LongHashMap slotByCaller;
    private final long[] callers;
    private final long[] times;
    private final int[] counts;
    private final int[] servedBy;
    private final int[] older;
    private final int[] newer;
    private int used;
    private int oldest = NONE;
    private int newest = NONE;
    private long forgotten;

    ContactHistory(int callerLimit) {
        slotByCaller = new Long2LongHashMap(callerLimit * 2, LOAD_FACTOR, NONE);
        callers = new long[callerLimit];
        times = new long[callerLimit * KEPT];
        counts = new int[callerLimit];
        servedBy = new int[callerLimit];
        older = new int[callerLimit];
        newer = new int[callerLimit];
        Arrays.fill(older, NONE);
        Arrays.fill(newer, NONE);
    }

    /** Notes a contact; a withheld number has no history. */
    void record(long callerKey, long nowMillis) {
        if (callerKey == 0) {
            return;
        }
        int slot = newestSlot(callerKey);
        times[slot * KEPT + counts[slot] % KEPT] = nowMillis;
        counts[slot]++;
    }

    /** Contacts within the last {@code windowMillis}, at most {@value #KEPT}; 0 for a withheld number. */
    int count(long callerKey, long nowMillis, long windowMillis) {
        int slot = slotOf(callerKey);
        if (slot == NONE) {
            return 0;
        }
        int within = 0;
        for (int i = Math.min(counts[slot], KEPT) - 1; i >= 0; i--) {
            if (nowMillis - times[slot * KEPT + i] < windowMillis) {
                within++;
            }
        }
        return within;
    }

    /** Notes which agent talked to a caller last; a withheld number has no history. */
    void served(long callerKey, int agentId) {
        if (callerKey != 0) {
            servedBy[newestSlot(callerKey)] = agentId;
        }
    }

    /** Index of the agent who talked to the caller last; -1: none is known. */
    int lastAgent(long callerKey) {
        int slot = slotOf(callerKey);
        return slot == NONE ? NONE : servedBy[slot];
    }

    /** Callers whose history was given up for newer ones: above 0 the limit is too small for the rules' windows. */
    long forgotten() {
        return forgotten;
    }

    /**
     * By slot, not by age: which slot a caller has follows from the commands, and a quarter of a million callers in the order of
     * memory are written many times faster (docs/decisions/0006).
     */
    void visit(State state) {
        used = state.next(used);
        oldest = state.next(oldest);
        newest = state.next(newest);
        forgotten = state.next(forgotten);
        state.next(callers, used);
        state.next(counts, used);
        state.next(servedBy, used);
        state.next(older, used);
        state.next(newer, used);
        state.next(times, used * KEPT);
        for (int slot = slotByCaller.size(); slot < used; slot++) {
            slotByCaller.put(callers[slot], slot);
        }
    }

    /** The caller's slot, made if he has none; nobody was heard of later. */
    private int newestSlot(long callerKey) {
        int slot = (int) slotByCaller.get(callerKey);
        if (slot == NONE) {
            slot = newSlot(callerKey);
        } else {
            unlink(slot);
        }
        linkAsNewest(slot);
        return slot;
    }

    private int slotOf(long callerKey) {
        return callerKey == 0 ? NONE : (int) slotByCaller.get(callerKey);
    }

    private int newSlot(long callerKey) {
        int slot;
        if (used < callers.length) {
            slot = used++;
        } else {
            slot = oldest;
            unlink(slot);
            slotByCaller.remove(callers[slot]);
            Arrays.fill(times, slot * KEPT, (slot + 1) * KEPT, 0);
            forgotten++;
        }
        callers[slot] = callerKey;
        counts[slot] = 0;
        servedBy[slot] = NONE;
        slotByCaller.put(callerKey, slot);
        return slot;
    }

    private void linkAsNewest(int slot) {
        older[slot] = newest;
        newer[slot] = NONE;
        if (newest == NONE) {
            oldest = slot;
        } else {
            newer[newest] = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        if (older[slot] == NONE) {
            oldest = newer[slot];
        } else {
            newer[older[slot]] = newer[slot];
        }
        if (newer[slot] == NONE) {
            newest = older[slot];
        } else {
            older[newer[slot]] = older[slot];
        }
    }
}
