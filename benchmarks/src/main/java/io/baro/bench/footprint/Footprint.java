package io.baro.bench.footprint;

import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.bench.BaroServer;
import io.baro.bench.ProcessFigures;
import io.baro.bench.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The rig "footprint": how long the distribution takes from its start until it is ready, how much memory it holds with the model centre
 * loaded, all agents talking and 2,000 callers waiting, and how much of a core it uses when nothing happens and at 100 calls a second.
 * Never in production. Runs on: the main thread.
 */
public final class Footprint {
    private static final int STARTS = 5;
    private static final int QUICK_STARTS = 3;
    private static final int WAITING = 2_000;

    /** The line fills evenly: a burst would measure the burst. */
    private static final double FILLING_PER_SECOND = 150;

    private static final int CALLS_PER_SECOND = 100;
    private static final long TALK_MILLIS = 2_000;

    /** Long against heartbeats (2 s) and the tick of 10 ms in which Linux counts. */
    private static final int LOOK_SECONDS = 20;

    /** Compilers and the first collections are over by then. */
    private static final int SETTLE_SECONDS = 20;

    private static final long FILLED_SECONDS = 120;
    private static final double MILLIS_PER_NANO = 1e-6;
    private static final double PERCENT = 100;

    private final Path root;
    private final Path directory;
    private final ModelCentre centre;

    private Footprint(Path root, Path directory, ModelCentre centre) {
        this.root = root;
        this.directory = directory;
        this.centre = centre;
    }

    /** {@code [--quick]}: fewer starts. */
    public static void main(String[] args) throws Exception {
        Path root = ProjectFolder.find();
        Path directory = root.resolve("benchmarks/target/footprint");
        try (ModelCentre centre = new ModelCentre(root.resolve("config/nhis"))) {
            centre.configure(directory);
            int starts = List.of(args).contains("--quick") ? QUICK_STARTS : STARTS;
            new Footprint(root, directory, centre).measure(starts);
        }
    }

    private void measure(int count) throws Exception {
        double[] starts = new double[count];
        for (int i = 0; i < count; i++) {
            forgetState();
            try (BaroServer server = BaroServer.start(root, directory, ModelCentre.HTTP_PORT, centre.environment())) {
                starts[i] = server.awaitReady() * MILLIS_PER_NANO;
                double cpu = new ProcessFigures(server.pid()).cpuSeconds();
                System.out.printf(Locale.ROOT, "start %d: %.0f ms, %.1f s of processor%n", i + 1, starts[i], cpu);
            }
        }
        Arrays.sort(starts);
        System.out.println(
                "load average " + Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
        forgetState();
        try (BaroServer server = BaroServer.start(root, directory, ModelCentre.HTTP_PORT, centre.environment())) {
            server.awaitReady();
            System.out.println(run(server).line(starts[count / 2]));
        }
    }

    private record Figures(double residentMib, double idlePercent, double busyPercent) {
        String line(double startMillis) {
            return String.format(
                    Locale.ROOT,
                    "footprint start_ms=%.0f rss_mib=%.0f idle_cpu_percent=%.1f cpu_percent_at_100_calls=%.1f",
                    startMillis,
                    residentMib,
                    idlePercent,
                    busyPercent);
        }
    }

    private Figures run(BaroServer server) throws Exception {
        ProcessFigures figures = new ProcessFigures(server.pid());
        print("ready", figures);
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        double idle = figures.cpuSeconds();
        TimeUnit.SECONDS.sleep(LOOK_SECONDS);
        double idlePercent = (figures.cpuSeconds() - idle) / LOOK_SECONDS * PERCENT;
        print("idle", figures);
        centre.phonesTalk(TALK_MILLIS);
        centre.call(SETTLE_SECONDS * CALLS_PER_SECOND, CALLS_PER_SECOND);
        double busy = figures.cpuSeconds();
        long began = System.nanoTime();
        centre.call(LOOK_SECONDS * CALLS_PER_SECOND, CALLS_PER_SECOND);
        double busyPercent = (figures.cpuSeconds() - busy) / ((System.nanoTime() - began) / 1e9) * PERCENT;
        print("100 calls/s", figures);
        fill(server);
        print("2,000 waiting", figures);
        return new Figures(figures.residentMib(), idlePercent, busyPercent);
    }

    /** All agents talk for ever, and so many wait as the goal names. */
    private void fill(BaroServer server) throws Exception {
        centre.phonesTalk(PhoneBehaviour.UNTIL_TOLD);
        int agents = (int) server.metric("baro_agents");
        centre.call(agents + WAITING, FILLING_PER_SECOND);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FILLED_SECONDS);
        while (server.metric("baro_queue_waiting") < WAITING && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
        }
        System.out.printf(
                Locale.ROOT,
                "waiting %.0f, %d agents, %d channels%n",
                server.metric("baro_queue_waiting"),
                agents,
                centre.channels());
    }

    private static void print(String when, ProcessFigures figures) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%-14s resident %.0f MiB (RSS %.0f, peak %.0f), %.1f s of processor so far%n",
                when,
                figures.residentMib(),
                figures.rssMib(),
                figures.peakRssMib(),
                figures.cpuSeconds());
    }

    /** A start from nothing each time: what an earlier life left is the rig "recovery"'s. */
    private void forgetState() throws IOException {
        Path state = directory.resolve("state");
        if (!Files.exists(state)) {
            return;
        }
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
