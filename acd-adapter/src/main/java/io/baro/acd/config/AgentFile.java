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

    private static final String HEADING = "id,endpoint,centre,skills,auto_login";
    private static final int COLUMNS = 5;
    /** An offer id holds 20 bits of agent index; beyond this a file is a mistake. */
    private static final int MAX_AGENTS = 100_000;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final Pattern YES_OR_NO = Pattern.compile("yes|no");

    private final Problems problems;
    private final List<AgentPlan> agents = new ArrayList<>();
    private final Map<String, Integer> lineOfNumber = new HashMap<>();
    private final Map<String, Integer> lineOfEndpoint = new HashMap<>();
    private boolean headingSeen;

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
        if (!headingSeen) {
            headingSeen = true;
            if (!line.equals(HEADING)) {
                problems.error(NAME, number, "the heading is not " + HEADING, "name the columns so, in that order");
            }
            return;
        }
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            problems.error(NAME, number, cells.length + " columns", "write " + HEADING);
            return;
        }
        int before = problems.errorCount();
        form(number, NUMBER, cells[0], "id", "write 1-10 digits");
        form(number, Names.NAME, cells[1], "endpoint", Names.HOW);
        form(number, Names.NAME, cells[2], "centre", "write the name of a pbx of baro.yaml");
        form(number, YES_OR_NO, cells[4], "auto_login", "write yes or no");
        if (problems.errorCount() == before) {
            Map<String, Integer> skills = skills(number, cells[3]);
            unique(number, lineOfNumber, cells[0], "agent " + cells[0]);
            unique(number, lineOfEndpoint, cells[2] + "/" + cells[1], "endpoint " + cells[1] + " of " + cells[2]);
            agents.add(new AgentPlan(cells[0], cells[1], cells[2], skills, cells[4].equals("yes"), number));
            if (agents.size() > MAX_AGENTS) {
                problems.error(NAME, number, "more than " + MAX_AGENTS + " agents", "use one installation per tenant");
            }
        }
    }

    private void form(int line, Pattern shape, String cell, String column, String how) {
        if (!shape.matcher(cell).matches()) {
            problems.error(NAME, line, column + " \"" + cell + "\" has a wrong form", how);
        }
    }

    private void unique(int line, Map<String, Integer> lines, String key, String what) {
        Integer earlier = lines.putIfAbsent(key, line);
        if (earlier != null) {
            problems.error(NAME, line, what + " stands in line " + earlier + " already", "keep one of the two lines");
        }
    }

    private Map<String, Integer> skills(int line, String cell) {
        Map<String, Integer> skills = new LinkedHashMap<>();
        for (String part : cell.isEmpty() ? new String[0] : cell.split(";", -1)) {
            int colon = part.indexOf(':');
            int level = colon < 0 ? 0 : level(part.substring(colon + 1));
            if (level == 0) {
                problems.error(
                        NAME, line, "skill \"" + part + "\" has no level", "write skill:1 to skill:10, ; between");
            } else if (skills.put(part.substring(0, colon), level) != null) {
                problems.error(NAME, line, "skill \"" + part + "\" stands twice", "keep one of the two");
            }
        }
        return skills;
    }

    private static int level(String text) {
        try {
            int level = Integer.parseInt(text);
            return level <= QueueFile.MAX_LEVEL ? Math.max(0, level) : 0;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
