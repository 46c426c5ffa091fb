package io.baro.bench.soak;

import io.baro.bench.BaroServer;
import io.baro.bench.ProjectFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The rig "sse": what two hundred screens that follow everything do to the latency of decisions, measured at the PBX's socket, with and without them in
 * turn. Never in production. Runs on: the main thread.
 */
public final class SseRig {
    private static final int HTTP_PORT = 29_404;
    private static final int CLIENTS = 200;
    /** Ten times the model centre's busiest minute. */
    private static final int EVENTS_PER_SECOND = 2_000;

    private static final int WARM_UP_SECONDS = 45;
    private static final int ROUNDS = 5;
    private static final int ROUND_SECONDS = 15;
    /** Connections, and the first whole state, are not what is measured. */
    private static final int SETTLE_SECONDS = 5;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    private final WireTap tap;
    private final List<Histogram> without = new ArrayList<>();
    private final List<Histogram> with = new ArrayList<>();

    private SseRig(WireTap tap) {
        this.tap = tap;
    }

    public static void main(String[] args) throws Exception {
        Path root = ProjectFolder.find();
        Path directory = root.resolve("benchmarks/target/sse");
        SteadyCentre.begin(directory);
        try (SteadyCalls calls = new SteadyCalls(EVENTS_PER_SECOND);
                WireTap tap = new WireTap(calls.port())) {
            SteadyCentre.configure(directory, HTTP_PORT, tap.port());
            try (BaroServer server = BaroServer.start(root, directory, HTTP_PORT, Map.of())) {
                server.awaitReady();
                long before = tap.events();
                calls.begin(() -> tap.events() - before);
                TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
                String line = new SseRig(tap).run();
                calls.end();
                System.out.println(line + " lost=" + calls.lost());
            }
        }
    }

    private String run() throws IOException, InterruptedException {
        int ended = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            without.add(measure("round " + round + ", nobody looks"));
            try (Screens screens = new Screens(HTTP_PORT, CLIENTS)) {
                with.add(measure("round " + round + ", " + CLIENTS + " screens"));
                ended += screens.ended();
                System.out.printf(
                        Locale.ROOT,
                        "  each screen read %.1f KB/s%n",
                        screens.bytes() / 1e3 / CLIENTS / (ROUND_SECONDS + SETTLE_SECONDS));
            }
        }
        return String.format(
                Locale.ROOT,
                "sse_clients=%d p50_ratio=%.2f p99_ratio=%.2f p999_ratio=%.2f streams_ended=%d",
                CLIENTS,
                ratio(50),
                ratio(P99),
                ratio(P999),
                ended);
    }

    private Histogram measure(String what) throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        Histogram ignored = tap.sinceLast();
        TimeUnit.SECONDS.sleep(ROUND_SECONDS);
        Histogram all = tap.sinceLast();
        System.out.printf(
                Locale.ROOT,
                "%-28s n=%d p50=%.0f p99=%.0f p99.9=%.0f us%n",
                what,
                all.getTotalCount(),
                all.getValueAtPercentile(50) / NANOS_PER_MICRO,
                all.getValueAtPercentile(P99) / NANOS_PER_MICRO,
                all.getValueAtPercentile(P999) / NANOS_PER_MICRO);
        return all;
    }

    /** The median of the rounds' ratios. */
    private double ratio(double percentile) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            ratios.add((double) with.get(i).getValueAtPercentile(percentile)
                    / without.get(i).getValueAtPercentile(percentile));
        }
        return ratios.stream().sorted().skip(ratios.size() / 2).findFirst().orElseThrow();
    }
}
