package io.baro.acd.records;

import java.sql.SQLException;

/** What kind of trouble a database makes, in words for the operator; never with a value of a row. */
public enum RecordTrouble {
    UNREACHABLE(0, "the database cannot be reached; see that it runs and that records.url is right"),
    REFUSED(1, "the database refuses this user; see records.user, its secret and its rights"),
    LOCKED(2, "somebody else holds a lock for too long; end his transaction"),
    FULL(3, "there is no room; make room on the disk of the database"),
    READ_ONLY(4, "the database cannot be written; give Baro the rights"),
    SCHEMA(5, "the tables are not those of this release; run the release that made them, or give it an empty database"),
    JOURNAL(6, "the journal cannot be read"),
    OTHER(7, "the database failed");

    /** The first two characters of an SQLSTATE say what it is about. */
    private static final int CLASS = 2;

    private static final int SQLITE_PERM = 3;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    /** SQLite's extended codes have the plain one in their lowest byte. */
    private static final int SQLITE_CODE = 0xFF;

    private final int index;
    private final String words;

    RecordTrouble(int index, String words) {
        this.index = index;
        this.words = words;
    }

    /** What an operator reads. */
    public String words() {
        return words;
    }

    int index() {
        return index;
    }

    static RecordTrouble of(SQLException e) {
        if (e instanceof RecordSchemaException) {
            return SCHEMA;
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.length() < CLASS ? ofSqlite(e.getErrorCode() & SQLITE_CODE) : ofState(state);
    }

    private static RecordTrouble ofState(String state) {
        return switch (state) {
            case "53100", "53200" -> FULL;
            case "55P03", "40P01", "57014" -> LOCKED;
            case "25006", "42501", "58030" -> READ_ONLY;
            default ->
                switch (state.substring(0, CLASS)) {
                    case "08", "57", "53" -> UNREACHABLE;
                    case "28", "3D" -> REFUSED;
                    case "42" -> SCHEMA;
                    default -> OTHER;
                };
        };
    }

    private static RecordTrouble ofSqlite(int code) {
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> LOCKED;
            case SQLITE_FULL -> FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> READ_ONLY;
            default -> OTHER;
        };
    }
}
