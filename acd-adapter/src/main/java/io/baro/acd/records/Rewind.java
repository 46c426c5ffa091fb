package io.baro.acd.records;

import java.sql.SQLException;
import java.util.List;

/**
 * Takes the records of one journal back to where they were before a command, so that they are made again. What earlier commands led to
 * stays. One thread.
 */
final class Rewind {
    private static final List<String> TABLES =
            List.of("call_record", "offer_record", "decision_record", "reservation_record");

    private Rewind() {}

    /** Before that command; whoever writes these records notices and goes on from there. */
    static void to(RecordTables tables, long sequence) throws SQLException {
        int journal = tables.journal();
        tables.transact(() -> {
            tables.execute("UPDATE projection SET position = ? WHERE journal = ?", sequence - 1, journal);
            for (String table : TABLES) {
                tables.execute("DELETE FROM " + table + " WHERE journal = ? AND sequence >= ?", journal, sequence);
            }
            tables.execute("DELETE FROM gap WHERE journal = ? AND first_sequence >= ?", journal, sequence);
            tables.execute(
                    "UPDATE call_record SET ended_ms = NULL, ended_sequence = NULL, outcome = NULL, vanished = NULL,"
                            + " talked_ms = NULL WHERE journal = ? AND ended_sequence >= ?",
                    journal,
                    sequence);
            tables.execute(
                    "UPDATE reservation_record SET closed_ms = NULL, closed_sequence = NULL, outcome = NULL,"
                            + " attempts = NULL, kind = NULL WHERE journal = ? AND closed_sequence >= ?",
                    journal,
                    sequence);
            tables.execute(
                    "UPDATE offer_record SET ended_ms = NULL, ended_sequence = NULL, outcome = NULL"
                            + " WHERE journal = ? AND ended_sequence >= ?",
                    journal,
                    sequence);
        });
    }
}
