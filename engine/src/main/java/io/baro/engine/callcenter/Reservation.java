package io.baro.engine.callcenter;

import io.baro.engine.line.Place;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.state.State;
import org.agrona.DirectBuffer;

/**
 * A callback that keeps the caller's place in line, or a call that the centre owes somebody of a list. Holds the sealed number, which
 * only the dialler can open. Pooled by {@link ReservationBook}; changes only by the callback desk. Runs on: routing thread.
 */
public final class Reservation {
    /** When it is due, or over. */
    public final Place<TimerOwner> timer = new Place<>(TimerOwner.of(this));

    private final byte[] sealedNumber;

    long id;
    long callerKey;
    int queueId;
    ReservationKind kind = ReservationKind.CALLBACK;
    long joinedMillis;
    long boostMillis;
    long madeMillis;

    /** Not before, epoch milliseconds: the caller's wish, then the pause after a call that failed. */
    public long dueMillis;

    /** Not from then on, epoch milliseconds. */
    public long untilMillis;

    /** Calls to the customer that failed. */
    public int attempts;

    /** Tries in a row that came to nothing, none of them an attempt: the trunk failed, or nobody said how it ended. */
    public int fruitless;

    /** The call that stands in line for it, is offered or talks; null: it rests. */
    public Call call;

    /** The customer's phone was called for the present attempt, or is: an agent was there, or it is called first. */
    public boolean calling;

    /** His phone is called before the agent's. */
    public boolean customerFirst;

    /** The customer answered the present attempt. */
    public boolean reached;

    /** He talked to an agent, or somebody else serves him. */
    public boolean served;

    /** The call's channel is gone, and how the attempt ended was not told yet. */
    public boolean unreported;

    /** How the present attempt ended, {@link io.baro.engine.message.DialStatus} by value; NONE: not told. */
    public int result;

    /** Nobody wants it any more: it ends when its call does. */
    public boolean withdrawn;

    Reservation(int sealedNumberBytes) {
        sealedNumber = new byte[sealedNumberBytes];
    }

    /** What a reservation is about, as a command tells it. */
    public record Terms(
            long id, long callerKey, int queueId, ReservationKind kind, long joinedMillis, long boostMillis) {}

    /** The id of the call it was made from, or that its list gave it. */
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

    /** Whose wish it is. */
    public ReservationKind kind() {
        return kind;
    }

    /** The arrival that its rank counts from, epoch milliseconds. */
    public long joinedMillis() {
        return joinedMillis;
    }

    /** Head start, milliseconds; negative for a care call. */
    public long boostMillis() {
        return boostMillis;
    }

    /** The same rank as the call had. */
    public long rank() {
        return joinedMillis - boostMillis;
    }

    /** When it was made, epoch milliseconds. */
    public long madeMillis() {
        return madeMillis;
    }

    /** The sealed number, opaque to the router. */
    public byte[] sealedNumber() {
        return sealedNumber;
    }

    void make(Terms terms, DirectBuffer number, int offset, long nowMillis) {
        id = terms.id();
        callerKey = terms.callerKey();
        queueId = terms.queueId();
        kind = terms.kind();
        joinedMillis = terms.joinedMillis();
        boostMillis = terms.boostMillis();
        madeMillis = nowMillis;
        callAt(number, offset);
        attempts = 0;
        fruitless = 0;
        call = null;
        withdrawn = false;
        beginAttempt();
    }

    /** Its rank counts from there: a care call's does from when it is to be called. */
    public void joins(long epochMillis) {
        joinedMillis = epochMillis;
    }

    /** He is to be called at that number. */
    public void callAt(DirectBuffer number, int offset) {
        number.getBytes(offset, sealedNumber);
    }

    /** Nothing is known yet of the next call to the customer. */
    public void beginAttempt() {
        calling = false;
        customerFirst = false;
        reached = false;
        served = false;
        unreported = false;
        result = 0;
    }

    void visit(State state, CallCenter center) {
        id = state.next(id);
        callerKey = state.next(callerKey);
        queueId = state.next(queueId);
        kind = ReservationKind.get((short) state.next(kind.value()));
        joinedMillis = state.next(joinedMillis);
        boostMillis = state.next(boostMillis);
        madeMillis = state.next(madeMillis);
        dueMillis = state.next(dueMillis);
        untilMillis = state.next(untilMillis);
        attempts = state.next(attempts);
        fruitless = state.next(fruitless);
        calling = state.next(calling);
        customerFirst = state.next(customerFirst);
        reached = state.next(reached);
        served = state.next(served);
        unreported = state.next(unreported);
        result = state.next(result);
        withdrawn = state.next(withdrawn);
        state.next(sealedNumber, sealedNumber.length);
        call = center.call(CallIds.callbackOf(id));
    }
}
