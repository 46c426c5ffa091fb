package io.baro.acd.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.config.Problems;
import io.baro.acd.customer.DialableNumbers;
import io.baro.acd.customer.KeyFile;
import io.baro.engine.callcenter.CallIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of care calls is taken whole, or refused with a line for each mistake that tells no number. */
class CareFileTest {
    private static final String HEADING = "id,number,queue,centre,from,until,behind\n";
    private static final String LINE = "w47-1,010-1111 0001,general,seoul,2026-11-23 09:00,2026-11-24 18:00,10m";
    private static final long NOW = millis("2026-11-22T12:00:00+09:00");

    @TempDir
    Path dir;

    private final Problems problems = new Problems();
    private final KeyFile.Secrets secrets = KeyFile.Secrets.passing();
    private ConfigurationDirectory directory;

    @BeforeEach
    void configure() {
        directory = new ConfigurationDirectory(dir).replace("baro.yaml", "zone:", "journal: file\nzone:");
    }

    @Test
    void lineIsReadWithItsNumberSealed() {
        CareCall call = only(LINE);
        assertEquals(
                new CareCall.Terms(
                        0, millis("2026-11-23T09:00:00+09:00"), millis("2026-11-24T18:00:00+09:00"), 600_000),
                call.terms());
        UnsafeBuffer number = new UnsafeBuffer(new byte[35]);
        int length = secrets.numberSeal().open(call.sealedNumber(), 0, number, 0);
        assertEquals("01011110001", number.getStringWithoutLengthAscii(0, length));
        assertEquals(secrets.callerKeys().keyOf(number, 0, length), call.callerKey());
        assertFalse(call.isOver(call.terms().untilMillis() - 1));
        assertTrue(call.isOver(call.terms().untilMillis()));
    }

    @Test
    void whoIsNotSaidToBeHowFarBehindIsHalfAnHour() {
        assertEquals(1_800_000, only(LINE.replace("10m", "")).terms().behindMillis());
    }

    @Test
    void idIsTheSameAtEachReadingAndAnotherForAnotherNameDayOrNumber() {
        long id = only(LINE).reservationId();
        assertEquals(id, only("# Read again.\r\n\n" + LINE + "\r").reservationId());
        assertEquals(
                id,
                only("w47-1,01011110001,contribution,seoul,2026-11-23T10:00,2026-11-23T11:00,1h")
                        .reservationId(),
                "hours, queue and place may change");
        assertNotEquals(id, only(LINE.replace("w47-1", "w47-2")).reservationId());
        assertNotEquals(id, only(LINE.replace("0001", "0002")).reservationId());
        assertNotEquals(id, only(LINE.replace("11-23", "11-24")).reservationId());
    }

    @Test
    void idIsOfNoChannelAndNoCallback() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            lines.append(LINE.replace("w47-1", "w47-" + i)).append('\n');
        }
        List<CareCall> calls = read(HEADING + lines).orElseThrow();
        assertEquals(
                1_000, calls.stream().map(CareCall::reservationId).distinct().count());
        long longAgo = millis("1987-01-06T00:00:00Z") / 1000;
        for (CareCall call : calls) {
            assertTrue(CallIds.epochSecondsOf(call.reservationId()) < longAgo);
            assertFalse(CallIds.isCallback(call.reservationId()));
            assertEquals(0, CallIds.pbxOf(call.reservationId()));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "w47-1 | w47 1 | 2:1: id has a wrong form; write 1-64 letters, digits, . _ and -, and nothing that tells who it is",
                "010- | 060- | 2:7: is no number that may be called; write digits, with - and spaces if you like, as callback_desk.numbers of queues.yaml allows",
                "010- | x10- | 2:7: is no number that may be called; write digits, with - and spaces if you like, as callback_desk.numbers of queues.yaml allows",
                "010-1111 0001 | 0101111000101011110001010111100010101 | 2:7: is no number that may be called; write digits, with - and spaces if you like, as callback_desk.numbers of queues.yaml allows",
                "general | generel | 2:21: unknown queue \"generel\"; did you mean \"general\"?",
                "seoul | busan | 2:29: unknown centre \"busan\"; write a pbx of baro.yaml: seoul",
                "11-23 | 11-31 | 2:35: is no day and hour; write it as 2026-11-23 09:00, in the zone of baro.yaml",
                "11-24 18:00 | 11-24 | 2:52: is no day and hour; write it as 2026-11-23 09:00, in the zone of baro.yaml",
                "11-24 18:00 | 11-23 09:00 | 2:52: until is not after from; correct one of them",
                "2026-11-24 | 2027-11-24 | 2:52: until is more than 90 days after from; write a line for each time that he is called",
                "10m | ten | 2:69: behind is \"ten\", no duration; write a whole number and a unit: 500ms, 90s, 4m, 24h or 7d",
                "10m | 25h | 2:69: behind is \"25h\", out of range; write a time from 0s to 24h",
                "`,10m` | `` | 2:1: 6 columns; write id,number,queue,centre,from,until,behind",
            })
    void mistakeIsOneLineWithItsRemedy(String right, String wrong, String said) {
        String spoilt = LINE.replace(right, wrong == null ? "" : wrong);
        assertNotEquals(LINE, spoilt);
        assertTrue(read(HEADING + spoilt).isEmpty());
        assertEquals(List.of("care_calls.csv:" + said), problems.errorLines());
        assertFalse(problems.errorLines().toString().contains("1111"), "a number was told");
    }

    @Test
    void sameIdTwiceIsAMistake() {
        assertTrue(read(HEADING + LINE + "\n" + LINE.replace("0001", "0002")).isEmpty());
        assertEquals(
                List.of("care_calls.csv:3:1: this id stands in line 2 already; give each call an id of its own"),
                problems.errorLines());
    }

    @Test
    void fileWithoutItsHeadingIsRefused() {
        assertTrue(read("# nothing\n").isEmpty());
        assertTrue(read(LINE).isEmpty());
        assertEquals(
                List.of(
                        "care_calls.csv:2: has no heading; begin it with the line " + HEADING.strip(),
                        "care_calls.csv:1:1: the heading is not " + HEADING.strip()
                                + "; name the columns so, in that order"),
                problems.errorLines());
    }

    @Test
    void moreThanAQuarterOfTheCallsThatMayLiveIsRefused() {
        directory.replace("baro.yaml", "zone:", "limits: { calls: 8 }\nzone:");
        String two = HEADING + LINE + "\n" + LINE.replace("w47-1", "w47-2") + "\n";
        String over = LINE.replace("w47-1", "w47-0").replace("2026", "2025") + "\n";
        assertEquals(3, read(two + over).orElseThrow().size());
        assertTrue(read(two + LINE.replace("w47-1", "w47-3")).isEmpty());
        assertEquals(
                List.of("care_calls.csv: 3 calls are not over, more than 2; spread them over the days, or raise"
                        + " limits.calls of baro.yaml: they are four times as many"),
                problems.errorLines());
    }

    @Test
    void theSampleIsRightAndCallsNobody() throws IOException {
        for (String file : List.of("baro.yaml", "queues.yaml", "rules.yaml", "agents.csv", "care_calls.csv")) {
            Files.copy(Path.of("..", "config", file), dir.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        directory.write("ev.secret", "secret-of-events\n").write("act.secret", "secret-of-actions\n");
        List<CareCall> calls = read(null).orElseThrow(() -> new AssertionError(problems.errorLines()));
        assertEquals(2, calls.size());
        assertTrue(calls.stream().allMatch(call -> call.isOver(NOW)));
    }

    @Test
    void withoutAJournalARestartWouldCallPeopleAgain() {
        directory.replace("baro.yaml", "journal: file", "journal: memory");
        assertEquals(List.of(), read(null).orElseThrow(), "no list is no mistake");
        assertTrue(read(HEADING).isEmpty());
        assertEquals(
                List.of("care_calls.csv: needs a journal, or a restart would call people again;"
                        + " write journal: file into baro.yaml"),
                problems.errorLines());
    }

    private CareCall only(String line) {
        List<CareCall> calls = read(HEADING + line).orElseThrow(() -> new AssertionError(problems.errorLines()));
        assertEquals(1, calls.size());
        return calls.getFirst();
    }

    private Optional<List<CareCall>> read(String text) {
        if (text != null) {
            directory.write(CareFile.NAME, text);
        }
        Problems ofConfiguration = new Problems();
        Configuration configuration = Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, ofConfiguration)
                .orElseThrow(() -> new AssertionError(ofConfiguration.errorLines()));
        DialableNumbers numbers = new DialableNumbers(8, 15, List.of("0"), List.of("00", "060"));
        return CareFile.load(new CareFile.Reading(configuration, numbers, secrets, NOW), problems);
    }

    private static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}
