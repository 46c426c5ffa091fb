package io.baro.engine.rehearsal;

/** Owns how far one way of estimating was off: the mean of the absolute errors. One thread. */
public final class EstimateError {
    private long count;
    private double sumMillis;

    void add(long estimateMillis, long trueMillis) {
        count++;
        sumMillis += Math.abs(estimateMillis - trueMillis);
    }

    /** Calls that it was held against. */
    public long count() {
        return count;
    }

    /** Mean absolute error, milliseconds; 0 of none. */
    public double meanMillis() {
        return count == 0 ? 0 : sumMillis / count;
    }
}
