package io.baro.bench.core;

/** Counts what {@link CountingLoader} put into the core's code. One thread. */
public final class Work {
    private static long steps;

    private Work() {}

    /** A method began, or a branch was reached. */
    public static void step() {
        steps++;
    }

    /** So many so far. */
    public static long steps() {
        return steps;
    }
}
