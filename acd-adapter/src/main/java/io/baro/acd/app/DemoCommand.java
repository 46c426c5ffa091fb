package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.pbx.PbxLoop;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro demo}: a day of the model centre, much faster than life, without any Asterisk. Runs on: main thread. */
@Command(
        name = "demo",
        description = {
            "Drives a seeded day of the model centre: 7 embedded PBXs, 1,562 agents, in one process over real sockets.",
            "Ends by itself, or by Ctrl-C, with a summary."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro demo",
            "  baro demo --seconds 10 --seed 7 --json    the same callers again, figures for a machine"
        })
final class DemoCommand implements Callable<Integer> {
    /** A Monday, the insurer's busiest day. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    private static final Duration OPENS = Duration.ofHours(9);
    private static final int SCREEN_MILLIS = 250;
    private static final int LINE_MILLIS = 1_000;

    private final Main.Console console;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Option(names = "--seconds", defaultValue = "60", description = "How long it runs (60: the whole day).")
    private int seconds;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same callers.")
    private long seed;

    @Option(names = "--json", description = "Print one line of JSON to stdout at the end, progress to stderr.")
    private boolean json;

    @Option(names = "--speed", defaultValue = "540", description = "Times as fast as life (540: 9 hours a minute).")
    private int speed;

    @Option(names = "--port", defaultValue = "0", description = "Port of /metrics on loopback (0: any free one).")
    private int port;

    @Option(names = "--config", paramLabel = "DIR", description = "Another model centre than config/nhis.")
    private Path dir;

    DemoCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 1 || speed < 1 || port < 0 || port > 65_535) {
            console.err().println("demo: --seconds and --speed are at least 1, --port is 0 to 65535");
            return Main.MISTAKE;
        }
        Optional<LoadedConfiguration> loaded =
                LoadedConfiguration.load(modelCentre(), LoadedConfiguration.Key.PASSING, environment(), console.err());
        if (loaded.isEmpty()) {
            return Main.MISTAKE;
        }
        // Seven links that come and go as planned are no news; read by the loggers when they are made.
        System.setProperty("org.slf4j.simpleLogger.log.io.baro", "warn");
        StopSignal signal = StopSignal.onShutdown(stop, stopped);
        Configuration configuration = loaded.get().configuration();
        long midnight =
                DAY.atStartOfDay(configuration.server().zone()).toInstant().toEpochMilli();
        PbxLoop loop = new PbxLoop(speed, midnight + OPENS.toMillis());
        loop.freeze(true);
        DemoPbxs pbxs = DemoPbxs.open(loop, configuration, speed, port);
        try (DemoRun run = new DemoRun(pbxs, seed, midnight, stop)) {
            return show(run, pbxs.configuration());
        } catch (IOException taken) {
            loop.close();
            console.err().printf("demo: port %d is in use; write another --port or leave it away%n", port);
            return Main.MISTAKE;
        } finally {
            signal.done();
        }
    }

    private int show(DemoRun run, Configuration configuration) throws InterruptedException {
        PrintWriter progress = json ? console.err() : console.out();
        progress.printf("console at %s%n", run.server().consoleAddress());
        progress.flush();
        if (!run.begin()) {
            console.err().println("demo: the links to the embedded PBXs did not come up");
            return Main.BUG;
        }
        DemoScreen screen = new DemoScreen(configuration, run.server().metrics(), run.wallboard());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        boolean onTerminal = !json && isOnTerminal();
        String title = String.format("Baro, a Monday of the model centre at %d times life, seed %d", speed, seed);
        while (System.nanoTime() < deadline
                && !stop.await(onTerminal ? SCREEN_MILLIS : LINE_MILLIS, TimeUnit.MILLISECONDS)) {
            draw(progress, onTerminal, screen, run.virtualMillis(), title);
        }
        return sumUp(run, progress);
    }

    /** Java 25 has no console where its output goes to a file or a pipe; releases before had one that is no terminal. */
    private static boolean isOnTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private void draw(PrintWriter progress, boolean onTerminal, DemoScreen screen, long nowMillis, String title) {
        if (onTerminal) {
            // Home, each line to its end, then nothing below: no flicker, no scrolling.
            List<String> lines = screen.lines(nowMillis, title);
            progress.print("\033[H" + String.join("\033[K\n", lines) + "\033[K\n\033[J");
        } else {
            progress.println(screen.line(nowMillis));
        }
        progress.flush();
    }

    private int sumUp(DemoRun run, PrintWriter progress) throws InterruptedException {
        DemoSummary summary = run.end();
        progress.println(summary.text());
        progress.flush();
        if (json) {
            console.out().println(summary.json());
        }
        console.out().flush();
        if (run.bug() != null) {
            run.bug().printStackTrace(console.err());
            return Main.BUG;
        }
        return summary.isRight() ? Main.OK : Main.BUG;
    }

    /** The distribution's, or the source tree's. */
    private Path modelCentre() {
        if (dir != null) {
            return dir;
        }
        String home = console.environment().get("BARO_HOME");
        return Path.of(home == null ? "." : home, "config", "nhis");
    }

    /** The model centre's secrets are made anew each time: what its files ask for is only there so that they load. */
    private Map<String, String> environment() {
        return new HashMap<>(console.environment()) {
            private static final long serialVersionUID = 1;

            @Override
            public String getOrDefault(Object name, String fallback) {
                return name.toString().startsWith("BARO_") ? "unused" : super.getOrDefault(name, fallback);
            }
        };
    }
}
