package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the table of docs/metrics.md to a real page. With {@code -Dbaro.metrics.write=true} it writes the table instead: rows of what is
 * gone go, what is new comes with its help text, labels are set right, and what was written stays.
 */
class MetricsTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("\\| `(baro_[a-z0-9_]+)` \\| ([^|]*) \\| (.*) \\|");
    private static final String WRITE = "baro.metrics.write";

    @TempDir
    Path dir;

    /** A row of the table. */
    private record Row(Set<String> labels, String meaning) {}

    @Test
    void everyFigureHasARowAndEveryRowAFigure() throws Exception {
        ScrapedPage page = page();
        if (Boolean.getBoolean(WRITE)) {
            write(page);
        }
        Map<String, Set<String>> written = new TreeMap<>();
        rows().forEach((name, row) -> written.put(name, row.labels()));
        assertEquals(
                String.join("\n", lines(new TreeMap<>(page.ownFamilies()))),
                String.join("\n", lines(written)),
                "docs/metrics.md (right) is not the page (left); -D" + WRITE + "=true writes it");
    }

    @Test
    void everyStateAndOutcomeIsNamed() throws Exception {
        ScrapedPage page = page();
        rows().forEach((name, row) -> {
            for (String label : List.of("state", "outcome")) {
                for (String value : page.values(name, label)) {
                    assertTrue(
                            Pattern.compile("\\b" + value + "\\b")
                                    .matcher(row.meaning())
                                    .find(),
                            name + ": say what " + label + " " + value + " is");
                }
            }
        });
    }

    private ScrapedPage page() throws Exception {
        try (OneCentre centre = new OneCentre(dir).withJournal()) {
            centre.start();
            return ScrapedPage.of(centre.server().httpAddress());
        }
    }

    private static List<String> lines(Map<String, Set<String>> families) {
        List<String> lines = new ArrayList<>();
        families.forEach((name, labels) -> lines.add(name + " " + labels));
        return lines;
    }

    private static Map<String, Row> rows() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> labels = new TreeSet<>(List.of(row.group(2).strip().split(", ", -1)));
                labels.remove("");
                rows.put(row.group(1), new Row(labels, row.group(3)));
            }
        }
        return rows;
    }

    private static void write(ScrapedPage page) throws IOException {
        Map<String, Row> old = rows();
        Map<String, Set<String>> families = page.ownFamilies();
        Set<String> order = new LinkedHashSet<>(old.keySet());
        order.addAll(families.keySet());
        order.retainAll(families.keySet());
        List<String> table = new ArrayList<>();
        for (String name : order) {
            String meaning = old.containsKey(name)
                    ? old.get(name).meaning()
                    : page.helps().getOrDefault(name, "").replace("|", "or");
            table.add("| `" + name + "` | " + String.join(", ", families.get(name)) + " | " + meaning + " |");
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(DOCUMENT));
        int first = 0;
        while (!ROW.matcher(lines.get(first)).matches()) {
            first++;
        }
        lines.removeIf(line -> ROW.matcher(line).matches());
        lines.addAll(first, table);
        Files.write(DOCUMENT, lines);
    }
}
