package io.baro.acd.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says on one line how far long work is, if standard error is a terminal, and takes the line away when it is done. Never touches standard
 * output. Told by the thread that works; {@link #tick} has a thread of its own.
 */
public final class Progress implements AutoCloseable {
    private static final long EVERY_MILLIS = 250;
    private static final int PER_CENT = 100;
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter err;
    private final boolean shown;
    private final String what;
    private final long began = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long drawn = began - TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);

    Progress(PrintWriter err, boolean shown, String what) {
        this.err = err;
        this.shown = shown;
        this.what = what;
    }

    static Progress on(Terminal terminal, String what) {
        return new Progress(terminal.err(), terminal.isTerminal(Terminal.Descriptor.ERR), what);
    }

    /** Of a command whose standard error is this. */
    public static Progress of(PrintWriter err, String what) {
        return new Progress(err, Terminal.Descriptor.ERR.isTerminal(), what);
    }

    /** Whether anybody sees it. */
    public boolean isShown() {
        return shown;
    }

    /** So much of so much; cheap when it is called more often than it is drawn. */
    public void at(long done, long whole) {
        long now = System.nanoTime();
        if (shown && now - drawn >= TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS)) {
            drawn = now;
            long share = whole <= 0 ? 0 : Math.clamp(done * PER_CENT / whole, 0, PER_CENT);
            draw(what + ": " + share + "%, " + elapsed(now));
        }
    }

    /** For work that does not say how far it is: how long it takes, until it is closed. */
    public void tick() {
        if (shown) {
            Thread.ofVirtual().name("baro-progress").start(this::tickUntilClosed);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (shown) {
            draw("");
        }
    }

    private void tickUntilClosed() {
        try {
            do {
                draw(what + ": " + elapsed(System.nanoTime()));
            } while (!closed.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String elapsed(long now) {
        return Spans.text(TimeUnit.NANOSECONDS.toMillis(now - began));
    }

    /** After the end nothing is drawn but the end. */
    private synchronized void draw(String line) {
        if (line.isEmpty() || closed.getCount() > 0) {
            err.print(CLEAR + line);
            err.flush();
        }
    }
}
