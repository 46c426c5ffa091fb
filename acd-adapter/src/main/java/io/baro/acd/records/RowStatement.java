package io.baro.acd.records;

/** One way in which a decision changes a table. Immutable. */
record RowStatement(String sql) {

    /** Adds a row; told again, for one that is there already, it changes nothing. */
    static RowStatement insert(String table, String... columns) {
        return new RowStatement("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (?"
                + ", ?".repeat(columns.length - 1) + ") ON CONFLICT DO NOTHING");
    }
}
