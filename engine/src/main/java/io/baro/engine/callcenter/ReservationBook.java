package io.baro.engine.callcenter;

import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.state.State;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * All open callback reservations, at most one per caller. Records them and finds them again; never dials. Runs on: routing
 * thread.
 */
public final class ReservationBook {
    private static final float LOAD_FACTOR = 0.5f;

    private final Reservation[] made;
    private final Long2ObjectHashMap<Reservation> byCaller;
    private int size;

    ReservationBook(int limit) {
        made = new Reservation[limit];
        for (int i = 0; i < limit; i++) {
            made[i] = new Reservation(CallbackAcceptedDecoder.numberLength());
        }
        byCaller = new Long2ObjectHashMap<>(limit * 2, LOAD_FACTOR);
    }

    /** Open reservations. */
    public int size() {
        return size;
    }

    /** Whether no more can be made. */
    public boolean isFull() {
        return size == made.length;
    }

    /** In the order they were made, from 0. */
    public Reservation at(int index) {
        return made[index];
    }

    /** The caller's open reservation, or null. */
    public Reservation ofCaller(long callerKey) {
        return byCaller.get(callerKey);
    }

    /** Whether the caller's open reservation was made from this call: the call is over for the router. */
    public boolean isMadeFrom(long callId, long callerKey) {
        Reservation reservation = byCaller.get(callerKey);
        return reservation != null && reservation.id() == callId;
    }

    /** Records a reservation with the call's rank. The caller must not have one and the book must not be full. */
    public Reservation make(Call call, long callerKey, DirectBuffer number, int offset, long nowMillis) {
        Reservation reservation = made[size++];
        reservation.make(call, callerKey, number, offset, nowMillis);
        call.queue.promises(1);
        byCaller.put(callerKey, reservation);
        return reservation;
    }

    /** Their queues have counted them already. */
    void visit(State state) {
        size = state.next(size);
        for (int i = 0; i < size; i++) {
            made[i].visit(state);
            byCaller.put(made[i].callerKey(), made[i]);
        }
    }
}
