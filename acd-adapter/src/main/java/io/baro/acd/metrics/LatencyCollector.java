package io.baro.acd.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import org.HdrHistogram.Histogram;

/** Shows the event-to-decision latency as a Prometheus summary since the start. Any thread. */
final class LatencyCollector implements Collector {
    private static final double[] QUANTILES = {0.5, 0.99, 0.999};
    private static final double NANOS_PER_SECOND = 1e9;

    private final DecisionLatency latency;

    LatencyCollector(DecisionLatency latency) {
        this.latency = latency;
    }

    @Override
    public MetricSnapshot collect() {
        Histogram histogram = latency.sinceStart();
        Quantiles.Builder quantiles = Quantiles.builder();
        for (double quantile : QUANTILES) {
            quantiles.quantile(
                    new Quantile(quantile, histogram.getValueAtPercentile(quantile * 100) / NANOS_PER_SECOND));
        }
        return SummarySnapshot.builder()
                .name("baro_decision_latency_seconds")
                .help("From reading an event's bytes to the instruction that followed")
                .dataPoint(SummarySnapshot.SummaryDataPointSnapshot.builder()
                        .count(histogram.getTotalCount())
                        .sum(histogram.getMean() * histogram.getTotalCount() / NANOS_PER_SECOND)
                        .quantiles(quantiles.build())
                        .build())
                .build();
    }
}
