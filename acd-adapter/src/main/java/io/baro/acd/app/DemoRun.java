package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.pbx.DayDriver;
import io.baro.acd.pbx.PbxLoop;
import io.baro.engine.traffic.DayProfile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * One demonstration: embedded PBXs and a server in one process, over real sockets, in virtual time. Owns the order of their coming
 * and going. Runs on: main thread.
 */
final class DemoRun implements AutoCloseable {
    private static final long LINK_SECONDS = 30;
    private static final long SETTLE_SECONDS = 10;
    /** So long must nothing change before the day counts as settled. */
    private static final long QUIET_MILLIS = 300;

    private static final long POLL_MILLIS = 5;

    private final DemoPbxs pbxs;
    private final DayDriver day;
    private final Wallboard wallboard;
    private final Server server;
    private final CountDownLatch stop;
    private final AtomicReference<Throwable> bug = new AtomicReference<>();

    /**
     * Starts everything but the callers. The loop must be frozen until {@link #begin}.
     *
     * @param dayStartMillis midnight before the day, epoch milliseconds
     * @param stop counted down when the demonstration shall end early
     * @throws IOException when the HTTP port is taken, or no temporary file can be made
     */
    DemoRun(DemoPbxs pbxs, long seed, long dayStartMillis, CountDownLatch stop) throws IOException {
        this.pbxs = pbxs;
        this.stop = stop;
        PbxLoop loop = pbxs.loop();
        day = new DayDriver(loop, pbxs.pbxs(), DayProfile.modelCentre(), seed, dayStartMillis);
        Configuration configuration = pbxs.configuration();
        KeyFile.Secrets secrets = KeyFile.Secrets.passing();
        CustomerDirectory customers = DemoCustomers.load(
                day.populations(), configuration.server().zone(), secrets.callerKeys(), virtualMillis());
        wallboard = new Wallboard(
                LinkWiring.names(configuration), configuration.server().callLimit());
        server = new Server(
                KeptState.open(configuration),
                new Server.Surroundings(
                        secrets,
                        customers,
                        new Clocks(loop.clock()::epochMillis, loop.clock()::nanoTime, true),
                        List.of(wallboard),
                        this::onBug));
    }

    /** Links up, then lets the day begin. False: the links did not come up. */
    boolean begin() throws InterruptedException {
        server.start();
        if (!await(server::isReady, LINK_SECONDS)) {
            return false;
        }
        day.begin(true);
        pbxs.loop().freeze(false);
        return true;
    }

    /** Stops virtual time, waits until everything that was said has been heard, and counts. */
    DemoSummary end() throws InterruptedException {
        pbxs.loop().freeze(true);
        long[] last = new long[2];
        await(() -> isQuiet(last), SETTLE_SECONDS);
        return DemoSummary.of(server.metrics(), witness(), pbxs.configuration());
    }

    Server server() {
        return server;
    }

    Wallboard wallboard() {
        return wallboard;
    }

    long virtualMillis() {
        return pbxs.loop().clock().epochMillis();
    }

    /** A bug of ours that ended the demonstration; null: none. */
    Throwable bug() {
        return bug.get() != null ? bug.get() : pbxs.loop().failure();
    }

    @Override
    public void close() {
        server.close();
        pbxs.loop().close();
    }

    private SecondWitness witness() {
        return SecondWitness.hear(server.metrics().calls(), day.tally());
    }

    private boolean isQuiet(long[] last) {
        boolean agree = witness().agrees();
        long decided =
                server.metrics().instructions() + server.metrics().calls().totalInProgress();
        long now = System.nanoTime();
        if (!agree || decided != last[0]) {
            last[0] = decided;
            last[1] = now;
        }
        return now - last[1] > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
    }

    private boolean await(BooleanSupplier condition, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private void onBug(Throwable cause) {
        bug.compareAndSet(null, cause);
        stop.countDown();
    }
}
