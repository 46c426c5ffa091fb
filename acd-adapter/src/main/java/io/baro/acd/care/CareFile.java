package io.baro.acd.care;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.Problem;
import io.baro.acd.config.Problems;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.DialableNumbers;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.customer.NumberSeal;
import io.baro.acd.rule.Durations;
import io.baro.acd.rule.NearestName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads {@code care_calls.csv}, one call a line; the file may be absent. All or nothing; never repeats a number in a message. Runs on the
 * thread that loads the configuration.
 */
public final class CareFile {
    public static final String NAME = "care_calls.csv";

    static final String HEADING = "id,number,queue,centre,from,until,behind";
    private static final int ID = 0;
    private static final int NUMBER = 1;
    private static final int QUEUE = 2;
    private static final int CENTRE = 3;
    private static final int FROM = 4;
    private static final int UNTIL = 5;
    private static final int BEHIND = 6;
    private static final int COLUMNS = 7;

    private static final Pattern NAME_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration MOST_BEHIND = Duration.ofDays(1);
    /** Each that is due is a live call: the others stay for callers. */
    private static final int SHARE_OF_CALLS = 4;

    /** As long as any other reservation may live. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Reading reading;
    private final Problems problems;
    private final List<String> centres;
    private final List<String> queues;
    private final UnsafeBuffer number = new UnsafeBuffer(new byte[CallerKeys.MAX_NUMBER_BYTES]);
    private final Map<String, Integer> lineOfName = new HashMap<>();
    private final Map<Long, Integer> lineOfId = new HashMap<>();
    private final List<CareCall> calls = new ArrayList<>();
    private boolean headed;

    /** What the file is held against, and read with. */
    public record Reading(
            Configuration configuration, DialableNumbers numbers, KeyFile.Secrets secrets, long epochMillis) {}

    private CareFile(Reading reading, Problems problems) {
        this.reading = reading;
        this.problems = problems;
        centres = reading.configuration().server().pbxs().stream()
                .map(PbxPlan::name)
                .toList();
        queues = reading.configuration().queues().queues().stream()
                .map(QueuePlan.Queue::name)
                .toList();
    }

    /** The calls of the directory's list, none without one. Empty when a problem was reported. */
    public static Optional<List<CareCall>> load(Reading reading, Problems problems) {
        CareFile file = new CareFile(reading, problems);
        Path path = reading.configuration().dir().resolve(NAME);
        int before = problems.errorCount();
        if (Files.exists(path)) {
            file.read(path);
            file.checkRoom();
        }
        return problems.errorCount() == before ? Optional.of(List.copyOf(file.calls)) : Optional.empty();
    }

    private void read(Path path) {
        if (reading.configuration().server().journal() == ServerPlan.JournalKind.MEMORY) {
            problems.error(
                    NAME,
                    0,
                    "needs a journal, or a restart would call people again",
                    "write journal: file into baro.yaml");
            return;
        }
        byte[] bytes = {};
        try {
            bytes = Files.readAllBytes(path);
            lines(bytes);
        } catch (IOException unreadable) {
            problems.error(NAME, 0, "cannot be read", "put a readable file there, its first line " + HEADING);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            number.setMemory(0, number.capacity(), (byte) 0);
        }
    }

    private void checkRoom() {
        int most = reading.configuration().server().callLimit() / SHARE_OF_CALLS;
        long open = calls.stream()
                .filter(call -> !call.isOver(reading.epochMillis()))
                .count();
        if (open > most) {
            problems.error(
                    NAME,
                    0,
                    open + " calls are not over, more than " + most,
                    "spread them over the days, or raise limits.calls of baro.yaml: they are four times as many");
        }
    }

    private void lines(byte[] bytes) {
        int line = 0;
        int from = 0;
        for (int at = 0; at <= bytes.length && !problems.isFull(); at++) {
            if (at == bytes.length || bytes[at] == '\n') {
                line(++line, bytes, from, at);
                from = at + 1;
            }
        }
        if (!headed && !problems.isFull()) {
            problems.error(NAME, Math.max(1, line), "has no heading", "begin it with the line " + HEADING);
        }
    }

    private void line(int at, byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == '\r' || bytes[end - 1] == ' ')) {
            end--;
        }
        if (end == from || bytes[from] == '#') {
            return;
        }
        if (headed) {
            call(new CareLine(at, bytes, from, end, COLUMNS));
            return;
        }
        headed = true;
        if (!new String(bytes, from, end - from, StandardCharsets.UTF_8).equals(HEADING)) {
            problems.error(
                    new Problem(NAME, at, 1, "the heading is not " + HEADING, "name the columns so, in that order"));
        }
    }

    private void call(CareLine line) {
        if (line.cells() != COLUMNS) {
            problems.error(new Problem(NAME, line.number(), 1, line.cells() + " columns", "write " + HEADING));
            return;
        }
        int before = problems.errorCount();
        String name = name(line);
        int length = number(line);
        int queue = known(line, QUEUE, "queue", queues, "write a queue of queues.yaml");
        int pbxId = known(line, CENTRE, "centre", centres, "write a pbx of baro.yaml: " + String.join(", ", centres));
        Optional<LocalDateTime> from = time(line, FROM);
        Optional<LocalDateTime> until = time(line, UNTIL);
        long behindMillis = behindMillis(line);
        if (from.isPresent() && until.isPresent()) {
            checkHours(line, from.get(), until.get());
        }
        if (problems.errorCount() == before) {
            long callerKey = reading.secrets().callerKeys().keyOf(number, 0, length);
            long id = CareIds.of(pbxId, name, from.orElseThrow().toLocalDate(), callerKey);
            Integer earlier = lineOfId.putIfAbsent(CareIds.line(id), line.number());
            if (earlier != null) {
                error(line, ID, "id and day give the same number as those of line " + earlier, "write another id");
            }
            UnsafeBuffer sealed = new UnsafeBuffer(new byte[NumberSeal.SEALED_BYTES]);
            reading.secrets().numberSeal().seal(number, 0, length, sealed, 0);
            int queueId = reading.configuration().queues().queueId(pbxId, queue);
            CareCall.Terms terms =
                    new CareCall.Terms(queueId, millis(from.orElseThrow()), millis(until.orElseThrow()), behindMillis);
            calls.add(new CareCall(id, callerKey, sealed, terms));
        }
    }

    private String name(CareLine line) {
        String name = line.text(ID);
        if (!NAME_FORM.matcher(name).matches()) {
            error(
                    line,
                    ID,
                    "id has a wrong form",
                    "write 1-64 letters, digits, . _ and -, and nothing that tells who it is");
        }
        Integer earlier = lineOfName.putIfAbsent(name, line.number());
        if (earlier != null) {
            error(line, ID, "this id stands in line " + earlier + " already", "give each call an id of its own");
        }
        return name;
    }

    private int number(CareLine line) {
        int length = line.digits(NUMBER, number);
        if (length < 0 || !reading.numbers().contains(number, 0, length)) {
            error(
                    line,
                    NUMBER,
                    "is no number that may be called",
                    "write digits, with - and spaces if you like, as callback_desk.numbers of queues.yaml allows");
        }
        return length;
    }

    private int known(CareLine line, int cell, String what, List<String> names, String remedy) {
        String written = line.text(cell);
        if (!names.contains(written)) {
            error(line, cell, "unknown " + what + " \"" + written + "\"", NearestName.remedy(written, names, remedy));
        }
        return names.indexOf(written);
    }

    private Optional<LocalDateTime> time(CareLine line, int cell) {
        try {
            return Optional.of(LocalDateTime.parse(line.text(cell).replace('T', ' '), TIME));
        } catch (DateTimeParseException noTime) {
            error(line, cell, "is no day and hour", "write it as 2026-11-23 09:00, in the zone of baro.yaml");
            return Optional.empty();
        }
    }

    private void checkHours(CareLine line, LocalDateTime from, LocalDateTime until) {
        if (millis(until) <= millis(from)) {
            error(line, UNTIL, "until is not after from", "correct one of them");
        } else if (until.isAfter(from.plus(LONGEST))) {
            error(line, UNTIL, "until is more than 90 days after from", "write a line for each time that he is called");
        }
    }

    private long behindMillis(CareLine line) {
        String written = line.text(BEHIND);
        Optional<Duration> behind = written.isEmpty() ? Optional.of(HALF_AN_HOUR) : Durations.parse(written);
        if (behind.isEmpty()) {
            error(line, BEHIND, "behind is \"" + written + "\", no duration", Durations.HOW);
        } else if (behind.get().compareTo(MOST_BEHIND) > 0) {
            error(line, BEHIND, "behind is \"" + written + "\", out of range", "write a time from 0s to 24h");
        }
        return behind.orElse(HALF_AN_HOUR).toMillis();
    }

    private long millis(LocalDateTime time) {
        return time.atZone(reading.configuration().server().zone()).toInstant().toEpochMilli();
    }

    private void error(CareLine line, int cell, String what, String remedy) {
        problems.error(new Problem(NAME, line.number(), line.column(cell), what, remedy));
    }
}
