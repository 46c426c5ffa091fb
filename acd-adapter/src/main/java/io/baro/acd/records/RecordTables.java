package io.baro.acd.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One connection to the tables of one journal: each call is a transaction, whole or not at all, and the position is always that of the
 * rows. Decides no row. One thread.
 */
final class RecordTables implements AutoCloseable {
    /** Nothing is recorded yet. */
    static final long NOTHING = -1;

    private static final String OPEN_CALLS =
            "SELECT call_id, sequence FROM call_record WHERE journal = ? AND outcome IS NULL ORDER BY sequence";
    private static final String OPEN_OFFERS =
            "SELECT offer_id, agent_id FROM offer_record WHERE journal = ? AND outcome IS NULL ORDER BY sequence";
    private static final String UNKNOWN_ENDS = " SET ended_sequence = ?, outcome = 'UNKNOWN' WHERE outcome IS NULL";

    private final Connection connection;
    private final int journal;

    /** What one transaction does. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    private RecordTables(Connection connection, int journal) {
        this.connection = connection;
        this.journal = journal;
    }

    /** Connects and finds the journal of that token, or begins it. */
    static RecordTables open(RecordDatabase database, String token) throws SQLException {
        database.migrate();
        Connection connection = database.connect();
        try {
            return new RecordTables(connection, journalOf(connection, token));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    int journal() {
        return journal;
    }

    Connection connection() {
        return connection;
    }

    /** The last command whose rows are there. */
    long position() throws SQLException {
        return number("SELECT position FROM projection WHERE journal = " + journal);
    }

    /** Fails if the position is another one. */
    void standAt(long expected) throws SQLException {
        long found = position();
        if (found != expected) {
            throw new MovedPositionException(expected, found);
        }
    }

    /** Tells these rows what was open when the position was written. */
    void tellOpen(RecordRows rows) throws SQLException {
        each(OPEN_CALLS, row -> rows.calls().isOpen(row.getLong(1), row.getLong(2)));
        each(OPEN_OFFERS, row -> rows.offers().isOpen(row.getLong(1), row.getInt(2)));
    }

    /** Writes what the commands after {@code from} up to {@code to} have led to. */
    void write(RecordBatch batch, long from, long to) throws SQLException {
        transact(() -> {
            if (advance(from, to)) {
                batch.write(connection);
                Erasure.keepErased(connection, journal, from);
            }
        });
    }

    /** Says that the commands between are in no journal any more. What was open then has an end that nobody knows. */
    void writeGap(long from, long to) throws SQLException {
        transact(() -> {
            if (advance(from, to)) {
                execute(
                        "INSERT INTO gap (journal, first_sequence, last_sequence) VALUES (?, ?, ?)",
                        journal,
                        from + 1,
                        to);
                execute("UPDATE call_record" + UNKNOWN_ENDS + " AND journal = ?", to, journal);
                execute("UPDATE offer_record" + UNKNOWN_ENDS + " AND journal = ?", to, journal);
            }
        });
    }

    /** Writes the names down, new ones and changed ones. */
    void write(RecordNames names) throws SQLException {
        transact(() -> {
            for (RecordNames.Centre centre : names.centres()) {
                execute(upsert("centre", "id", "name"), journal, centre.id(), centre.name());
            }
            for (RecordNames.Queue queue : names.queues()) {
                execute(
                        upsert("queue", "id", "centre_id", "name"),
                        journal,
                        queue.id(),
                        queue.centreId(),
                        queue.name());
            }
            for (RecordNames.Agent agent : names.agents()) {
                execute(
                        upsert("agent", "id", "centre_id", "number"),
                        journal,
                        agent.id(),
                        agent.centreId(),
                        agent.number());
            }
            for (RecordNames.Rule rule : names.rules()) {
                execute(
                        "INSERT INTO rule (journal, version, id, name) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (journal, version, id) DO UPDATE SET name = excluded.name",
                        journal,
                        rule.version(),
                        rule.id(),
                        rule.name());
            }
        });
    }

    /** All of it or nothing. Between two of these nobody is locked out: SQLite's driver begins the next one with each commit. */
    void transact(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    int execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The one number that the query gives. */
    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /**
     * Takes the position on, and with it the lock of all who change these records.
     *
     * @return false: it was taken there already, by a commit whose answer was lost
     */
    private boolean advance(long from, long to) throws SQLException {
        int changed =
                execute("UPDATE projection SET position = ? WHERE journal = ? AND position = ?", to, journal, from);
        if (changed == 1) {
            return true;
        }
        long found = number("SELECT position FROM projection WHERE journal = " + journal);
        if (found == to) {
            return false;
        }
        throw new MovedPositionException(from, found);
    }

    private void rollback(SQLException first) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException second) {
            first.addSuppressed(second);
        }
    }

    private void each(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, journal);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static String upsert(String table, String key, String... columns) {
        StringBuilder sets = new StringBuilder();
        for (String column : columns) {
            sets.append(sets.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(" = excluded.")
                    .append(column);
        }
        return "INSERT INTO " + table + " (journal, " + key + ", " + String.join(", ", columns) + ") VALUES (?, ?"
                + ", ?".repeat(columns.length) + ") ON CONFLICT (journal, " + key + ") DO UPDATE SET " + sets;
    }

    /** A journal that is new to these tables ends what an earlier one left open. */
    private static int journalOf(Connection connection, String token) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement("SELECT journal FROM projection WHERE token = ?")) {
            known.setString(1, token);
            try (ResultSet row = known.executeQuery()) {
                if (row.next()) {
                    return row.getInt(1);
                }
            }
        }
        RecordTables tables = new RecordTables(connection, 0);
        int journal = (int) tables.number("SELECT COALESCE(MAX(journal), 0) + 1 FROM projection");
        tables.transact(() -> {
            tables.execute("UPDATE call_record" + UNKNOWN_ENDS, NOTHING);
            tables.execute("UPDATE offer_record" + UNKNOWN_ENDS, NOTHING);
            tables.execute(
                    "INSERT INTO projection (journal, token, position) VALUES (?, ?, ?)", journal, token, NOTHING);
        });
        return journal;
    }
}
