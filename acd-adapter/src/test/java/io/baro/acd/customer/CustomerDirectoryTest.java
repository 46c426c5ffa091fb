package io.baro.acd.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.Problems;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerDirectoryTest {
    private static final CustomerLinks LINKS = new CustomerLinks(Map.of("1001", 7), Map.of("seoul", 0, "busan", 2));
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @TempDir
    Path dir;

    private final CallerKeys keys = new CallerKeys(new byte[16]);
    private final CustomerDirectory directory = new CustomerDirectory(SEOUL);
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = dir.resolve("customers.csv");
    }

    @Test
    void callerIsAYearOlderFromTheMidnightOfHisBirthday() throws IOException {
        load("010-1111-2222,1961-11-22");
        long birthday = at("2026-11-22");
        assertEquals(64, age("01011112222", birthday - 1));
        assertEquals(65, age("01011112222", birthday));
    }

    @Test
    void whoWasBornOnALeapDayIsAYearOlderOnTheFirstOfMarch() throws IOException {
        load("01011112222,1960-02-29");
        assertEquals(64, age("01011112222", at("2025-02-28")));
        assertEquals(65, age("01011112222", at("2025-03-01")));
        assertEquals(67, age("01011112222", at("2028-02-28")));
        assertEquals(68, age("01011112222", at("2028-02-29")));
    }

    @Test
    void unknownAndWithheldCallersHaveNoAge() throws IOException {
        load("01011112222,1960-02-29");
        assertEquals(CustomerDirectory.UNKNOWN, age("01099998888", at("2026-01-01")));
        assertEquals(CustomerDirectory.UNKNOWN, age("", at("2026-01-01")));
    }

    @Test
    void everyMistakeIsOneLineWithoutNumberOrDate() throws IOException {
        assertEquals(
                List.of(
                        "customers.csv:4:13: birth date is no day of the calendar; write it as 1950-12-31",
                        "customers.csv:5:13: birth date is no day of the calendar; write it as 1950-12-31",
                        "customers.csv:6:13: birth date lies in the future; correct the year",
                        "customers.csv:7:1: is no telephone number; write digits, with + - and spaces if you like",
                        "customers.csv:8:1: this number stood in an earlier line; keep one of the two lines",
                        "customers.csv:9:1: 1 columns; write number,birth_date",
                        "customers.csv:10: line longer than 128 bytes; write one customer a line",
                        "customers.csv:11:13: birth date lies more than 130 years back; correct the year"),
                errors(
                        "# comment",
                        "01011110001,1950-01-01",
                        "01011110002,1951-02-29",
                        "01011110003,50-01-01",
                        "01011110004,2026-11-23",
                        "someone,1950-01-01",
                        "010-1111-0001,1950-01-01",
                        "01011110005",
                        "0".repeat(200) + ",1950-01-01",
                        "01011110006,0195-01-01"));
    }

    @Test
    void refusedFileChangesNothing() throws IOException {
        load("01011112222,1960-02-29");
        errors("01011112222,1990-01-01", "01011112222,1990-01-01");
        assertEquals(66, age("01011112222", at("2026-11-22")));
    }

    @Test
    void acceptedFileReplacesTheOldOneWhole() throws IOException {
        load("01011112222,1960-02-29");
        load("01033334444,1990-01-01\r\n");
        assertEquals(CustomerDirectory.UNKNOWN, age("01011112222", at("2026-11-22")));
        assertEquals(36, age("01033334444", at("2026-11-22")));
        assertEquals(1, directory.size());
    }

    @Test
    void fileWithoutHeadingOrWithoutExistenceIsRefused() throws IOException {
        Files.writeString(file, "01011112222,1960-02-29\n");
        assertEquals(
                List.of("customers.csv:1:1: the heading is not number,birth_date;"
                        + " name the columns so, in that order; agent and region may follow"),
                read());
        Files.delete(file);
        assertEquals(
                List.of("customers.csv: cannot be read;"
                        + " put a readable file there, its first line number,birth_date"),
                read());
    }

    @Test
    void manyMistakesEndWithOneLineThatSaysSo() throws IOException {
        List<String> lines = errors("x\n".repeat(100).split("\n"));
        assertEquals(Problems.SHOWN + 1, lines.size());
        assertEquals("and more; mend these first", lines.getLast());
    }

    @Test
    void customerHasHisOwnAgentOrHisRegionsTeam() throws IOException {
        Files.writeString(file, """
                number,birth_date,agent,region
                01011112222,1960-02-29,1001,seoul
                01033334444,,9999,busan
                01055556666,1990-01-01,,
                """);
        assertEquals(List.of(), read(LINKS));
        assertEquals(List.of(66, 7, 0), known("01011112222"));
        assertEquals(List.of(-1, CustomerDirectory.AGENT_LEFT, 2), known("01033334444"));
        assertEquals(List.of(36, CustomerDirectory.NO_AGENT, CustomerDirectory.NO_TEAM), known("01055556666"));
        assertEquals(List.of(-1, CustomerDirectory.NO_AGENT, CustomerDirectory.NO_TEAM), known("01077778888"));
    }

    @Test
    void largestIdsAndDatesFitTheirPlaces() throws IOException {
        Files.writeString(file, "number,birth_date,agent,region\n01011112222,2026-11-22,1,far\n");
        assertEquals(List.of(), read(new CustomerLinks(Map.of("1", (1 << 20) - 1), Map.of("far", 1_023))));
        assertEquals(List.of(0, (1 << 20) - 1, 1_023), known("01011112222"));
    }

    @Test
    void everyMistakeInAgentAndRegionIsOneLine() throws IOException {
        Files.writeString(file, """
                number,birth_date,agent,region
                01011112222,1960-02-29,1001,seol
                01011113333,1960-02-29,ten,seoul
                01011114444,1960-02-29,1001
                01011115555,1960-02-30,1001,seoul
                """);
        assertEquals(
                List.of(
                        "customers.csv:2:29: unknown region \"seol\"; did you mean \"seoul\"?",
                        "customers.csv:3:24: agent has a wrong form;"
                                + " write the id of his own agent, as in agents.csv",
                        "customers.csv:4:1: 3 columns; write number,birth_date,agent,region",
                        "customers.csv:5:13: birth date is no day of the calendar; write it as 1950-12-31"),
                read(LINKS));
    }

    @Test
    void lookUpAllocatesNothing() throws IOException {
        load("01011112222,1960-02-29");
        UnsafeBuffer number = new UnsafeBuffer("01011112222".getBytes(StandardCharsets.US_ASCII));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long noon = at("2026-11-22");
        threads.getCurrentThreadAllocatedBytes();
        long sum = lookUps(number, noon, 50_000);
        // The leanest of some rounds: C2 resolves the string constants of a class once, on our thread's account.
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            sum += lookUps(number, noon, 10_000);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(100_000L * 66, sum);
        assertEquals(0, least);
    }

    private long lookUps(UnsafeBuffer number, long epochMillis, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += directory.ageAt(keys.keyOf(number, 0, number.capacity()), epochMillis + i);
        }
        return sum;
    }

    private void load(String line) throws IOException {
        assertEquals(List.of(), errors(line));
    }

    private List<String> errors(String... lines) throws IOException {
        Files.writeString(file, "number,birth_date\n" + String.join("\n", lines));
        return read();
    }

    private List<Integer> known(String number) {
        byte[] ascii = number.getBytes(StandardCharsets.US_ASCII);
        long key = keys.keyOf(new UnsafeBuffer(ascii), 0, ascii.length);
        return List.of(age(number, at("2026-11-22")), directory.agentOf(key), directory.teamOf(key));
    }

    private List<String> read() {
        return read(CustomerLinks.NONE);
    }

    private List<String> read(CustomerLinks links) {
        Problems problems = new Problems();
        CustomerFile.Reading reading = new CustomerFile.Reading(keys, links, at("2026-11-22"));
        boolean loaded = CustomerFile.load(file, reading, directory, problems);
        assertEquals(loaded, !problems.hasErrors());
        for (String line : problems.errorLines()) {
            assertFalse(line.contains("0101111"), line);
        }
        assertTrue(loaded || problems.errorCount() > 0);
        return problems.errorLines();
    }

    private int age(String number, long epochMillis) {
        byte[] ascii = number.getBytes(StandardCharsets.US_ASCII);
        return directory.ageAt(keys.keyOf(new UnsafeBuffer(ascii), 0, ascii.length), epochMillis);
    }

    private static long at(String date) {
        return LocalDate.parse(date).atStartOfDay(SEOUL).toInstant().toEpochMilli();
    }
}
