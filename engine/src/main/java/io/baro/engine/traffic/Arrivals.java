package io.baro.engine.traffic;

/**
 * Owns when first attempts come: a Poisson stream whose rate changes by the minute, with a noise of its own in each minute, as call
 * centres see it (more spread than Poisson alone). Confined to its user.
 */
public final class Arrivals {
    /** The day is over. */
    public static final long NO_MORE = -1;

    private static final long MINUTE_MILLIS = 60_000;
    /** Each minute's rate is off by up to so much, per mille. */
    private static final int NOISE_PER_MILLE = 120;

    private final DayProfile profile;
    private final long seed;
    private final RandomStream gaps;
    private final RandomStream noise;
    private int minute = -1;
    /** Where in the minute we are, and its rate: arrivals per millisecond. */
    private double inMinute = MINUTE_MILLIS;

    private double rate;

    public Arrivals(long seed, DayProfile profile) {
        this.profile = profile;
        this.seed = RandomStream.seedFor(seed, 1);
        this.gaps = new RandomStream(this.seed, 0);
        this.noise = new RandomStream(this.seed, 1);
    }

    /** Milliseconds of the day of the next arrival, never before the one before; {@link #NO_MORE} at the day's end. */
    public long next() {
        double expected = gaps.exponential();
        while (true) {
            double left = (MINUTE_MILLIS - inMinute) * rate;
            if (expected <= left) {
                inMinute += expected / rate;
                return minute * MINUTE_MILLIS + StrictMath.min(MINUTE_MILLIS - 1, (long) inMinute);
            }
            expected -= left;
            if (!nextMinute()) {
                return NO_MORE;
            }
        }
    }

    private boolean nextMinute() {
        if (minute >= DayProfile.MINUTES - 1) {
            inMinute = MINUTE_MILLIS;
            rate = 0;
            return false;
        }
        minute++;
        inMinute = 0;
        int factor = 1000 - NOISE_PER_MILLE + noise.restart(seed, 2L + minute).below(2 * NOISE_PER_MILLE + 1);
        rate = profile.arrivalsPerMinuteMilli(minute) * factor / (1e6 * MINUTE_MILLIS);
        return true;
    }
}
