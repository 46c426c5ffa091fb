package io.baro.acd.records;

import java.sql.SQLException;
import java.util.List;

/** Deletes records that are too old, a piece at a time, so that nobody waits long for a lock. One thread. */
final class Retention {
    private static final int PIECE = 10_000;

    private final RecordTables tables;

    /** A table, its key, and the time by which it grows old. */
    private record Aged(String table, String key, String time) {
        String delete() {
            return "DELETE FROM " + table + " WHERE (" + key + ") IN (SELECT " + key + " FROM " + table + " WHERE "
                    + time + " < ? LIMIT " + PIECE + ")";
        }
    }

    // Who was erased is forgotten when all that he could come back with is too old itself.
    private static final List<Aged> AGED = List.of(
            new Aged("call_record", "journal, sequence, call_id", "arrived_ms"),
            new Aged("offer_record", "journal, offer_id", "offered_ms"),
            new Aged("decision_record", "journal, sequence, part", "at_ms"),
            new Aged("reservation_record", "journal, reservation_id", "made_ms"),
            new Aged("erased_caller", "caller_key", "erased_ms"));

    Retention(RecordTables tables) {
        this.tables = tables;
    }

    /** All that was before that time, and returns how many rows it was. */
    long deleteBefore(long millis) throws SQLException {
        long deleted = 0;
        for (Aged aged : AGED) {
            int[] piece = {PIECE};
            while (piece[0] == PIECE) {
                tables.transact(() -> piece[0] = tables.execute(aged.delete(), millis));
                deleted += piece[0];
            }
        }
        return deleted;
    }
}
