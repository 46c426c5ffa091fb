package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import org.agrona.DirectBuffer;

/**
 * A callback that keeps the caller's place in line. Holds the sealed number, which only the dialler can open. Pooled by
 * {@link ReservationBook}. Runs on: routing thread.
 */
public final class Reservation {
    private final byte[] sealedNumber;

    long id;
    long callerKey;
    int queueId;
    long joinedMillis;
    long boostMillis;
    long madeMillis;

    Reservation(int sealedNumberBytes) {
        sealedNumber = new byte[sealedNumberBytes];
    }

    /** The id of the call it was made from. */
    public long id() {
        return id;
    }

    /** Keyed hash of the caller's number. */
    public long callerKey() {
        return callerKey;
    }

    /** The line it keeps its place in. */
    public int queueId() {
        return queueId;
    }

    /** The same rank as the call had. */
    public long rank() {
        return joinedMillis - boostMillis;
    }

    /** When it was made, epoch milliseconds. */
    public long madeMillis() {
        return madeMillis;
    }

    void make(Call call, long key, DirectBuffer number, int offset, long nowMillis) {
        id = call.id();
        callerKey = key;
        queueId = call.queue.id();
        joinedMillis = call.joinedMillis;
        boostMillis = call.boostMillis;
        madeMillis = nowMillis;
        number.getBytes(offset, sealedNumber);
    }

    void visit(State state) {
        id = state.next(id);
        callerKey = state.next(callerKey);
        queueId = state.next(queueId);
        joinedMillis = state.next(joinedMillis);
        boostMillis = state.next(boostMillis);
        madeMillis = state.next(madeMillis);
        state.next(sealedNumber, sealedNumber.length);
    }
}
