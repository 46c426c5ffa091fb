package io.baro.acd.ami;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: 0.2 s, doubled up to 5 s, of which a random half is taken off so that links which fell
 * together do not come back together. Owns only the count of attempts; waits for nothing itself.
 */
public final class Backoff {
    static final long FIRST_MILLIS = 200;
    static final long LONGEST_MILLIS = 5000;

    private final RandomGenerator random;
    private long millis = FIRST_MILLIS;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Delay of the next attempt: between half of the current step and all of it. */
    public long nextMillis() {
        long step = millis;
        millis = Math.min(LONGEST_MILLIS, 2 * step);
        return step / 2 + random.nextLong(step / 2 + 1);
    }

    /** The last attempt succeeded. */
    public void reset() {
        millis = FIRST_MILLIS;
    }
}
