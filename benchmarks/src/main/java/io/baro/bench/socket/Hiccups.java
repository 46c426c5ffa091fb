package io.baro.bench.socket;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What the machine itself does to a thread that only looks at the clock, while nothing of ours runs. Runs on: the rig's thread. */
final class Hiccups {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final long GAP_NANOS = 5_000;
    private static final double PERCENT = 100.0;

    private final Histogram gaps = new Histogram(HIGHEST_NANOS, 3);
    private long lost;
    private long watched;

    void watch(long nanos) {
        long began = System.nanoTime();
        long before = began;
        while (before - began < nanos) {
            long now = System.nanoTime();
            gaps.recordValue(Math.clamp(now - before, 0, HIGHEST_NANOS));
            if (now - before > GAP_NANOS) {
                lost += now - before;
            }
            before = now;
        }
        watched += before - began;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "hiccups of an idle spinning thread: p99.99 %.1f us, max %.0f us, %.1f %% of the time in gaps over 5 us",
                gaps.getValueAtPercentile(99.99) / 1e3,
                gaps.getMaxValue() / 1e3,
                PERCENT * lost / watched);
    }
}
