package io.baro.engine.callcenter;

import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.state.State;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * All open reservations in the order they were made, at most one per caller who asked for one. Records them and finds them again; never dials. Runs on:
 * routing thread.
 */
public final class ReservationBook {
    private static final float LOAD_FACTOR = 0.5f;

    private final Reservation[] made;
    private final Long2ObjectHashMap<Reservation> byCaller;
    private final Long2ObjectHashMap<Reservation> byId;
    private final FinishedCareCalls finished;
    private int size;
    private int careCalls;

    ReservationBook(int limit) {
        made = new Reservation[limit];
        for (int i = 0; i < limit; i++) {
            made[i] = new Reservation(CallbackAcceptedDecoder.numberLength());
        }
        byCaller = new Long2ObjectHashMap<>(limit * 2, LOAD_FACTOR);
        byId = new Long2ObjectHashMap<>(limit * 2, LOAD_FACTOR);
        finished = new FinishedCareCalls(limit);
    }

    /** Open reservations. */
    public int size() {
        return size;
    }

    /** Whether no more can be made. */
    public boolean isFull() {
        return size == made.length;
    }

    /** Whether no more care calls can be made: each that is open must find room among the finished ones. */
    public boolean isFullOfCareCalls(long nowMillis) {
        return isFull() || !finished.hasRoomFor(careCalls, nowMillis);
    }

    /** Care calls that are over, and must not be made again. */
    public FinishedCareCalls finishedCareCalls() {
        return finished;
    }

    /** In the order they were made, from 0. */
    public Reservation at(int index) {
        return made[index];
    }

    /** The caller's open reservation, or null. */
    public Reservation ofCaller(long callerKey) {
        return byCaller.get(callerKey);
    }

    /** The open reservation of that id, or null. */
    public Reservation get(long reservationId) {
        return byId.get(reservationId);
    }

    /** Whether that id is of an open reservation, or of a care call that must not be made again. */
    public boolean isKnown(long reservationId, long nowMillis) {
        return byId.containsKey(reservationId) || finished.contains(reservationId, nowMillis);
    }

    /** The open reservation that a call made by the router keeps, or null. */
    public Reservation ofCallback(long callId) {
        return byId.get(CallIds.reservationOf(callId));
    }

    /** Whether an open reservation was made from this call: the call is over for the router. */
    public boolean isMadeFrom(long callId) {
        return byId.containsKey(callId);
    }

    /** Records a reservation. The caller must not have one and the book must not be full. */
    public Reservation make(Reservation.Terms terms, DirectBuffer number, int offset, long nowMillis) {
        Reservation reservation = made[size++];
        reservation.make(terms, number, offset, nowMillis);
        index(reservation);
        return reservation;
    }

    /** Takes a reservation out; the order of the others stays. The object is used again, so nobody may keep it. */
    public void close(Reservation reservation, ReservationOutcome outcome) {
        if (reservation.kind() == ReservationKind.CARE) {
            careCalls--;
            if (outcome == ReservationOutcome.KEPT || outcome == ReservationOutcome.EXHAUSTED) {
                finished.add(reservation.id(), reservation.untilMillis);
            }
        }
        if (byCaller.get(reservation.callerKey()) == reservation) {
            byCaller.remove(reservation.callerKey());
        }
        byId.remove(reservation.id());
        int at = 0;
        while (made[at] != reservation) {
            at++;
        }
        System.arraycopy(made, at + 1, made, at, size - at - 1);
        made[--size] = reservation;
    }

    /** A caller has one that he asked for; what the centre owes him besides goes by its id alone. */
    private void index(Reservation reservation) {
        if (reservation.kind() == ReservationKind.CALLBACK) {
            byCaller.put(reservation.callerKey(), reservation);
        } else {
            careCalls++;
        }
        byId.put(reservation.id(), reservation);
    }

    /** Their queues have counted them already. */
    void visit(State state, CallCenter center) {
        size = state.next(size);
        careCalls = 0;
        for (int i = 0; i < size; i++) {
            made[i].visit(state, center);
            index(made[i]);
        }
        finished.visit(state);
    }
}
