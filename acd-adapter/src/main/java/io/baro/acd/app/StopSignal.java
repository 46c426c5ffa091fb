package io.baro.acd.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and Ctrl-C as a latch: the first asks the main thread to end and lets the process go only when it has, the second ends the
 * process at once. Never closes anything itself. The hook runs on a thread of the Java runtime.
 */
final class StopSignal {
    /** Ten seconds for phones that ring, and five each for links and ring; systemd kills after 30 s (config/systemd). */
    private static final long PATIENCE_SECONDS = 25;

    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;
    private static final int UNKNOWN = -1;

    private final CountDownLatch stop;
    private final CountDownLatch stopped;
    private final Thread hook = Thread.ofPlatform().name("baro-stop").unstarted(this::run);
    private volatile int code = UNKNOWN;

    private StopSignal(CountDownLatch stop, CountDownLatch stopped) {
        this.stop = stop;
        this.stopped = stopped;
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

    /** The same; if a signal asked for it, the process ends with this code, not with Java's own for the signal. */
    void done(int exitCode) {
        code = exitCode;
        done();
    }

    private void run() {
        letTheNextOneKill(SIGTERM);
        letTheNextOneKill(SIGINT);
        stop.countDown();
        try {
            boolean clean = stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!clean) {
                System.err.println("not stopped within " + PATIENCE_SECONDS + " s, leaving");
            } else if (code != UNKNOWN) {
                Runtime.getRuntime().halt(code);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The Java runtime takes the signal for a second wish to do what it is doing; the kernel's own way is to end the process. */
    // signal(2) with SIG_DFL touches no memory of ours.
    @SuppressWarnings("restricted")
    private static void letTheNextOneKill(int signal) {
        try {
            MethodHandle handler = Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow("signal"),
                            FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            handler.invokeExact(signal, MemorySegment.NULL);
        } catch (Throwable unavailable) {
            // Then a second signal changes nothing, and patience ends the wait.
            System.err.println("a second signal will not end the process: " + unavailable);
        }
    }
}
