package io.baro.acd.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads {@code agents.csv}, one agent a line; lines that begin with # are comments. Never looks at other files: who knows queues
 * and centres checks against them. Used by the one thread that loads.
 */
final class AgentFile {
    static final String NAME = "agents.csv";

    static final String HEADING = "id,endpoint,centre,skills,auto_login";
    /** The column that may be left away. */
    static final String HEADING_WITH_WEIGHT = HEADING + ",weight";

    private static final int COLUMNS = 5;
    /** As the router has it for who has none. */
    private static final int WEIGHT = 10;

    private static final int MAX_WEIGHT = 100;
    /** An offer id holds 20 bits of agent index; beyond this a file is a mistake. */
    private static final int MAX_AGENTS = 100_000;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final Pattern YES_OR_NO = Pattern.compile("yes|no");

    private final Problems problems;
    private final List<AgentPlan> agents = new ArrayList<>();
    private final Map<String, Integer> lineOfNumber = new HashMap<>();
    private final Map<String, Integer> lineOfEndpoint = new HashMap<>();
    private int columns;

    AgentFile(Problems problems) {
        this.problems = problems;
    }

    List<AgentPlan> read(Path dir) {
        try (BufferedReader reader = Files.newBufferedReader(dir.resolve(NAME))) {
            int number = 0;
            for (String line = reader.readLine(); line != null && !problems.isFull(); line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    line(number, line.strip());
                }
            }
            if (agents.isEmpty() && !problems.hasErrors()) {
                problems.error(NAME, 0, "names no agent", "add at least one line under " + HEADING);
            }
        } catch (MalformedInputException notUtf8) {
            problems.error(NAME, 0, "is no UTF-8 text", "save it as UTF-8");
        } catch (IOException unreadable) {
            problems.error(NAME, 0, "cannot be read", "put a readable file there, its first line " + HEADING);
        }
        return agents;
    }

    private void line(int number, String line) {
        if (columns == 0) {
            columns = line.equals(HEADING_WITH_WEIGHT) ? COLUMNS + 1 : COLUMNS;
            if (columns == COLUMNS && !line.equals(HEADING)) {
                error(number, 1, "the heading is not " + HEADING, "name the columns so, in that order");
            }
            return;
        }
        String[] cells = line.split(",", -1);
        if (cells.length != columns) {
            error(
                    number,
                    1,
                    cells.length + " columns",
                    "write " + (columns == COLUMNS ? HEADING : HEADING_WITH_WEIGHT));
            return;
        }
        int before = problems.errorCount();
        form(number, NUMBER, cells, 0, "write 1-10 digits");
        form(number, Names.NAME, cells, 1, Names.HOW);
        form(number, Names.NAME, cells, 2, "write the name of a pbx of baro.yaml");
        form(number, YES_OR_NO, cells, 4, "write yes or no");
        int weight = columns == COLUMNS ? WEIGHT : weight(number, cells);
        if (problems.errorCount() == before) {
            Map<String, Integer> skills = skills(number, columnOf(cells, 3), cells[3]);
            unique(number, 1, lineOfNumber, cells[0], "agent " + cells[0]);
            unique(
                    number,
                    columnOf(cells, 1),
                    lineOfEndpoint,
                    cells[2] + "/" + cells[1],
                    "endpoint " + cells[1] + " of " + cells[2]);
            agents.add(new AgentPlan(cells[0], cells[1], cells[2], skills, weight, cells[4].equals("yes"), number));
            if (agents.size() > MAX_AGENTS) {
                error(number, 1, "more than " + MAX_AGENTS + " agents", "use one installation per tenant");
            }
        }
    }

    private int weight(int number, String[] cells) {
        int weight = number(cells[COLUMNS], MAX_WEIGHT);
        if (weight == 0) {
            error(
                    number,
                    columnOf(cells, COLUMNS),
                    "weight \"" + cells[COLUMNS] + "\" has a wrong form",
                    "write a whole number from 1 to " + MAX_WEIGHT);
        }
        return weight;
    }

    /** Where the cell begins, from 1. */
    static int columnOf(String[] cells, int cell) {
        int column = 1;
        for (int i = 0; i < cell; i++) {
            column += cells[i].length() + 1;
        }
        return column;
    }

    private void form(int line, Pattern shape, String[] cells, int cell, String how) {
        if (!shape.matcher(cells[cell]).matches()) {
            String column = HEADING.split(",", -1)[cell];
            error(line, columnOf(cells, cell), column + " \"" + cells[cell] + "\" has a wrong form", how);
        }
    }

    private void error(int line, int column, String what, String remedy) {
        problems.error(new Problem(NAME, line, column, what, remedy));
    }

    private void unique(int line, int column, Map<String, Integer> lines, String key, String what) {
        Integer earlier = lines.putIfAbsent(key, line);
        if (earlier != null) {
            error(line, column, what + " stands in line " + earlier + " already", "keep one of the two lines");
        }
    }

    private Map<String, Integer> skills(int line, int column, String cell) {
        Map<String, Integer> skills = new LinkedHashMap<>();
        int at = column;
        for (String part : cell.isEmpty() ? new String[0] : cell.split(";", -1)) {
            int colon = part.indexOf(':');
            int level = colon < 0 ? 0 : number(part.substring(colon + 1), QueueFile.MAX_LEVEL);
            if (level == 0) {
                error(line, at, "skill \"" + part + "\" has no level", "write skill:1 to skill:10, ; between");
            } else if (skills.put(part.substring(0, colon), level) != null) {
                error(line, at, "skill \"" + part + "\" stands twice", "keep one of the two");
            }
            at += part.length() + 1;
        }
        return skills;
    }

    /** A whole number from 1; 0: none, or more than the most. */
    private static int number(String text, int most) {
        try {
            int number = Integer.parseInt(text);
            return number <= most ? Math.max(0, number) : 0;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
