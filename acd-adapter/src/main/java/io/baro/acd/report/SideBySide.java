package io.baro.acd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets the figures of two days beside each other, group by group. Stateless. */
public final class SideBySide {
    private static final List<Column> SHOWN =
            List.of(Column.CALLS, Column.LEVEL, Column.ABANDONMENT, Column.SHED, Column.P50, Column.P90, Column.P99);

    private SideBySide() {}

    /** Head and rows: of each figure the recorded, an arrow, the other; one value where nothing changed. */
    public static List<List<String>> rows(String what, List<Figures> recorded, List<Figures> other) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(what));
        SHOWN.forEach(column -> head.add(column.head()));
        rows.add(head);
        Map<String, Figures> before =
                recorded.stream().collect(Collectors.toMap(Figures::name, Function.identity(), (one, two) -> one));
        Map<String, Figures> after =
                other.stream().collect(Collectors.toMap(Figures::name, Function.identity(), (one, two) -> one));
        List<Figures> all = new ArrayList<>(recorded);
        other.stream().filter(figures -> !before.containsKey(figures.name())).forEach(all::add);
        for (Figures figures : all) {
            Figures was = before.get(figures.name());
            Figures is = after.get(figures.name());
            if ((was != null && was.offered() > 0) || (is != null && is.offered() > 0)) {
                rows.add(row(figures.name(), was, is));
            }
        }
        return rows;
    }

    private static List<String> row(String name, Figures was, Figures is) {
        List<String> row = new ArrayList<>(List.of(name));
        for (Column column : SHOWN) {
            String before = was == null ? "-" : column.text(was);
            String after = is == null ? "-" : column.text(is);
            row.add(before.equals(after) ? before : before + " > " + after);
        }
        return row;
    }
}
