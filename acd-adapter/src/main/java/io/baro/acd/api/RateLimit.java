package io.baro.acd.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Lets each source ask so often and no more: a bucket that fills evenly. Any thread. */
final class RateLimit {
    /** Sources beyond these are the oldest forgotten: who sends from ever new addresses gains a burst each. */
    private static final int MOST_SOURCES = 10_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();

    private static final class Bucket {
        private double tokens;
        private long nanos;
    }

    RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Whether that source may ask once more now. */
    synchronized boolean allows(String source) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(source, unknown -> {
            Bucket full = new Bucket();
            full.tokens = burst;
            full.nanos = now;
            return full;
        });
        if (buckets.size() > MOST_SOURCES) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.nanos) / NANOS_PER_SECOND * perSecond);
        bucket.nanos = now;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }
}
