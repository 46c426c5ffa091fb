package io.baro.acd.records;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the records a moment behind a running Baro, on a thread of its own: reads what became durable, writes it, tries again what the
 * database refused. Routing neither waits for it nor hears of it. Started and closed on the main thread.
 */
public final class RecordKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordKeeper.class);
    /** Reports are read by people: five transactions a second are as good as one for each call. */
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FIRST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** What is not written by then is written by the next life. */
    private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final RecordDatabase database;
    private final RecordPlaces places;
    private final LongSupplier durable;
    private final RecordChores chores;
    private final RecordFigures figures;
    private final RecordAlarm alarm;
    private final Thread thread =
            Thread.ofPlatform().name("baro-records").daemon(true).unstarted(this::run);
    /** What is to be written down; null: it is. */
    private final AtomicReference<RecordNames> names;

    private volatile boolean stopping;
    private volatile long stopNanos;
    private RecordNames lastNames;
    private RecordTables tables;
    private Projector projector;
    private long retryNanos = FIRST_RETRY_NANOS;
    private long lookNanos = System.nanoTime();

    /**
     * One that begins when it is started.
     *
     * @param durable the last command of the journal that is durable; asked by the records' thread
     */
    public RecordKeeper(
            RecordDatabase database,
            RecordPlaces places,
            Duration retention,
            RecordNames names,
            LongSupplier durable,
            LongSupplier epochMillis) {
        this.database = database;
        this.places = places;
        this.durable = durable;
        this.names = new AtomicReference<>(names);
        figures = new RecordFigures(durable, epochMillis);
        chores = new RecordChores(places, retention, figures, epochMillis);
        alarm = new RecordAlarm(figures);
    }

    public void start() {
        thread.start();
    }

    public RecordFigures figures() {
        return figures;
    }

    /** From now on things have these names. Any thread. */
    public void rename(RecordNames now) {
        names.set(now);
    }

    /** Writes what is durable by now, for a moment, and ends. */
    @Override
    public void close() {
        stopNanos = System.nanoTime() + STOP_NANOS;
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofNanos(STOP_NANOS).toMillis() + RecordDatabase.patienceMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isOver()) {
                if (!works()) {
                    pause(retryNanos);
                    retryNanos = Math.min(2 * retryNanos, LONGEST_RETRY_NANOS);
                }
            }
            if (projector != null) {
                chores.atTheEnd(projector);
            }
        } catch (RuntimeException bug) {
            figures.stoppedByBug();
            LOG.error("records: stopped by a bug of Baro, routing goes on; please report it", bug);
        } finally {
            closeProjector();
            closeTables();
        }
    }

    /** Goes on until it is over; false: something failed. */
    private boolean works() {
        try {
            open();
            while (!isOver()) {
                step();
            }
            return true;
        } catch (MovedPositionException moved) {
            LOG.info("records: begun again, {}", moved.getMessage());
            closeProjector();
            closeTables();
            return true;
        } catch (SQLException e) {
            alarm.failed(RecordTrouble.of(e), e);
            closeTables();
            return false;
        } catch (IOException e) {
            alarm.failed(RecordTrouble.JOURNAL, e);
            closeProjector();
            closeTables();
            return false;
        }
    }

    private void open() throws SQLException, IOException {
        if (tables == null) {
            tables = RecordTables.open(database, JournalToken.of(places.journal()));
            names.compareAndSet(null, lastNames);
        }
        if (projector == null) {
            projector = Projector.begin(tables, places.starts(), places.journal());
            figures.standsAt(projector.written());
        }
    }

    private void step() throws SQLException, IOException {
        writeNames();
        long target = durable.getAsLong();
        int read = projector.hasUnwritten() ? 0 : projector.read(target);
        if (projector.hasUnwritten()) {
            int changes = projector.write(tables);
            figures.wrote(changes, projector.written());
        }
        alarm.works();
        retryNanos = FIRST_RETRY_NANOS;
        if (projector.written() >= target) {
            figures.caughtUp();
            chores.whileIdle(tables, projector);
            lookForRewind();
            if (!stopping) {
                pause(PACE_NANOS);
            }
        } else if (read == 0 && !stopping) {
            pause(PACE_NANOS);
        }
    }

    /** Who writes notices by himself that the position was moved; who has nothing to write looks. */
    private void lookForRewind() throws SQLException {
        long now = System.nanoTime();
        if (now - lookNanos >= LOOK_NANOS) {
            lookNanos = now;
            tables.standAt(projector.written());
        }
    }

    private void writeNames() throws SQLException {
        RecordNames now = names.get();
        if (now != null) {
            tables.write(now);
            lastNames = now;
            names.compareAndSet(now, null);
        }
    }

    /** Stopped, and either all is written or it took too long. */
    private boolean isOver() {
        if (!stopping) {
            return false;
        }
        boolean done = projector != null && projector.written() >= durable.getAsLong();
        return done || figures.isFailing() || System.nanoTime() - stopNanos > 0;
    }

    private void pause(long nanos) {
        long until = System.nanoTime() + nanos;
        long left = nanos;
        while (left > 0 && !stopping) {
            LockSupport.parkNanos(this, left);
            left = until - System.nanoTime();
        }
    }

    private void closeProjector() {
        try {
            if (projector != null) {
                projector.close();
            }
        } catch (IOException e) {
            LOG.debug("records: cannot close the journal's file", e);
        }
        projector = null;
    }

    private void closeTables() {
        try {
            if (tables != null) {
                tables.close();
            }
        } catch (SQLException e) {
            LOG.debug("records: cannot close the connection", e);
        }
        tables = null;
    }
}
