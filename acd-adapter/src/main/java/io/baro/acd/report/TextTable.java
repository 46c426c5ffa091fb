package io.baro.acd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays out figures as lines for a terminal: names to the left, numbers to the right. Stateless but for its rows. One thread. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> words;

    /** A table whose first column is called so. */
    public TextTable(List<String> head) {
        this(head, Set.of(0));
    }

    /** A table with words in these columns, from 0, and numbers in the others. */
    public TextTable(List<String> head, Set<Integer> words) {
        rows.add(List.copyOf(head));
        this.words = Set.copyOf(words);
    }

    /** The table of some groups of calls, those without any call left out. */
    public static TextTable of(String what, List<Figures> groups) {
        List<String> head = new ArrayList<>(List.of(what));
        Column.SHOWN.forEach(column -> head.add(column.head()));
        TextTable table = new TextTable(head);
        for (Figures figures : groups) {
            if (figures.offered() > 0) {
                List<String> row = new ArrayList<>(List.of(figures.name()));
                Column.SHOWN.forEach(column -> row.add(column.text(figures)));
                table.add(row);
            }
        }
        return table;
    }

    public void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    /** Line by line, the head first. */
    public List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String room = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP).append(words.contains(column) ? cell + room : room + cell);
        }
        return line.toString().stripTrailing();
    }
}
