package io.baro.acd.app;

import io.baro.acd.config.Problem;
import io.baro.acd.config.ServerPlan;
import io.baro.engine.journal.JournalException;
import java.io.IOException;
import java.nio.file.Path;
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
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

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
        StopSignal signal = StopSignal.onShutdown(stop, stopped);
        try (Server server = open(loaded.get())) {
            server.start();
            LOG.info("running, pages at http:/{}", server.httpAddress());
            stop.await();
            LOG.info("stopping");
        } catch (JournalException unusable) {
            console.err().println(unusable.getMessage());
            return Main.MISTAKE;
        } catch (IOException taken) {
            console.err().println(takenAddress(loaded.get().configuration().server()));
            return Main.MISTAKE;
        } finally {
            signal.done();
        }
        if (bug.get() != null) {
            LOG.error("stopped by a bug of Baro, please report it", bug.get());
            return Main.BUG;
        }
        LOG.info("stopped");
        return Main.OK;
    }

    private Server open(LoadedConfiguration loaded) throws IOException {
        return new Server(
                loaded.configuration(),
                new Server.Surroundings(
                        loaded.secrets(), loaded.customers(), System::currentTimeMillis, List.of(), this::onBug));
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
