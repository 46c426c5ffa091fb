package io.baro.acd.metrics;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Time from reading an event's bytes to the instruction that followed. Written on the routing thread without waiting, read from
 * any thread.
 */
public final class DecisionLatency {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(HIGHEST_NANOS, DIGITS);
    private final Histogram total = new Histogram(HIGHEST_NANOS, DIGITS);
    private Histogram interval = recorder.getIntervalHistogram();

    void record(long nanos) {
        recorder.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
    }

    /** All that was recorded since the start; a copy of the caller's own. */
    public Histogram sinceStart() {
        synchronized (total) {
            interval = recorder.getIntervalHistogram(interval);
            total.add(interval);
            return total.copy();
        }
    }
}
