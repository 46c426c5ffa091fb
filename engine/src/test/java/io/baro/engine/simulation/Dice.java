package io.baro.engine.simulation;

/** Seeded numbers (SplitMix64, Steele, Lea and Flood 2014): the same seed throws the same dice on every machine. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From {@code from}, below {@code to}. */
    int between(int from, int to) {
        return from + (int) Long.remainderUnsigned(next(), to - from);
    }

    /** True in {@code percent} of 100 throws. */
    boolean percent(int percent) {
        return between(0, 100) < percent;
    }
}
