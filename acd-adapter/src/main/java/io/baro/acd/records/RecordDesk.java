package io.baro.acd.records;

import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What an operator does to the records by hand: makes them again, erases a person, deletes what is old, lists whom a person has to call. Beside a Baro that runs, too. One
 * thread.
 */
public final class RecordDesk implements AutoCloseable {
    private static final String OWED = "SELECT r.made_ms, queue.name AS queue, r.kind, r.outcome, r.attempts, r.number"
            + " FROM reservation_record r LEFT JOIN queue ON queue.journal = r.journal AND queue.id = r.queue_id"
            + " WHERE r.outcome IN ('EXHAUSTED', 'EXPIRED') AND r.number IS NOT NULL"
            + " ORDER BY r.made_ms, r.reservation_id";

    private final RecordDatabase database;
    private final RecordPlaces places;
    private final RecordTables tables;

    /**
     * What was made again.
     *
     * @param first command that they were made from; 0: all of the journal
     * @param commands that were gone over; 0: a Baro runs, and does it now
     */
    public record Rebuilt(long first, long commands, long rows) {
        /** Whether the running Baro does it. */
        public boolean isLeftToRunning() {
            return commands == 0;
        }
    }

    private RecordDesk(RecordDatabase database, RecordPlaces places, RecordTables tables) {
        this.database = database;
        this.places = places;
        this.tables = tables;
    }

    /**
     * Connects.
     *
     * @throws RecordsUnusableException with a line for the operator
     */
    public static RecordDesk open(RecordDatabase database, RecordPlaces places) throws RecordsUnusableException {
        try {
            JournalReader.open(places.journal());
            return new RecordDesk(database, places, RecordTables.open(database, JournalToken.of(places.journal())));
        } catch (SQLException e) {
            throw new RecordsUnusableException(e);
        } catch (IOException e) {
            throw new RecordsUnusableException(e);
        }
    }

    RecordTables tables() {
        return tables;
    }

    /** Hears how far long work is. */
    @FunctionalInterface
    public interface Pace {
        void at(long done, long whole);
    }

    /** As {@link #rebuild(RecordNames, Pace)}, and nobody hears how far it is. */
    public Rebuilt rebuild(RecordNames names) throws RecordsUnusableException {
        return rebuild(names, (done, whole) -> {});
    }

    /** Makes all again that the journal can still tell; what is older stays as it is. */
    public Rebuilt rebuild(RecordNames names, Pace pace) throws RecordsUnusableException {
        try {
            RouterStarts.Start start = places.starts()
                    .earliest()
                    .orElseThrow(() -> new IOException(places.journal() + ": has lost its beginning, and there is no"
                            + " snapshot to go on from; nothing was changed"));
            long first = start.sequence() + 1;
            boolean running = FileJournal.isWritten(places.journal());
            Rewind.to(tables, first);
            tables.write(names);
            return running ? new Rebuilt(first, 0, 0) : goOver(first, lastCommand(places.journal()), pace);
        } catch (SQLException e) {
            throw new RecordsUnusableException(e);
        } catch (IOException e) {
            throw new RecordsUnusableException(e);
        }
    }

    /** Takes a person out of all that was until now. */
    public Erasure.Erased erase(long callerKey, long nowMillis) throws RecordsUnusableException {
        try {
            Erasure.Erased erased = new Erasure(tables).erase(callerKey, nowMillis);
            emptyLog();
            return erased;
        } catch (SQLException e) {
            throw new RecordsUnusableException(e);
        }
    }

    /** Deletes what was before that time and returns how many rows it was. */
    public long purge(long beforeMillis) throws RecordsUnusableException {
        try {
            long deleted = new Retention(tables).deleteBefore(beforeMillis);
            emptyLog();
            return deleted;
        } catch (SQLException e) {
            throw new RecordsUnusableException(e);
        }
    }

    /** What a person has to call, the oldest first. */
    public List<OwedCall> owed() throws RecordsUnusableException {
        List<OwedCall> owed = new ArrayList<>();
        try (Statement statement = tables.connection().createStatement();
                ResultSet rows = statement.executeQuery(OWED)) {
            while (rows.next()) {
                owed.add(new OwedCall(
                        rows.getLong("made_ms"),
                        Optional.ofNullable(rows.getString("queue")).orElse(""),
                        rows.getString("kind"),
                        rows.getString("outcome"),
                        rows.getInt("attempts"),
                        HexFormat.of().formatHex(rows.getBytes("number"))));
            }
            return owed;
        } catch (SQLException e) {
            throw new RecordsUnusableException(e);
        }
    }

    @Override
    public void close() throws RecordsUnusableException {
        try {
            tables.close();
        } catch (SQLException e) {
            throw new RecordsUnusableException(e);
        }
    }

    private Rebuilt goOver(long first, long last, Pace pace) throws SQLException, IOException {
        long rows = 0;
        try (Projector projector = Projector.begin(tables, places.starts(), places.journal())) {
            while (projector.written() < last) {
                int read = projector.read(last);
                pace.at(projector.written() + 1 - first, last + 1 - first);
                if (projector.hasUnwritten()) {
                    rows += projector.write(tables);
                } else if (read == 0) {
                    break;
                }
            }
            return new Rebuilt(first, projector.written() + 1 - first, rows);
        }
    }

    /** Files that were before stay in the reader's hands: only the last one is read. */
    private static long lastCommand(Path journal) throws IOException {
        return JournalReader.open(journal).read(Long.MAX_VALUE, (sequence, time, buffer, offset, length) -> {}) - 1;
    }

    /** SQLite's log of changes still holds the pages as they were. */
    private void emptyLog() throws SQLException {
        if (database.isFile()) {
            try (Statement statement = tables.connection().createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }
}
