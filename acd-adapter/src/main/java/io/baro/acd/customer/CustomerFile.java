package io.baro.acd.customer;

import io.baro.acd.config.Problems;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads {@code number,birth_date} lines into a {@link CustomerDirectory}, one line in memory at a time; all or nothing. Never
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

    private final CallerKeys keys;
    private final Problems problems;
    private final String name;
    private final int today;
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private final UnsafeBuffer text = new UnsafeBuffer(line);
    private final Long2LongHashMap births = new Long2LongHashMap(BirthDate.NONE);
    private int lineNumber;
    private boolean headingSeen;

    private CustomerFile(String name, CallerKeys keys, int today, Problems problems) {
        this.name = name;
        this.keys = keys;
        this.today = today;
        this.problems = problems;
    }

    /** Loads the file and swaps the directory's table; leaves it as it is and returns false when there is an error. */
    public static boolean load(
            Path path, CallerKeys keys, CustomerDirectory directory, long epochMillis, Problems problems) {
        int today = BirthDate.of(
                Instant.ofEpochMilli(epochMillis).atZone(directory.zone()).toLocalDate());
        CustomerFile file = new CustomerFile(path.getFileName().toString(), keys, today, problems);
        int before = problems.errorCount();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            file.read(in);
        } catch (IOException e) {
            problems.error(file.name, 0, "cannot be read", "put a readable file there, its first line " + HEADING);
        }
        if (problems.errorCount() != before) {
            return false;
        }
        directory.replace(file.births);
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
        if (!headingSeen && !problems.isFull()) {
            problems.error(name, Math.max(1, lineNumber), "has no heading", "begin it with the line " + HEADING);
        }
    }

    private void endOfLine(int rawLength) {
        lineNumber++;
        boolean comment = rawLength > 0 && line[0] == '#';
        if (rawLength > MAX_LINE_BYTES && !comment) {
            problems.error(name, lineNumber, "line longer than 128 bytes", "write one number and one date a line");
            return;
        }
        int length = trimmed(0, Math.min(rawLength, MAX_LINE_BYTES));
        if (length == 0 || comment) {
            return;
        }
        if (headingSeen) {
            customer(length);
            return;
        }
        headingSeen = true;
        if (!HEADING.equals(new String(line, 0, length, StandardCharsets.UTF_8))) {
            problems.error(name, lineNumber, "the heading is not " + HEADING, "name the two columns so, in that order");
        }
    }

    private void customer(int length) {
        int comma = 0;
        while (comma < length && line[comma] != ',') {
            comma++;
        }
        if (comma == length) {
            problems.error(name, lineNumber, "has no comma", "write number,birth_date");
            return;
        }
        int birth = BirthDate.parse(text, comma + 1, length - comma - 1);
        if (!isNumber(comma)) {
            problems.error(name, lineNumber, "is no telephone number", "write digits, with + - and spaces if you like");
        } else if (birth == BirthDate.NONE) {
            problems.error(name, lineNumber, "birth date is no day of the calendar", "write it as 1950-12-31");
        } else if (birth > today) {
            problems.error(name, lineNumber, "birth date lies in the future", "correct the year");
        } else if (BirthDate.ageOn(today, birth) > MAX_AGE) {
            problems.error(name, lineNumber, "birth date lies more than 130 years back", "correct the year");
        } else if (births.put(keys.keyOf(text, 0, comma), birth) != BirthDate.NONE) {
            problems.error(name, lineNumber, "this number stood in an earlier line", "keep one of the two lines");
        }
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
