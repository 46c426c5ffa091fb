package io.baro.bench.core;

import io.baro.bench.GcPauses;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;

/**
 * The rig "year": 34 million calls of the model centre through the production router on one thread, as fast as it takes them; the callers'
 * side costs its share of the time. Never in production. Runs on: the main thread.
 */
public final class YearRig {
    private static final long YEAR_CALLS = 34_000_000;

    /** {@code --quick}: about a week. */
    private static final long QUICK_CALLS = 1_000_000;

    private static final long SEED = 7;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MIB = 1 << 20;

    private YearRig() {}

    public static void main(String[] args) throws IOException {
        long wanted = Arrays.asList(args).contains("--quick") ? QUICK_CALLS : YEAR_CALLS;
        ModelCentre centre = ModelCentre.load();
        PlannedDay day = PlannedDay.of(centre, SEED);
        YearFloor floor = new YearFloor(centre);
        System.out.printf(
                Locale.ROOT,
                "a day of %d calls, %d agents; until %d calls%n",
                day.calls().size(),
                centre.configuration().agents().size(),
                wanted);
        try (GcPauses pauses = new GcPauses()) {
            long began = System.nanoTime();
            for (int days = 1; floor.calls() < wanted; days++) {
                long commands = floor.commands();
                long morning = System.nanoTime();
                floor.live(day.calls());
                if (Integer.bitCount(days) == 1) {
                    double nanos = System.nanoTime() - morning;
                    System.out.printf(
                            Locale.ROOT, "day %d: %.0f ns a command%n", days, nanos / (floor.commands() - commands));
                }
            }
            double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
            report(floor, seconds, pauses.stop());
        }
    }

    private static void report(YearFloor floor, double seconds, GcPauses.Seen pauses) {
        System.out.printf(
                Locale.ROOT,
                "%d calls, %d answered, %d commands (%.2f a call, %.0f ns each with the callers' side), %.0f calls/s, peak heap %.0f MiB,"
                        + " %d pauses, PBXs asked %d times%n",
                floor.calls(),
                floor.answered(),
                floor.commands(),
                (double) floor.commands() / floor.calls(),
                seconds * NANOS_PER_SECOND / floor.commands(),
                floor.calls() / seconds,
                peakHeap() / MIB,
                pauses.count(),
                floor.asked());
        System.out.printf(
                Locale.ROOT, "year calls=%d seconds=%.1f gc_max_ms=%.3f%n", floor.calls(), seconds, pauses.maxMillis());
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
