package io.baro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The rig "free to ring": how long from an agent's hangup until his next caller begins to ring, on a real Asterisk 22, for Baro, for
 * app_queue and for a script that does nothing else, in turn, in one run. Never in production. Runs on: the main thread. Needs root.
 */
public final class FreeToRing {
    private static final int AGENTS = 10;
    private static final int CALLERS = 60;
    private static final int CALLERS_PER_SECOND = 20;
    private static final int TALK_MILLIS = 2_000;

    /** Six calls an agent of 2 s each and half a second between: 15 s; the rest is for a busy machine. */
    private static final long ROUND_SECONDS = 60;

    /** Each round gives each system 50 gaps; three give p99 a meaning. */
    private static final int ROUNDS = 3;

    private final Path projectRoot;
    private final RealPbx pbx;

    private FreeToRing(Path projectRoot, RealPbx pbx) {
        this.projectRoot = projectRoot;
        this.pbx = pbx;
    }

    /** What serves the callers during one round. */
    private interface Server {
        AutoCloseable start() throws IOException;
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length == 2 && args[0].equals("--rounds") ? Integer.parseInt(args[1]) : ROUNDS;
        Path root = projectRoot();
        Path directory = root.resolve("benchmarks/target/free-to-ring");
        try (RealPbx pbx = RealPbx.start(root, directory)) {
            new FreeToRing(root, pbx).measure(rounds);
        }
    }

    private void measure(int rounds) throws Exception {
        printLoad("before");
        Histogram queue = serve("app_queue", "127.0.0.3", rounds, () -> () -> {});
        Histogram floor = serve("floor", "127.0.0.4", rounds, () -> new FloorScript(RealPbx.AMI_PORT, AGENTS));
        Path config = pbx.directory().resolve("baro");
        Histogram baro = serve("baro", "127.0.0.1", rounds, () -> BaroServer.start(projectRoot, config, AGENTS));
        printLoad("after");
        double baroMillis = millis(baro, 50);
        double queueMillis = millis(queue, 50);
        System.out.printf(
                Locale.ROOT,
                "free-to-ring p50_ms=%.2f p99_ms=%.2f app_queue_p50_ms=%.1f floor_p50_ms=%.2f ratio=%.1f%n",
                baroMillis,
                millis(baro, 99),
                queueMillis,
                millis(floor, 50),
                queueMillis / baroMillis);
    }

    /** One warm-up round that does not count, as a centre's engine runs for months, then the measured ones. */
    private Histogram serve(String name, String callersAddress, int rounds, Server server) throws Exception {
        Histogram all = new Histogram(3);
        AutoCloseable serving = server.start();
        try {
            round(name + ", warm-up", callersAddress);
            for (int i = 1; i <= rounds; i++) {
                all.add(round(name + ", round " + i, callersAddress));
            }
        } finally {
            serving.close();
        }
        print(name + ", all rounds", all);
        return all;
    }

    private Histogram round(String name, String callersAddress) throws Exception {
        try (GapMeter meter = new GapMeter(RealPbx.AMI_PORT, CALLERS);
                SippProcess phones = SippProcess.phones(pbx, TALK_MILLIS);
                SippProcess callers = SippProcess.callers(pbx, callersAddress, CALLERS, CALLERS_PER_SECOND)) {
            boolean served = callers.awaitSuccess(ROUND_SECONDS) && meter.awaitCallers(ROUND_SECONDS);
            if (!served || meter.answered() < CALLERS) {
                throw new IllegalStateException("%s did not serve all callers: %d of %d answered; see %s and %s"
                        .formatted(name, meter.answered(), CALLERS, callers.log(), phones.log()));
            }
            print(name, meter.gaps());
            return meter.gaps();
        }
    }

    private static void print(String name, Histogram gaps) {
        System.out.printf(
                Locale.ROOT,
                "%-26s n=%-4d p50=%.2f p90=%.2f p99=%.2f max=%.2f ms%n",
                name,
                gaps.getTotalCount(),
                millis(gaps, 50),
                millis(gaps, 90),
                millis(gaps, 99),
                gaps.getMaxValue() / 1000.0);
    }

    /** What else ran on this machine: all three systems suffer from it alike, and p99 the most. */
    private static void printLoad(String when) throws IOException {
        String oneMinute = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.printf("load average %s the run: %s on %d cores%n", when, oneMinute, cores);
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    /** The folder that holds the scripts: found from where this class was loaded, then from where the rig was started. */
    private static Path projectRoot() throws Exception {
        Path code = Path.of(FreeToRing.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        for (Path start : new Path[] {code, Path.of("").toAbsolutePath()}) {
            for (Path path = start; path != null; path = path.getParent()) {
                if (Files.isExecutable(path.resolve("acd-adapter/src/test/asterisk/asterisk.sh"))) {
                    return path;
                }
            }
        }
        throw new IllegalStateException(
                "free-to-ring runs inside the project's folder: acd-adapter/src/test/asterisk not found");
    }
}
