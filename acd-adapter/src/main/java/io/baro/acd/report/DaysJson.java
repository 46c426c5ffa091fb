package io.baro.acd.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A recorded day and the same day under other rules as one line of JSON: the figures of the CSV files, by group. Stateless. */
public final class DaysJson {
    private DaysJson() {}

    /**
     * Both days.
     *
     * @param written the directory of the files
     */
    public static String of(ReplayedDays days, String written) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("commands", days.commands());
        all.put("verification", days.verification());
        all.put("changes", days.changes());
        all.put(
                "centres",
                groups(days.recorded().centresAndWhole(), days.otherwise().centresAndWhole()));
        all.put("queues", groups(days.recorded().kinds(), days.otherwise().kinds()));
        all.put("rules", groups(days.recorded().rules(), days.otherwise().rules()));
        all.put("written", written);
        return JsonText.of(all);
    }

    /** A group that one of the days does not have is null there. */
    private static List<Map<String, Object>> groups(List<Figures> recorded, List<Figures> otherwise) {
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        recorded.forEach(figures -> group(groups, figures).put("recorded", figures(figures)));
        otherwise.forEach(figures -> group(groups, figures).put("otherwise", figures(figures)));
        return new ArrayList<>(groups.values());
    }

    private static Map<String, Object> group(Map<String, Map<String, Object>> groups, Figures figures) {
        return groups.computeIfAbsent(figures.name(), name -> {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("name", name);
            group.put("recorded", null);
            group.put("otherwise", null);
            return group;
        });
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> cells = new LinkedHashMap<>();
        Stream.concat(Column.SHOWN.stream(), Column.MORE.stream()).forEach(column -> {
            String cell = column.cell(figures);
            cells.put(column.csv(), cell.isEmpty() ? null : new BigDecimal(cell));
        });
        return cells;
    }
}
