package io.baro.acd.metrics;

import java.util.List;

/**
 * How long answered callers waited, by centre, in buckets that a dashboard can add up. Written on the routing thread, read from any
 * thread; allocates nothing on writing.
 */
final class WaitTimes {
    /** Upper bounds in seconds: around the usual objectives, and up to the half hour after which the dialplan gives up. */
    static final List<Integer> BOUNDS = List.of(1, 5, 10, 20, 30, 60, 120, 180, 300, 600, 1200, 1800);

    private static final int[] BOUND_MILLIS =
            BOUNDS.stream().mapToInt(seconds -> seconds * 1000).toArray();

    private final SlotCounts buckets;
    private final SlotCounts sums;

    WaitTimes(int centres) {
        buckets = new SlotCounts(BOUND_MILLIS.length + 1, centres);
        sums = new SlotCounts(1, centres);
    }

    void record(int centre, long waitedMillis) {
        int bucket = 0;
        while (bucket < BOUND_MILLIS.length && waitedMillis > BOUND_MILLIS[bucket]) {
            bucket++;
        }
        buckets.add(bucket, centre, 1);
        sums.add(0, centre, waitedMillis);
    }

    /** Waits in that bucket alone; the last bucket has no upper bound. */
    long inBucket(int bucket, int centre) {
        return buckets.get(bucket, centre);
    }

    double sumSeconds(int centre) {
        return sums.get(0, centre) / 1000.0;
    }
}
