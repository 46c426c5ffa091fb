package io.baro.engine.callcenter;

import io.baro.engine.state.State;

/**
 * Ids of care calls that were kept or given up, so that a list that is told again has nobody called twice. Forgets each two days after
 * its last hour; never more than it has room for, as {@link ReservationBook} asks first. Runs on: routing thread.
 */
public final class FinishedCareCalls {
    /** An operator may still move the end of a line that is done; by then the list is another one. */
    public static final long REMEMBERED_MILLIS = 2 * 86_400_000L;

    private final long[] ids;
    private final long[] forgottenMillis;
    private int size;

    FinishedCareCalls(int limit) {
        ids = new long[limit];
        forgottenMillis = new long[limit];
    }

    /** How many are remembered, some of them perhaps for no reason any more. */
    public int size() {
        return size;
    }

    /** In the order they ended, from 0. */
    public long id(int index) {
        return ids[index];
    }

    /** Until when that one is remembered, epoch milliseconds. */
    public long forgottenMillis(int index) {
        return forgottenMillis[index];
    }

    boolean contains(long reservationId, long nowMillis) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == reservationId && nowMillis < forgottenMillis[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether one more open care call beside these would find room here when it ends. */
    boolean hasRoomFor(int open, long nowMillis) {
        if (open + size >= ids.length) {
            forget(nowMillis);
        }
        return open + size < ids.length;
    }

    /** Remembers one; there must be room. */
    public void add(long reservationId, long untilMillis) {
        ids[size] = reservationId;
        forgottenMillis[size++] = untilMillis + REMEMBERED_MILLIS;
    }

    private void forget(long nowMillis) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (nowMillis < forgottenMillis[i]) {
                ids[kept] = ids[i];
                forgottenMillis[kept++] = forgottenMillis[i];
            }
        }
        size = kept;
    }

    void visit(State state) {
        size = state.next(size);
        state.next(ids, size);
        state.next(forgottenMillis, size);
    }
}
