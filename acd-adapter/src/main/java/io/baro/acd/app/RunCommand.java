package io.baro.acd.app;

import io.baro.acd.config.Problem;
import io.baro.acd.config.ServerPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro run}: routes calls until it is told to stop. Runs on: main thread. */
@Command(
        name = "run",
        description = "Routes the calls of the configured PBXs until SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro run --config /etc/baro"})
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    /**
     * Most phones that ring are answered within it. Those that are not go on to ring, and are adopted by the next start; but so
     * long nobody else is served.
     */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Main.Console console;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Throwable> bug = new AtomicReference<>();

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    RunCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<LoadedConfiguration> loaded =
                LoadedConfiguration.load(dir, LoadedConfiguration.Key.KEPT, console.environment(), console.err());
        if (loaded.isEmpty()) {
            return Main.MISTAKE;
        }
        KeptState kept;
        try {
            kept = KeptState.open(loaded.get().configuration());
        } catch (IOException unusable) {
            console.err().println(unusable.getMessage());
            return Main.MISTAKE;
        }
        StopSignal signal = StopSignal.onShutdown(stop, stopped);
        int code = Main.BUG;
        try {
            code = serve(kept, loaded.get());
        } finally {
            signal.done(code);
        }
        return code;
    }

    private int serve(KeptState kept, LoadedConfiguration loaded) throws InterruptedException {
        try (Server server = open(kept, loaded)) {
            server.start();
            LOG.info("running, console at {}", server.consoleAddress());
            forgetTheStart();
            stop.await();
            LOG.info("stopping");
            if (bug.get() == null && !server.drain(DRAIN)) {
                LOG.info("phones still ring: their calls go on without Baro");
            }
        } catch (IOException taken) {
            console.err().println(takenAddress(loaded.configuration().server()));
            return Main.MISTAKE;
        }
        if (bug.get() != null) {
            LOG.error("stopped by a bug of Baro, please report it", bug.get());
            return Main.BUG;
        }
        LOG.info("stopped");
        return Main.OK;
    }

    /**
     * Reading the configuration leaves as much garbage as the centre itself is large, and routing so little that ZGC would not look for it
     * for hours: collected once, concurrently, it goes back to the system.
     */
    private static void forgetTheStart() {
        System.gc();
    }

    private Server open(KeptState kept, LoadedConfiguration loaded) throws IOException {
        return new Server(
                kept,
                new Server.Surroundings(
                        loaded.secrets(), loaded.customers(), Clocks.ofMachine(), List.of(), this::onBug));
    }

    private static String takenAddress(ServerPlan plan) {
        return new Problem(
                        "baro.yaml",
                        plan.httpLine(),
                        0,
                        "http address " + plan.httpHost() + ":" + plan.httpPort() + " is in use or not ours",
                        "free it or write another http.port")
                .toString();
    }

    private void onBug(Throwable cause) {
        bug.compareAndSet(null, cause);
        stop.countDown();
    }
}
