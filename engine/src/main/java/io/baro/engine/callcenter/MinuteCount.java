package io.baro.engine.callcenter;

import io.baro.engine.state.State;

/** How many calls joined in the last whole minute. Counts, never judges. Runs on: routing thread. */
public final class MinuteCount {
    private static final long MINUTE = 60_000;

    private long minute = Long.MIN_VALUE;
    private int now;
    private int before;

    /** One more. */
    public void add(long nowMillis) {
        turnTo(nowMillis);
        now++;
    }

    /** Those of the last whole minute. */
    public int perMinute(long nowMillis) {
        turnTo(nowMillis);
        return before;
    }

    private void turnTo(long nowMillis) {
        long current = Math.floorDiv(nowMillis, MINUTE);
        if (current != minute) {
            before = current == minute + 1 ? now : 0;
            now = 0;
            minute = current;
        }
    }

    void visit(State state) {
        minute = state.next(minute);
        now = state.next(now);
        before = state.next(before);
    }
}
