package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import org.agrona.collections.Long2LongHashMap;

/**
 * The calls that were sent to the fallback queue last, and when: what their PBX still says of them is no new call. Forgets the oldest
 * for a new one. Runs on: routing thread.
 */
public final class DivertedCalls {
    /** A redirect takes milliseconds; so many are diverted in a second of the worst spike, ten times over. */
    static final int KEPT = 1_024;

    private static final float LOAD_FACTOR = 0.5f;
    private static final long NOT_KNOWN = Long.MIN_VALUE;

    private final Long2LongHashMap divertedAt = new Long2LongHashMap(KEPT * 2, LOAD_FACTOR, NOT_KNOWN);
    private final long[] ring = new long[KEPT];
    private int next;

    /** Remembers a call, or that it was sent there once more. */
    public void add(long callId, long nowMillis) {
        if (divertedAt.put(callId, nowMillis) != NOT_KNOWN) {
            return;
        }
        if (ring[next] != 0) {
            divertedAt.remove(ring[next]);
        }
        ring[next] = callId;
        next = (next + 1) % KEPT;
    }

    /** Whether the call was sent there. */
    public boolean contains(long callId) {
        return divertedAt.get(callId) != NOT_KNOWN;
    }

    /** When it was sent there last, epoch milliseconds; the call must be known. */
    public long divertedMillis(long callId) {
        return divertedAt.get(callId);
    }

    /** The call is over; false if it was not known. */
    public boolean forget(long callId) {
        if (divertedAt.remove(callId) == NOT_KNOWN) {
            return false;
        }
        for (int i = 0; i < KEPT; i++) {
            if (ring[i] == callId) {
                ring[i] = 0;
                return true;
            }
        }
        return true;
    }

    void visit(State state) {
        next = state.next(next);
        for (int i = 0; i < KEPT; i++) {
            ring[i] = state.next(ring[i]);
            if (ring[i] != 0) {
                divertedAt.put(ring[i], state.next(divertedAt.get(ring[i])));
            }
        }
    }
}
