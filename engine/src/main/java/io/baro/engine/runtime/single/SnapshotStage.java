package io.baro.engine.runtime.single;

import io.baro.engine.journal.Journal;
import io.baro.engine.routing.Router;
import io.baro.engine.state.StateWriter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots when they are due. The routing thread copies the state into one buffer between two batches, which is all that routing
 * waits for; the snapshot thread brings the buffer to disk, and lets it count only when the journal is as far. A disk that
 * fails costs a snapshot, never a command.
 */
public final class SnapshotStage {
    /** A group commit takes milliseconds; a journal that is so far behind has a disk that failed. */
    private static final long DURABLE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long LOOK_NANOS = 1_000_000;
    private static final String COSTS = "no snapshot, the journal grows until there is one: ";
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStage.class);

    private final SnapshotSettings settings;
    private final Router router;
    private final Journal journal;
    private final StateWriter state = new StateWriter();
    private final Thread thread =
            Thread.ofPlatform().name("baro-snapshots").daemon(true).unstarted(this::run);
    private long sequence;
    private long position;
    private long commandsThen;
    private long millisThen = Long.MIN_VALUE;
    /** Whose the buffer is: the routing thread's while false, the snapshot thread's while true. */
    private volatile boolean filled;

    private volatile boolean stopping;
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile long publishedPosition = -1;
    private volatile long pauseNanos;
    private volatile int bytes;

    /** Begins when {@link #start} is called. */
    SnapshotStage(SnapshotSettings settings, Router router, Journal journal) {
        this.settings = settings;
        this.router = router;
        this.journal = journal;
        commandsThen = journal.durableSequence();
        sequence = commandsThen;
    }

    /** Begins with a snapshot of what was recovered, before anything is routed: the next recovery is short and the copy warm. */
    void start() {
        if (sequence >= 0) {
            fill();
        }
        thread.start();
    }

    /** All commands up to this one have been applied. Runs on: routing thread. */
    void onBatchEnd(long lastSequence, long timeMillis) {
        sequence = lastSequence;
        if (millisThen == Long.MIN_VALUE) {
            millisThen = timeMillis;
        }
        boolean due = sequence - commandsThen >= settings.everyCommands()
                || timeMillis - millisThen >= settings.everyMillis();
        if (due && !filled) {
            commandsThen = sequence;
            millisThen = timeMillis;
            fill();
            LockSupport.unpark(thread);
        }
    }

    /** The last snapshot: the routing thread and the journal have ended, and this thread has seen them end. */
    void stop() throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join();
        if (sequence > publishedPosition) {
            fill();
            store();
        }
    }

    /** Ends without a last snapshot: the state is not to be trusted. */
    void abandon() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    /** Snapshots that count. From any thread. */
    public long published() {
        return published.get();
    }

    /** Snapshots that did not come to disk. From any thread. */
    public long failed() {
        return failed.get();
    }

    /** How long routing waited for the last one, nanoseconds. From any thread. */
    public long pauseNanos() {
        return pauseNanos;
    }

    /** Size of the last one. From any thread. */
    public int bytes() {
        return bytes;
    }

    private void fill() {
        long began = System.nanoTime();
        position = sequence;
        router.snapshot(position, state);
        pauseNanos = System.nanoTime() - began;
        bytes = state.length();
        filled = true;
    }

    private void run() {
        while (!stopping || filled) {
            if (filled) {
                store();
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Counted only when the buffer is free again: who has seen the count may have the next one taken. */
    private void store() {
        boolean counts = false;
        try {
            settings.files().write(state.buffer(), state.length());
            if (isDurable()) {
                settings.files().publish(position);
                publishedPosition = position;
                counts = true;
            } else {
                settings.files().discard();
                LOG.error(COSTS + "the journal has not come to command {}", position);
            }
        } catch (IOException e) {
            LOG.error(COSTS + "{}", e.toString());
        }
        filled = false;
        (counts ? published : failed).incrementAndGet();
    }

    private boolean isDurable() {
        long deadline = System.nanoTime() + DURABLE_NANOS;
        while (journal.durableSequence() < position && !stopping && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return journal.durableSequence() >= position;
    }
}
