package io.baro.acd.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Shows the event-to-decision latency as a Prometheus histogram, so that whoever reads the page can ask for the last minutes: the
 * quantiles of {@link LatencyCollector} are since the start. Never counts anything itself. Any thread.
 */
final class DecisionCollector implements Collector {
    /** In microseconds: around the goal of a millisecond, and up to what a stopped machine takes. */
    private static final List<Integer> BOUND_MICROS =
            List.of(50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000);

    private static final long NANOS_PER_MICRO = 1_000;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final DecisionLatency latency;

    DecisionCollector(DecisionLatency latency) {
        this.latency = latency;
    }

    @Override
    public MetricSnapshot collect() {
        Histogram histogram = latency.sinceStart();
        long[] counts = counts(histogram);
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int bucket = 0; bucket < BOUND_MICROS.size(); bucket++) {
            buckets.bucket(BOUND_MICROS.get(bucket) / MICROS_PER_SECOND, counts[bucket]);
        }
        buckets.bucket(Double.POSITIVE_INFINITY, counts[BOUND_MICROS.size()]);
        return HistogramSnapshot.builder()
                .name("baro_decision_seconds")
                .help("From reading an event's bytes to the instruction that followed, to ask for the last minutes")
                .dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets.build())
                        .sum(histogram.getMean() * histogram.getTotalCount() / NANOS_PER_SECOND)
                        .build())
                .build();
    }

    /** How many were in each bucket alone; the last has no upper bound. */
    private static long[] counts(Histogram histogram) {
        long[] counts = new long[BOUND_MICROS.size() + 1];
        int bucket = 0;
        for (HistogramIterationValue recorded : histogram.recordedValues()) {
            long nanos = histogram.lowestEquivalentValue(recorded.getValueIteratedTo());
            while (bucket < BOUND_MICROS.size() && nanos > BOUND_MICROS.get(bucket) * NANOS_PER_MICRO) {
                bucket++;
            }
            counts[bucket] += recorded.getCountAddedInThisIterationStep();
        }
        return counts;
    }
}
