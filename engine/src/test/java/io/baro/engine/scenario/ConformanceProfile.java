package io.baro.engine.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the folder of conformance tables says: for each semantics of a rival either a table that shows it reproduced, or why it is
 * declined. Reads, never plays.
 */
record ConformanceProfile(List<Row> rows) {
    private static final Pattern TABLE_NAME = Pattern.compile("([A-Z][0-9]+|[A-Z]{2}-[0-9]+)-[a-z0-9-]+\\.txt");
    private static final String DECLINED = "declined.txt";
    private static final String HERE = " Here: ";

    /**
     * One semantics of a rival.
     *
     * @param semantics what the rival does
     * @param answer how to configure it here, or why it is declined
     * @param table the file that shows it; null: declined
     */
    record Row(String id, String semantics, String answer, Path table) {
        boolean isReproduced() {
            return table != null;
        }
    }

    static ConformanceProfile read(Path folder) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (!file.getFileName().toString().equals(DECLINED)) {
                    rows.add(reproduced(file));
                }
            }
        }
        for (String line : Files.readAllLines(folder.resolve(DECLINED))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(declined(line));
            }
        }
        return new ConformanceProfile(List.copyOf(rows));
    }

    List<Row> of(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).toList();
    }

    private static Row reproduced(Path file) throws IOException {
        Matcher name = TABLE_NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new AssertionError(file.getFileName() + ": name it <ID>-<what-it-shows>.txt");
        }
        StringBuilder comment = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                break;
            }
            comment.append(' ').append(line.substring(1).strip());
        }
        String[] parts = comment.toString().split(HERE, -1);
        if (parts.length != 2) {
            throw new AssertionError(file.getFileName() + ": begin with what the rival does, then '# Here:' and how");
        }
        return new Row(name.group(1), parts[0].strip(), parts[1].strip(), file);
    }

    private static Row declined(String line) {
        String[] cells = line.split(" \\| ", -1);
        if (cells.length != 3 || cells[2].isBlank()) {
            throw new AssertionError(DECLINED + ": ID | what the rival does | why not: " + line);
        }
        return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip(), null);
    }
}
