package io.baro.acd.config;

import io.baro.acd.rule.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code kinds.csv}, one kind of business a line; the file may be absent. Used by the one thread that loads. */
final class KindFile {
    static final String NAME = "kinds.csv";

    private static final String HEADING = "code,queue,ko,en";
    private static final Pattern CODE = Pattern.compile("[0-9]{1,8}");
    private static final int COLUMNS = 4;

    private final Problems problems;
    private final List<String> queues;
    private final List<KindPlan> kinds = new ArrayList<>();
    private final Map<String, Integer> lineOfCode = new HashMap<>();

    KindFile(Problems problems, List<String> queues) {
        this.problems = problems;
        this.queues = queues;
    }

    List<KindPlan> read(Path dir) {
        Path file = dir.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            boolean headingSeen = false;
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (headingSeen) {
                    kind(number, line.strip());
                } else if (!line.strip().equals(HEADING)) {
                    error(number, 1, "the heading is not " + HEADING, "name the columns so, in that order");
                    return kinds;
                }
                headingSeen = true;
            }
        } catch (IOException unreadable) {
            error(0, 0, "cannot be read", "save it as UTF-8, its first line " + HEADING);
        }
        return kinds;
    }

    private void kind(int number, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            error(number, 1, cells.length + " columns", "write " + HEADING);
            return;
        }
        if (!CODE.matcher(cells[0]).matches()) {
            error(number, 1, "code \"" + cells[0] + "\" has a wrong form", "write 1-8 digits");
        }
        Integer earlier = lineOfCode.putIfAbsent(cells[0], number);
        if (earlier != null) {
            error(number, 1, "code " + cells[0] + " stands in line " + earlier + " already", "keep one of the two");
        }
        if (!queues.contains(cells[1])) {
            error(
                    number,
                    cells[0].length() + 2,
                    "unknown queue \"" + cells[1] + "\"",
                    NearestName.remedy(cells[1], queues, "write a queue of queues.yaml"));
        }
        kinds.add(new KindPlan(cells[0], cells[1], cells[2], cells[3], number));
    }

    private void error(int line, int column, String what, String remedy) {
        problems.error(new Problem(NAME, line, column, what, remedy));
    }
}
