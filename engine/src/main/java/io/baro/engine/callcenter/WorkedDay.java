package io.baro.engine.callcenter;

import io.baro.engine.state.State;

/** What an agent did since the day began: calls, busy time, time logged in. Sums, never judges. Runs on: routing thread. */
public final class WorkedDay {
    private static final long NOT = -1;

    /** Calls answered. */
    public int calls;

    private long busy;
    private long loggedIn;
    private long busySince = NOT;
    private long loggedInSince = NOT;

    /** He is busy from now on (offered, talking, in wrap-up), or no more. */
    public void busy(boolean is, long nowMillis) {
        if (is && busySince == NOT) {
            busySince = nowMillis;
        } else if (!is && busySince != NOT) {
            busy += nowMillis - busySince;
            busySince = NOT;
        }
    }

    /** He is logged in from now on, or no more. */
    public void loggedIn(boolean is, long nowMillis) {
        if (is && loggedInSince == NOT) {
            loggedInSince = nowMillis;
        } else if (!is && loggedInSince != NOT) {
            loggedIn += nowMillis - loggedInSince;
            loggedInSince = NOT;
        }
    }

    /** A new day: all counts are 0, what he does goes on. */
    public void begin(long nowMillis) {
        calls = 0;
        busy = 0;
        loggedIn = 0;
        busySince = busySince == NOT ? NOT : nowMillis;
        loggedInSince = loggedInSince == NOT ? NOT : nowMillis;
    }

    /** Time that he was busy, milliseconds. */
    public long busyMillis(long nowMillis) {
        return busy + (busySince == NOT ? 0 : nowMillis - busySince);
    }

    /** Time that he was logged in, milliseconds. */
    public long loggedInMillis(long nowMillis) {
        return loggedIn + (loggedInSince == NOT ? 0 : nowMillis - loggedInSince);
    }

    void visit(State state) {
        calls = state.next(calls);
        busy = state.next(busy);
        loggedIn = state.next(loggedIn);
        busySince = state.next(busySince);
        loggedInSince = state.next(loggedInSince);
    }
}
