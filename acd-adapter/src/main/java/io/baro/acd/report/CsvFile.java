package io.baro.acd.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a day's figures as one table for machines: a line for each group of calls. Stateless. */
public final class CsvFile {
    private CsvFile() {}

    /** Writes the file, in place of any that is there. */
    public static void write(Path file, DayBook book) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Column> columns = new ArrayList<>(Column.SHOWN);
        columns.addAll(Column.MORE);
        lines.add("group,name,"
                + String.join(",", columns.stream().map(Column::csv).toList()));
        add(lines, "all", List.of(book.whole()), columns);
        add(lines, "centre", book.centres(), columns);
        add(lines, "queue", book.kinds(), columns);
        add(lines, "queue_of_centre", book.queues(), columns);
        add(lines, "rule", book.rules(), columns);
        add(lines, "quarter_hour", book.quarters(), columns);
        Files.write(file, lines);
    }

    private static void add(List<String> lines, String group, List<Figures> all, List<Column> columns) {
        for (Figures figures : all) {
            List<String> cells =
                    columns.stream().map(column -> column.cell(figures)).toList();
            lines.add(group + "," + figures.name() + "," + String.join(",", cells));
        }
    }
}
