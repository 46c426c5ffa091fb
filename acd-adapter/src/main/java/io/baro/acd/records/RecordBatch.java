package io.baro.acd.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The changes that some commands in a row make to the tables, held until they are written. Changes of one statement keep their order;
 * statements go in the order of the tables, rows before what happens to them. Written twice it would be wrong: the position that is
 * written with it keeps that from happening. One thread.
 */
final class RecordBatch {
    private final Map<RowStatement, List<Object[]>> changes = new LinkedHashMap<>();
    private int size;

    RecordBatch(List<RowStatement> statements) {
        statements.forEach(statement -> changes.put(statement, new ArrayList<>()));
    }

    /** One more change: the values in the order of the statement. */
    void add(RowStatement statement, Object... values) {
        changes.get(statement).add(values);
        size++;
    }

    int size() {
        return size;
    }

    void clear() {
        changes.values().forEach(List::clear);
        size = 0;
    }

    /** Executes all of it, within the transaction at hand. */
    void write(Connection connection) throws SQLException {
        for (Map.Entry<RowStatement, List<Object[]>> change : changes.entrySet()) {
            if (!change.getValue().isEmpty()) {
                write(connection, change.getKey(), change.getValue());
            }
        }
    }

    private static void write(Connection connection, RowStatement statement, List<Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (Object[] values : rows) {
                for (int i = 0; i < values.length; i++) {
                    prepared.setObject(i + 1, values[i]);
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }
}
