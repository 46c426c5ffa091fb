package io.baro.acd.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The tables of records as text, row by row in the order of their keys: equal text, equal records. */
public final class RecordDump {
    private static final List<String> TABLES = List.of(
            "projection ORDER BY journal",
            "gap ORDER BY journal, first_sequence",
            "centre ORDER BY journal, id",
            "queue ORDER BY journal, id",
            "agent ORDER BY journal, id",
            "rule ORDER BY journal, version, id",
            "call_record ORDER BY journal, sequence, call_id",
            "offer_record ORDER BY journal, offer_id",
            "decision_record ORDER BY journal, sequence, part",
            "reservation_record ORDER BY journal, reservation_id",
            "erased_caller ORDER BY caller_key");

    private RecordDump() {}

    /** All of it; the tokens of journals are random and left out. */
    public static String of(RecordDatabase database) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String table : TABLES) {
            text.append(table, 0, table.indexOf(' ')).append('\n');
            rows(database, "SELECT * FROM " + table)
                    .forEach(row -> text.append("  ").append(row).append('\n'));
        }
        return text.toString();
    }

    /** The rows of a query, each as its columns by name. */
    public static List<String> rows(RecordDatabase database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String name = row.getMetaData().getColumnLabel(i);
                    Object value = name.equals("number") && row.getObject(i) instanceof byte[] bytes
                            ? HexFormat.of().formatHex(bytes)
                            : row.getObject(i);
                    if (!name.equals("token")) {
                        columns.add(name + "=" + value);
                    }
                }
                rows.add(String.join(" ", columns));
            }
        }
        return rows;
    }
}
