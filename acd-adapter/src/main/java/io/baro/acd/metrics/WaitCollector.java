package io.baro.acd.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** Shows the waits of answered callers as a Prometheus histogram by centre. Any thread. */
final class WaitCollector implements Collector {
    private final CentreNames names;
    private final WaitTimes waits;

    WaitCollector(CentreNames names, WaitTimes waits) {
        this.names = names;
        this.waits = waits;
    }

    @Override
    public MetricSnapshot collect() {
        HistogramSnapshot.Builder page =
                HistogramSnapshot.builder().name("baro_wait_seconds").help("How long answered callers waited");
        for (int centre = 0; centre < names.centres().size(); centre++) {
            ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
            for (int bucket = 0; bucket < WaitTimes.BOUNDS.size(); bucket++) {
                buckets.bucket(WaitTimes.BOUNDS.get(bucket), waits.inBucket(bucket, centre));
            }
            buckets.bucket(Double.POSITIVE_INFINITY, waits.inBucket(WaitTimes.BOUNDS.size(), centre));
            page.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                    .labels(Labels.of("centre", names.centres().get(centre)))
                    .classicHistogramBuckets(buckets.build())
                    .sum(waits.sumSeconds(centre))
                    .build());
        }
        return page.build();
    }
}
