package io.baro.engine.traffic;

/**
 * Owns one stream of chance: SplitMix64 (Steele, Lea, Flood 2014) from a seed and what the stream is about. Results are integers or come
 * from StrictMath, so they are the same on every machine. Confined to its user.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
    private static final int MANTISSA_BITS = 53;
    private static final double MANTISSA_STEP = 1.0 / (1L << MANTISSA_BITS);
    private static final int PER_MILLE = 1000;

    private long state;

    public RandomStream(long seed, long about) {
        restart(seed, about);
    }

    /** Begins the stream of another subject without a new object. */
    public RandomStream restart(long seed, long about) {
        state = mix(mix(seed + GOLDEN_GAMMA) ^ mix(about + 2 * GOLDEN_GAMMA));
        return this;
    }

    /** A seed of its own for a part of the day: a centre, its callers, its phones. */
    public static long seedFor(long seed, long part) {
        return mix(mix(seed) + GOLDEN_GAMMA * (part + 1));
    }

    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** From 0 to {@code bound - 1}; the bias of at most bound / 2^63 is nothing to a call centre. */
    public int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    public boolean chance(int perMille) {
        return below(PER_MILLE) < perMille;
    }

    /** In (0, 1]. */
    public double unit() {
        return ((next() >>> (Long.SIZE - MANTISSA_BITS)) + 1) * MANTISSA_STEP;
    }

    /** An exponential draw of mean 1: the gap between arrivals at rate 1. */
    public double exponential() {
        return -StrictMath.log(unit());
    }

    /** A log-normal draw in whole milliseconds; {@code sigma} of the logarithm. */
    public long logNormalMillis(long medianMillis, double sigma) {
        double normal = StrictMath.sqrt(2 * exponential()) * StrictMath.cos(2 * StrictMath.PI * unit());
        return StrictMath.round(medianMillis * StrictMath.exp(sigma * normal));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
