package io.baro.acd.metrics;

import org.agrona.collections.Long2LongHashMap;

/**
 * Where each live call stands, told by decisions alone: an account of its own beside the router's, so that the identity has two
 * witnesses. Runs on: routing thread; allocates nothing once made.
 */
final class LiveCalls {
    /** Not a live call. */
    static final long NONE = -1;

    static final int ENTERING = 0;
    static final int WAITING = 1;
    static final int OFFERED = 2;
    static final int TALKING = 3;

    private static final int SLOT_SHIFT = 32;
    private static final int STATE_SHIFT = 56;
    private static final int STATE_MASK = 0xF;
    private static final int MORE_SHIFT = 60;
    private static final long SLOT_MASK = 0xFF_FFFFL;
    private static final float LOAD_FACTOR = 0.5f;

    /** Call id to further phones that ring for it (4 bits, of which 3 are used), state (4), slot (24), rules that fired (32). */
    private final Long2LongHashMap calls;

    LiveCalls(int limit) {
        // Twice the limit at this load factor never grows.
        calls = new Long2LongHashMap(limit * 2, LOAD_FACTOR, NONE);
    }

    /** What is known of the call, or {@link #NONE}. */
    long get(long callId) {
        return calls.get(callId);
    }

    void put(long callId, int state, int slot, int rulesFired) {
        calls.put(callId, ((long) state << STATE_SHIFT) | ((long) slot << SLOT_SHIFT) | (rulesFired & 0xFFFF_FFFFL));
    }

    /** So many phones ring for an offered call beside the first. */
    void more(long callId, int phones) {
        long call = calls.get(callId);
        calls.put(callId, (call & ((1L << MORE_SHIFT) - 1)) | ((long) phones << MORE_SHIFT));
    }

    void remove(long callId) {
        calls.remove(callId);
    }

    int size() {
        return calls.size();
    }

    static int stateOf(long call) {
        return (int) (call >>> STATE_SHIFT) & STATE_MASK;
    }

    static int moreOf(long call) {
        return (int) (call >>> MORE_SHIFT);
    }

    static int slotOf(long call) {
        return (int) (call >>> SLOT_SHIFT & SLOT_MASK);
    }

    static int rulesOf(long call) {
        return (int) call;
    }
}
