package io.baro.acd.customer;

import io.baro.acd.config.Problem;
import io.baro.acd.config.Problems;
import io.baro.acd.rule.NearestName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads {@code number,birth_date,agent,region} lines, the last two columns if the heading has them, into a {@link CustomerDirectory}, one line in memory at a time; all or nothing. Never
 * repeats a number or a birth date in a message. Runs on the thread that loads the configuration.
 *
 * <p>Blank lines and lines that begin with {@code #} are skipped; the first other line is the heading.
 */
public final class CustomerFile {
    /** A number of 35 bytes, a comma, a date of 10, and room for spaces; more is a wrong file. */
    private static final int MAX_LINE_BYTES = 128;

    private static final int MIN_DIGITS = 3;
    /** Nobody is known to have lived longer than 122 years. */
    private static final int MAX_AGE = 130;

    private static final String HEADING = "number,birth_date";
    /** Headings by the number of their columns less two. */
    private static final List<String> HEADINGS = List.of(HEADING, HEADING + ",agent", HEADING + ",agent,region");

    private static final Pattern AGENT = Pattern.compile("[0-9]{1,10}");

    private final CallerKeys keys;
    private final CustomerLinks links;
    private final Problems problems;
    private final String name;
    private final int today;
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private final UnsafeBuffer text = new UnsafeBuffer(line);
    private final int[] commas = new int[HEADINGS.size() + 2];
    private final Long2LongHashMap customers = new Long2LongHashMap(CustomerRecord.NONE);
    private int lineNumber;
    private int columns;

    private CustomerFile(String name, CallerKeys keys, CustomerLinks links, int today, Problems problems) {
        this.name = name;
        this.keys = keys;
        this.links = links;
        this.today = today;
        this.problems = problems;
    }

    /** As below, where nobody has an agent of his own. */
    public static boolean load(
            Path path, CallerKeys keys, CustomerDirectory directory, long epochMillis, Problems problems) {
        return load(path, new Reading(keys, CustomerLinks.NONE, epochMillis), directory, problems);
    }

    /** What a file is read with; the time decides which birth dates lie in the future. */
    public record Reading(CallerKeys keys, CustomerLinks links, long epochMillis) {}

    /** Loads the file and swaps the directory's table; leaves it as it is and returns false when there is an error. */
    public static boolean load(Path path, Reading reading, CustomerDirectory directory, Problems problems) {
        int today = BirthDate.of(Instant.ofEpochMilli(reading.epochMillis())
                .atZone(directory.zone())
                .toLocalDate());
        CustomerFile file =
                new CustomerFile(path.getFileName().toString(), reading.keys(), reading.links(), today, problems);
        int before = problems.errorCount();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            file.read(in);
        } catch (IOException e) {
            problems.error(file.name, 0, "cannot be read", "put a readable file there, its first line " + HEADING);
        }
        if (problems.errorCount() != before) {
            return false;
        }
        directory.replace(file.customers, reading.links());
        return true;
    }

    private void read(InputStream in) throws IOException {
        int length = 0;
        int b = in.read();
        while (b >= 0 && !problems.isFull()) {
            if (b == '\n') {
                endOfLine(length);
                length = 0;
            } else {
                if (length < MAX_LINE_BYTES) {
                    line[length] = (byte) b;
                }
                length++;
            }
            b = in.read();
        }
        if (length > 0) {
            endOfLine(length);
        }
        if (columns == 0 && !problems.isFull()) {
            problems.error(name, Math.max(1, lineNumber), "has no heading", "begin it with the line " + HEADING);
        }
    }

    private void endOfLine(int rawLength) {
        lineNumber++;
        boolean comment = rawLength > 0 && line[0] == '#';
        if (rawLength > MAX_LINE_BYTES && !comment) {
            problems.error(name, lineNumber, "line longer than 128 bytes", "write one customer a line");
            return;
        }
        int length = trimmed(0, Math.min(rawLength, MAX_LINE_BYTES));
        if (length == 0 || comment) {
            return;
        }
        if (columns > 0) {
            customer(length);
            return;
        }
        columns = HEADINGS.indexOf(new String(line, 0, length, StandardCharsets.UTF_8)) + 2;
        if (columns < 2) {
            columns = 2;
            error(
                    1,
                    "the heading is not " + HEADING,
                    "name the columns so, in that order; agent and region may follow");
        }
    }

    private void customer(int length) {
        int cells = cells(length);
        if (cells != columns) {
            error(1, cells + " columns", "write " + HEADINGS.get(columns - 2));
            return;
        }
        int birthLength = commas[2] - commas[1] - 1;
        int birth = BirthDate.parse(text, commas[1] + 1, birthLength);
        int before = problems.errorCount();
        // Who has an agent or a region may be of unknown age.
        boolean unknownAge = birthLength == 0 && columns > 2;
        if (!isNumber(commas[1])) {
            error(1, "is no telephone number", "write digits, with + - and spaces if you like");
        } else if (birth == BirthDate.NONE && !unknownAge) {
            error(commas[1] + 2, "birth date is no day of the calendar", "write it as 1950-12-31");
        } else if (birth > today) {
            error(commas[1] + 2, "birth date lies in the future", "correct the year");
        } else if (!unknownAge && BirthDate.ageOn(today, birth) > MAX_AGE) {
            error(commas[1] + 2, "birth date lies more than 130 years back", "correct the year");
        }
        int agentId = columns > 2 ? agent(cell(2)) : CustomerDirectory.NO_AGENT;
        int team = columns > 3 ? team(cell(3)) : CustomerDirectory.NO_TEAM;
        if (problems.errorCount() == before
                && customers.put(keys.keyOf(text, 0, commas[1]), CustomerRecord.of(birth, agentId, team))
                        != CustomerRecord.NONE) {
            error(1, "this number stood in an earlier line", "keep one of the two lines");
        }
    }

    /** How many cells the line has; {@code commas[n]} is where cell n ends, for the cells that are asked for. */
    private int cells(int length) {
        int cells = 1;
        for (int at = 0; at < length; at++) {
            if (line[at] == ',') {
                if (cells < commas.length) {
                    commas[cells] = at;
                }
                cells++;
            }
        }
        if (cells < commas.length) {
            commas[cells] = length;
        }
        return cells;
    }

    private String cell(int cell) {
        int from = commas[cell] + 1;
        return new String(line, from, commas[cell + 1] - from, StandardCharsets.UTF_8);
    }

    private int agent(String number) {
        if (number.isEmpty()) {
            return CustomerDirectory.NO_AGENT;
        }
        if (!AGENT.matcher(number).matches()) {
            error(commas[2] + 2, "agent has a wrong form", "write the id of his own agent, as in agents.csv");
        }
        return links.agentIdOf(number);
    }

    private int team(String region) {
        Integer team = links.teamOfRegion().get(region);
        if (team == null && !region.isEmpty()) {
            error(
                    commas[3] + 2,
                    "unknown region \"" + region + "\"",
                    NearestName.remedy(region, links.teamOfRegion().keySet(), "add it to regions: of queues.yaml"));
        }
        return team == null ? CustomerDirectory.NO_TEAM : team;
    }

    private void error(int column, String what, String remedy) {
        problems.error(new Problem(name, lineNumber, column, what, remedy));
    }

    private boolean isNumber(int length) {
        int digits = 0;
        for (int i = 0; i < length; i++) {
            if (CallerKeys.isDigit(line[i])) {
                digits++;
            } else if (line[i] != '-' && line[i] != ' ' && !(line[i] == '+' && i == 0)) {
                return false;
            }
        }
        return digits >= MIN_DIGITS && length <= CallerKeys.MAX_NUMBER_BYTES;
    }

    private int trimmed(int from, int to) {
        int end = to;
        while (end > from && (line[end - 1] == '\r' || line[end - 1] == ' ')) {
            end--;
        }
        return end;
    }
}
