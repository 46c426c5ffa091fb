package io.baro.acd.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Takes a person out of the records: what happened stays as figures, by whom is gone, also when it is made of the journal again. Knows
 * him by keyed hash alone. One thread.
 */
public final class Erasure {
    private static final String OF_ERASED =
            " AND EXISTS (SELECT 1 FROM erased_caller e" + " WHERE e.caller_key = r.caller_key AND e.erased_ms >= r.";

    private final RecordTables tables;

    /**
     * What was found.
     *
     * @param calls whose caller is not known any more
     * @param reservations likewise; their numbers are deleted
     */
    public record Erased(int calls, int reservations) {}

    Erasure(RecordTables tables) {
        this.tables = tables;
    }

    /** Erases all that was until that time; what comes after is another matter. */
    Erased erase(long callerKey, long nowMillis) throws SQLException {
        int[] found = new int[2];
        tables.transact(() -> {
            // Who writes rows waits here, so that none comes between.
            tables.execute("UPDATE projection SET position = position");
            tables.execute(
                    "INSERT INTO erased_caller (caller_key, erased_ms) VALUES (?, ?)"
                            + " ON CONFLICT (caller_key) DO UPDATE SET erased_ms = excluded.erased_ms",
                    callerKey,
                    nowMillis);
            found[0] = tables.execute("UPDATE call_record SET caller_key = NULL WHERE caller_key = ?", callerKey);
            found[1] = tables.execute(
                    "UPDATE reservation_record SET caller_key = NULL, number = NULL WHERE caller_key = ?", callerKey);
        });
        return new Erased(found[0], found[1]);
    }

    /** Of the rows that the commands after that one have just added. */
    static void keepErased(Connection connection, int journal, long after) throws SQLException {
        execute(connection, again("call_record", "caller_key = NULL", "arrived_ms"), journal, after);
        execute(connection, again("reservation_record", "caller_key = NULL, number = NULL", "made_ms"), journal, after);
    }

    private static String again(String table, String change, String time) {
        return "UPDATE " + table + " AS r SET " + change + " WHERE r.journal = ? AND r.sequence > ?" + OF_ERASED + time
                + ")";
    }

    private static void execute(Connection connection, String sql, int journal, long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, journal);
            statement.setLong(2, after);
            statement.executeUpdate();
        }
    }
}
