package io.baro.engine.callcenter;

import io.baro.engine.line.Place;

/**
 * One caller's contact from admission to end: facts and its place in line. Pooled by {@link CallCenter}; changes only by the flows
 * of the router. Runs on: routing thread.
 */
public final class Call {
    /** Its place among those who wait for the same queue, ordered by rank. */
    public final Place<Call> inQueue = new Place<>(this);

    /** Its sign-of-life deadline. */
    public final Place<TimerOwner> timer = new Place<>(TimerOwner.of(this));

    long id;
    long callerKey;
    int callerAge;
    int pbxId;
    Call previous;
    Call next;

    /** Where it is in its life. */
    public CallState state = CallState.ENDED;

    /** The queue it waits in, or will wait in; null while the menu has not chosen. */
    public CallQueue queue;

    /** The agent it is offered to or talks with; null in OFFERED once his leg has ended and the dialplan has not yet reported. */
    public Agent agent;

    /** The offer it is in, or was in last; 0: none yet. */
    public long offerId;

    /** When the caller entered, epoch milliseconds. */
    public long enteredMillis;

    /** When it joined a line: the arrival that its rank counts from, epoch milliseconds. */
    public long joinedMillis;

    /** When it was connected, epoch milliseconds. */
    public long connectedMillis;

    /** Head start that the rules gave, milliseconds. */
    public long boostMillis;

    /** Bit n: rule n fired for it. */
    public int rulesFired;

    /** A rule protects it from being offered a callback. */
    public boolean shedNever;

    /** It was asked once; nobody is asked twice. */
    public boolean callbackOffered;

    /** Which resync of its PBX saw it last. */
    public int seenInResync;

    /** See {@link CallIds}. */
    public long id() {
        return id;
    }

    /** Keyed hash of the caller's number; 0: withheld. */
    public long callerKey() {
        return callerKey;
    }

    /** Years; -1: unknown. */
    public int callerAge() {
        return callerAge;
    }

    /** The PBX that holds its channel. */
    public int pbxId() {
        return pbxId;
    }

    /** The call admitted after this one, or null: the defined order of all live calls. */
    public Call next() {
        return next;
    }

    /** {@code arrival - boost}: the smaller, the earlier served. Never changes by itself, because everybody ages alike. */
    public long rank() {
        return joinedMillis - boostMillis;
    }

    void begin(long callId, long key, int age, long nowMillis) {
        id = callId;
        callerKey = key;
        callerAge = age;
        pbxId = CallIds.pbxOf(callId);
        state = CallState.ENTERING;
        queue = null;
        agent = null;
        offerId = 0;
        enteredMillis = nowMillis;
        joinedMillis = nowMillis;
        connectedMillis = 0;
        boostMillis = 0;
        rulesFired = 0;
        shedNever = false;
        callbackOffered = false;
        seenInResync = 0;
    }
}
