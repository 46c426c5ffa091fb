package io.baro.acd.config;

import io.baro.acd.rule.NearestName;
import io.baro.engine.port.Actor;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code tokens.csv}, one token of the HTTP API a line, by its hash; lines that begin with # are comments. Never holds a token
 * itself and never repeats what stands in the column of the hash: somebody may have written the token there. Used by the one thread that
 * loads.
 */
public final class TokenFile {
    public static final String NAME = "tokens.csv";
    public static final String HEADING = "name,role,agent,sha256";

    /** What a name may be. */
    public static final String HOW = "use 1-" + Actor.BYTES + " of a-z, 0-9 and -";

    private static final int NAMED = 0;
    private static final int ROLE = 1;
    private static final int AGENT = 2;
    private static final int HASH = 3;
    private static final int COLUMNS = 4;
    private static final Pattern AGENT_NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Problems problems;
    private final List<TokenPlan> tokens = new ArrayList<>();
    private final Map<String, Integer> lineOfName = new HashMap<>();
    private final Map<String, Integer> lineOfHash = new HashMap<>();
    private boolean headed;

    private TokenFile(Problems problems) {
        this.problems = problems;
    }

    /** The tokens of the directory, in the order of the file; none without a file. What is wrong is reported and left out. */
    public static List<TokenPlan> load(Path dir, Problems problems) {
        Path path = dir.resolve(NAME);
        return Files.exists(path) ? new TokenFile(problems).read(path) : List.of();
    }

    /** Whether a name may stand in the file: it goes into the journal with every command, so it has that field's length. */
    public static boolean isName(String name) {
        return name.length() <= Actor.BYTES && Names.NAME.matcher(name).matches();
    }

    /** Whether a number of an agent may stand in the file. */
    public static boolean isAgent(String number) {
        return AGENT_NUMBER.matcher(number).matches();
    }

    private List<TokenPlan> read(Path path) {
        try {
            int number = 0;
            for (String line : Files.readAllLines(path)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#") && !problems.isFull()) {
                    line(number, line.strip());
                }
            }
        } catch (MalformedInputException notUtf8) {
            problems.error(NAME, 0, "is no UTF-8 text", "save it as UTF-8");
        } catch (IOException unreadable) {
            problems.error(NAME, 0, "cannot be read", "let the user that Baro runs as own it, with chmod 600");
        }
        return List.copyOf(tokens);
    }

    private void line(int number, String line) {
        if (!headed) {
            headed = true;
            if (!line.equals(HEADING)) {
                error(number, 1, "the heading is not " + HEADING, "name the columns so, in that order");
            }
            return;
        }
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            error(number, 1, cells.length + " columns", "write " + HEADING);
            return;
        }
        int before = problems.errorCount();
        if (!isName(cells[NAMED])) {
            error(number, 1, "name \"" + cells[NAMED] + "\" has a wrong form", HOW);
        }
        Optional<Role> role = role(number, cells);
        role.ifPresent(known -> checkAgent(number, cells, known));
        if (!SHA256.matcher(cells[HASH]).matches()) {
            error(
                    number,
                    AgentFile.columnOf(cells, HASH),
                    "sha256 has a wrong form",
                    "write 64 digits of 0-9 and a-f, as baro token create does");
        }
        if (problems.errorCount() == before) {
            unique(number, 1, lineOfName, cells[NAMED], "token " + cells[NAMED]);
            unique(number, AgentFile.columnOf(cells, HASH), lineOfHash, cells[HASH], "this sha256");
            tokens.add(new TokenPlan(cells[NAMED], role.orElseThrow(), cells[AGENT], cells[HASH]));
        }
    }

    private Optional<Role> role(int number, String[] cells) {
        Optional<Role> role = Role.of(cells[ROLE]);
        if (role.isEmpty()) {
            error(
                    number,
                    AgentFile.columnOf(cells, ROLE),
                    "unknown role \"" + cells[ROLE] + "\"",
                    NearestName.remedy(cells[ROLE], Role.words(), "write one of: " + String.join(", ", Role.words())));
        }
        return role;
    }

    private void checkAgent(int number, String[] cells, Role role) {
        int column = AgentFile.columnOf(cells, AGENT);
        if (role == Role.AGENT && !isAgent(cells[AGENT])) {
            error(
                    number,
                    column,
                    "agent \"" + cells[AGENT] + "\" has a wrong form",
                    "write the agent's number, 1-10 digits");
        } else if (role != Role.AGENT && !cells[AGENT].isEmpty()) {
            error(number, column, "role " + role.word() + " names an agent", "leave it empty, or write role agent");
        }
    }

    private void unique(int line, int column, Map<String, Integer> lines, String key, String what) {
        Integer earlier = lines.putIfAbsent(key, line);
        if (earlier != null) {
            error(line, column, what + " stands in line " + earlier + " already", "keep one of the two lines");
        }
    }

    private void error(int line, int column, String what, String remedy) {
        problems.error(new Problem(NAME, line, column, what, remedy));
    }
}
