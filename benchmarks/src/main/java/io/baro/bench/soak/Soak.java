package io.baro.bench.soak;

import io.baro.bench.BaroServer;
import io.baro.bench.ProcessFigures;
import io.baro.bench.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * The rig "soak": the distribution with its journal on the disk, for half an hour at 5,000 events a second, against an embedded PBX over
 * loopback: whether it slows down, grows or loses a call. Never in production. Runs on: the main thread.
 */
public final class Soak {
    private static final int HTTP_PORT = 29_403;
    private static final int MINUTES = 30;
    private static final int EVENTS_PER_SECOND = 5_000;

    /** The compilers are through with the hot path; nothing before counts. */
    private static final int WARM_UP_SECONDS = 60;

    private static final int WINDOW_SECONDS = 10;
    private static final int WINDOWS_PER_MINUTE = 6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double BYTES_PER_MB = 1e6;

    private final BaroServer server;
    private final SteadyCalls calls;
    private final WireTap tap;
    private final Path directory;
    private final List<Double> windowMedians = new ArrayList<>();

    private Soak(BaroServer server, SteadyCalls calls, WireTap tap, Path directory) {
        this.server = server;
        this.calls = calls;
        this.tap = tap;
        this.directory = directory;
    }

    public static void main(String[] args) throws Exception {
        int minutes = MINUTES;
        int rate = EVENTS_PER_SECOND;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--minutes" -> minutes = Integer.parseInt(args[i + 1]);
                case "--rate" -> rate = Integer.parseInt(args[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        Path root = ProjectFolder.find();
        Path directory = root.resolve("benchmarks/target/soak");
        SteadyCentre.begin(directory);
        Path gcLog = directory.resolve("gc.log");
        try (SteadyCalls calls = new SteadyCalls(rate);
                WireTap tap = new WireTap(calls.port())) {
            SteadyCentre.configure(directory, HTTP_PORT, tap.port());
            Map<String, String> environment = Map.of("BARO_JAVA_OPTS", JavaMachine.logOptions(gcLog));
            try (BaroServer server = BaroServer.start(root, directory, HTTP_PORT, environment)) {
                server.awaitReady();
                Path jcmd = root.resolve("acd-adapter/target/baro/runtime/bin/jcmd");
                JavaMachine machine = new JavaMachine(server.pid(), jcmd, gcLog);
                System.out.println(new Soak(server, calls, tap, directory).run(minutes, machine));
            }
        }
    }

    private String run(int minutes, JavaMachine machine) throws Exception {
        ProcessFigures figures = new ProcessFigures(server.pid());
        long before = tap.events();
        calls.begin(() -> tap.events() - before);
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        double heap = machine.liveMegabytes();
        long handles = figures.handles();
        Histogram ignored = tap.sinceLast();
        for (int minute = 1; minute <= minutes; minute++) {
            minute(minute, figures);
        }
        double heapGrowth = machine.liveMegabytes() - heap;
        long handlesGrowth = figures.handles() - handles;
        calls.end();
        System.out.printf(
                Locale.ROOT,
                "%d calls, live heap %.0f MB at first, longest stop of all threads %.3f ms%n",
                calls.dialled(),
                heap,
                machine.longestStop());
        return String.format(
                Locale.ROOT,
                "soak minutes=%d p50_drift=%.2f heap_growth_mb=%.1f handles_growth=%d gc_max_ms=%.3f lost=%d",
                minutes,
                drift(),
                heapGrowth,
                handlesGrowth,
                machine.longestPause(),
                calls.lost());
    }

    private void minute(int minute, ProcessFigures figures) throws Exception {
        long events = tap.events();
        long began = System.nanoTime();
        double cpu = figures.cpuSeconds();
        Histogram all = new Histogram(3);
        for (int i = 0; i < WINDOWS_PER_MINUTE; i++) {
            TimeUnit.SECONDS.sleep(WINDOW_SECONDS);
            Histogram window = tap.sinceLast();
            windowMedians.add((double) window.getValueAtPercentile(50));
            all.add(window);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "minute %-3d events/s %.0f  p50 %.0f us  p99 %.0f us  max %.1f ms  cpu %.0f %%  resident %.0f MiB"
                        + "  handles %d  journal %.1f MB  lost %d%n",
                minute,
                (tap.events() - events) / seconds,
                all.getValueAtPercentile(50) / NANOS_PER_MICRO,
                all.getValueAtPercentile(99) / NANOS_PER_MICRO,
                all.getMaxValue() / NANOS_PER_MICRO / 1e3,
                (figures.cpuSeconds() - cpu) / seconds * 100,
                figures.residentMib(),
                figures.handles(),
                megabytes(directory.resolve("state/journal")),
                calls.lost());
    }

    /** The last quarter's median over the first's. */
    private double drift() {
        int quarter = Math.max(1, windowMedians.size() / 4);
        return median(windowMedians.subList(windowMedians.size() - quarter, windowMedians.size()))
                / median(windowMedians.subList(0, quarter));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    private static double megabytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / BYTES_PER_MB;
        }
    }
}
