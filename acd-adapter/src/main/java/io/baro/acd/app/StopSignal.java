package io.baro.acd.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and Ctrl-C as a latch: the signal asks the main thread to end and lets the process go only when it has. Never closes
 * anything itself. The hook runs on a thread of the Java runtime.
 */
final class StopSignal {
    /** systemd kills after 90 s; links, ring and journal need less than a tenth. */
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch stopped;
    private final Thread hook;

    private StopSignal(CountDownLatch stop, CountDownLatch stopped) {
        this.stopped = stopped;
        this.hook = Thread.ofPlatform().name("baro-stop").unstarted(() -> {
            stop.countDown();
            awaitStopped();
        });
    }

    /**
     * @param stop counted down by the signal
     * @param stopped counted down by {@link #done}
     */
    static StopSignal onShutdown(CountDownLatch stop, CountDownLatch stopped) {
        StopSignal signal = new StopSignal(stop, stopped);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** The main thread has closed everything. */
    void done() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The signal came: the hook is running and goes home now.
        }
    }

    private void awaitStopped() {
        try {
            boolean clean = stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!clean) {
                System.err.println("not stopped within " + PATIENCE_SECONDS + " s, leaving");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
