package io.baro.acd.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionCollectorTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private final DecisionLatency latency = new DecisionLatency();
    private final DecisionCollector collector = new DecisionCollector(latency);

    @Test
    void eachLatencyIsInTheBucketOfItsBound() {
        latency.record(10 * MICRO);
        latency.record(50 * MICRO);
        latency.record(400 * MICRO);
        latency.record(MILLI);
        latency.record(MILLI + 100 * MICRO);
        latency.record(3_000 * MILLI);
        Map<Double, Long> buckets = buckets();
        assertEquals(2, buckets.get(0.00005));
        assertEquals(0, buckets.get(0.0001));
        assertEquals(1, buckets.get(0.0005));
        assertEquals(1, buckets.get(0.001));
        assertEquals(1, buckets.get(0.002));
        assertEquals(1, buckets.get(Double.POSITIVE_INFINITY));
    }

    @Test
    void bucketsOnlyGrow() {
        latency.record(MILLI);
        assertEquals(1, buckets().get(0.001));
        latency.record(MILLI);
        assertEquals(2, buckets().get(0.001));
    }

    private Map<Double, Long> buckets() {
        HistogramSnapshot page = (HistogramSnapshot) collector.collect();
        ClassicHistogramBuckets buckets = page.getDataPoints().getFirst().getClassicBuckets();
        Map<Double, Long> counts = new HashMap<>();
        for (int i = 0; i < buckets.size(); i++) {
            counts.put(buckets.getUpperBound(i), buckets.getCount(i));
        }
        return counts;
    }
}
