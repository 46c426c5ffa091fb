package io.baro.acd.records;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/** How the records fare, for the metrics page. Written by the records' thread, read by any. */
public final class RecordFigures {
    private final LongSupplier durable;
    private final LongSupplier epochMillis;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();
    private final AtomicLongArray failures = new AtomicLongArray(RecordTrouble.values().length);
    private volatile long written = RecordTables.NOTHING;
    private volatile long caughtUpMillis;
    private volatile boolean failing;
    private volatile boolean stoppedByBug;

    RecordFigures(LongSupplier durable, LongSupplier epochMillis) {
        this.durable = durable;
        this.epochMillis = epochMillis;
        caughtUpMillis = epochMillis.getAsLong();
    }

    /** Durable commands whose rows are not in the tables. */
    public long lagCommands() {
        return Math.max(0, durable.getAsLong() - written);
    }

    /** For how long there have been such; 0: there are none. */
    public double lagSeconds() {
        return lagCommands() == 0 ? 0 : Math.max(0, epochMillis.getAsLong() - caughtUpMillis) / 1e3;
    }

    /** The last command whose rows are in the tables. */
    public long position() {
        return written;
    }

    /** Rows added and changed. */
    public long rows() {
        return rows.get();
    }

    public long batches() {
        return batches.get();
    }

    /** Batches and connections that were tried again. */
    public long retries() {
        return retries.get();
    }

    /** Rows deleted since they were too old. */
    public long deleted() {
        return deleted.get();
    }

    public long failures(RecordTrouble trouble) {
        return failures.get(trouble.index());
    }

    /** Whether no rows can be written now. */
    public boolean isFailing() {
        return failing || stoppedByBug;
    }

    void wrote(int changes, long position) {
        rows.addAndGet(changes);
        batches.incrementAndGet();
        written = position;
    }

    void standsAt(long position) {
        written = position;
    }

    void caughtUp() {
        caughtUpMillis = epochMillis.getAsLong();
    }

    void failed(RecordTrouble trouble) {
        failures.incrementAndGet(trouble.index());
        retries.incrementAndGet();
        failing = true;
    }

    void works() {
        failing = false;
    }

    void deletedMore(long count) {
        deleted.addAndGet(count);
    }

    void stoppedByBug() {
        stoppedByBug = true;
    }
}
