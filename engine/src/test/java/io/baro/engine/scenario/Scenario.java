package io.baro.engine.scenario;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of {@code time | commands | expected decisions}, played through a fresh router. Several commands or decisions in one
 * cell are separated by a semicolon; a row without time and command goes on with the decisions of the row before. The decisions
 * must be exactly the expected ones, in their order; of the details ({@code key=value}) those written are compared. Facts about
 * agents count only in rows that name one.
 */
final class Scenario {
    private static final String AGENT_FACT = "AgentChanged";

    /** A single bar: two of them are an "or" of a rule. */
    private static final Pattern CELL_END = Pattern.compile("(?<!\\|)\\|(?!\\|)");

    /** Small on purpose: limits are reached with a few rows. */
    private static final Limits LIMITS = new Limits(100, 20, 8, 2, 100, 100);

    private final Path file;
    private final List<Row> rows = new ArrayList<>();
    private Limits limits = LIMITS;

    private record Row(int line, long timeMillis, List<String> commands, List<String> expected) {}

    Scenario(Path file) throws IOException {
        this.file = file;
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).startsWith("#")) {
            throw at(1, "begins without a comment that says what it shows", null);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(i + 1, line);
            }
        }
    }

    /** Plays it; the failure says file and line. */
    void play() {
        Router router = new Router(limits);
        Names names = new Names();
        CommandWriter writer = new CommandWriter();
        ScenarioCommands commands = new ScenarioCommands(writer, names);
        ScenarioDecisions decisions = new ScenarioDecisions(names);
        for (Row row : rows) {
            for (String command : row.commands()) {
                try {
                    commands.write(command);
                    router.apply(Names.START_MILLIS + row.timeMillis(), writer.buffer(), 0, decisions);
                } catch (RuntimeException e) {
                    throw at(row.line(), "'" + command + "': " + e, e);
                }
            }
            compare(row, decisions.take());
            if (!router.center().accounting(0).identityHolds()) {
                throw at(row.line(), "the accounting identity does not hold", null);
            }
        }
    }

    private void compare(Row row, List<String> decided) {
        boolean namesAgents = row.expected().stream().anyMatch(text -> text.startsWith(AGENT_FACT));
        List<String> actual = decided.stream()
                .filter(text -> namesAgents || !text.startsWith(AGENT_FACT))
                .toList();
        boolean same = actual.size() == row.expected().size();
        for (int i = 0; same && i < actual.size(); i++) {
            same = fits(row.expected().get(i), actual.get(i));
        }
        if (!same) {
            throw at(
                    row.line(),
                    String.join("; ", row.commands()) + "\n  expected: " + lines(row.expected()) + "\n  decided:  "
                            + lines(actual),
                    null);
        }
    }

    private static String lines(List<String> decisions) {
        return decisions.isEmpty() ? "nothing" : String.join("\n            ", decisions);
    }

    /** Whether the names are the same, and all details that were expected are there. */
    private static boolean fits(String expected, String actual) {
        List<String> wanted = new ArrayList<>(List.of(expected.split(" +", -1)));
        List<String> there = new ArrayList<>(List.of(actual.split(" +", -1)));
        boolean detailsFit = wanted.stream().filter(word -> word.contains("=")).allMatch(there::contains);
        wanted.removeIf(word -> word.contains("="));
        there.removeIf(word -> word.contains("="));
        return detailsFit && wanted.equals(there);
    }

    private void read(int number, String line) {
        String[] cells = CELL_END.split(line, -1);
        if (cells.length != 3) {
            throw at(number, "a row is: time | commands | expected decisions", null);
        }
        String time = cells[0].strip();
        String command = cells[1].strip();
        if (command.startsWith("limits ") && rows.isEmpty()) {
            readLimits(command);
        } else if (command.isEmpty() && time.isEmpty() && !rows.isEmpty()) {
            rows.getLast().expected().addAll(items(cells[2]));
        } else if (command.isEmpty() || (time.isEmpty() && rows.isEmpty())) {
            throw at(number, "a row needs a time and a command", null);
        } else {
            long millis = time.isEmpty() ? rows.getLast().timeMillis() : millisOf(number, time);
            rows.add(new Row(number, millis, items(command), items(cells[2])));
        }
    }

    private void readLimits(String command) {
        String[] words = command.split(" +", -1);
        limits = new Limits(
                ScenarioCommands.number(words, "calls", LIMITS.calls()),
                LIMITS.agents(),
                LIMITS.queues(),
                ScenarioCommands.number(words, "pbxs", LIMITS.pbxs()),
                LIMITS.callers(),
                ScenarioCommands.number(words, "reservations", LIMITS.reservations()));
    }

    private static List<String> items(String cell) {
        List<String> items = new ArrayList<>();
        for (String item : cell.split(";", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /** {@code 1:05} is a minute and five seconds, {@code 2:00:00.250} two hours and a quarter second. */
    private long millisOf(int line, String time) {
        try {
            long seconds = 0;
            String[] parts = time.split("[:.]", -1);
            boolean hasMillis = time.contains(".");
            int count = hasMillis ? parts.length - 1 : parts.length;
            for (int i = 0; i < count; i++) {
                seconds = seconds * 60 + Integer.parseInt(parts[i]);
            }
            return seconds * 1_000 + (hasMillis ? Integer.parseInt((parts[count] + "00").substring(0, 3)) : 0);
        } catch (NumberFormatException e) {
            throw at(line, "no time: " + time, e);
        }
    }

    private AssertionError at(int line, String what, Throwable cause) {
        return new AssertionError(file.getFileName() + ":" + line + ": " + what, cause);
    }
}
