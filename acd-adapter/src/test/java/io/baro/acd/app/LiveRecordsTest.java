package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.config.Problems;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.records.RecordDatabase;
import io.baro.acd.records.RecordDump;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Calls of a running Baro are in its records a moment later, whatever becomes of the process and of the database. */
class LiveRecordsTest {
    @TempDir
    Path dir;

    private StringWriter said = new StringWriter();
    private OneCentre centre;

    @BeforeEach
    void openPbx() throws Exception {
        centre = new OneCentre(dir).withJournal().pastTheMenu();
        start();
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void anAnsweredCallIsThereWithItsOffersAndWhyItWasDecidedSo() throws Exception {
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        Caller caller = centre.console().dial("01011110001", "15771000");
        awaitAnswered(1);
        assertTrue(caller.wasConnected());
        assertEquals(
                List.of("centre=seoul entry_queue=general queue=general agent=1001 outcome=ANSWERED"),
                rows("SELECT centre, entry_queue, queue, agent, outcome FROM call_report"));
        assertEquals(
                List.of("queue=general agent=1001 outcome=ANSWERED chosen_by=CALL strategy=LONGEST_IDLE candidates=1"),
                rows("SELECT queue, agent, outcome, chosen_by, strategy, candidates FROM offer_report"));
        assertEquals(
                List.of("kind=OFFER rules_version=4 rule=senior"),
                rows("SELECT kind, rules_version, rule FROM rule_report"));
        assertEquals(
                List.of("in_order=1"),
                rows("SELECT arrived_ms <= joined_ms AND joined_ms <= answered_ms AND answered_ms <= ended_ms"
                        + " AS in_order FROM call_record"));
        Path file = dir.resolve("state").resolve(RecordDatabase.FILE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(false, Files.readString(file, StandardCharsets.ISO_8859_1).contains("0101111"));
    }

    @Test
    void aRestartGoesOnWhereTheRecordsStand() throws Exception {
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        centre.console().dial("01011110001", "15771000");
        RunProcess.await("talk", () -> centre.server().metrics().calls().total(CallCount.ANSWERED) == 1);
        centre.stop();
        start();
        centre.console().dialCode("a1001", "*84");
        centre.console().dial("01011110002", "15771000");
        awaitAnswered(2);
        assertEquals(List.of("n=2"), rows("SELECT count(*) AS n FROM call_record"));
        assertEquals(List.of("n=2"), rows("SELECT count(*) AS n FROM offer_record WHERE outcome = 'ANSWERED'"));
    }

    @Test
    void aNewJournalsRecordsStandBesideThoseOfTheOldOne() throws Exception {
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        centre.console().dial("01011110001", "15771000");
        awaitAnswered(1);
        centre.stop();
        centre.directory().replace("queues.yaml", "contribution: 3", "contribution: 4");
        start();
        centre.console().dial("01011110002", "15771000");
        RunProcess.await(
                "second",
                () -> rows("SELECT * FROM call_record WHERE journal = 2 AND joined_ms IS NOT NULL")
                                .size()
                        == 1);
        assertEquals(
                List.of("journal=1 n=1", "journal=2 n=1"),
                rows("SELECT journal, count(*) AS n FROM call_record GROUP BY journal ORDER BY journal"));
        assertEquals(List.of("n=0"), rows("SELECT count(*) AS n FROM gap"));
    }

    @Test
    void anErasedPersonIsGoneAlsoWhenTheRunningBaroMakesTheRecordsAgain() throws Exception {
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        centre.console().dial("01011110001", "15771000");
        awaitAnswered(1);
        assertEquals(
                1,
                rows("SELECT * FROM call_record WHERE caller_key IS NOT NULL").size());
        assertEquals(0, erase("010-1111-9999"));
        assertEquals("erased from 0 calls and 0 reservations\n", said.toString());
        assertEquals(0, erase("010-1111-0001"));
        assertEquals("erased from 1 calls and 0 reservations\n", said.toString());
        assertEquals(List.of("n=1"), rows("SELECT count(*) AS n FROM call_record WHERE caller_key IS NULL"));
        assertEquals(2, erase("nobody"));
        assertEquals("records: that is no telephone number; write its digits, at most 35\n", said.toString());

        long position = centre.server().records().orElseThrow().figures().position();
        assertEquals(0, baro(new RecordsRebuild(console())), said.toString());
        RunProcess.await(
                "made again",
                () -> centre.server().records().orElseThrow().figures().position() >= position && answered() == 1);
        assertEquals(List.of("n=1"), rows("SELECT count(*) AS n FROM call_record WHERE caller_key IS NULL"));
        assertEquals(0, baro(new RecordsPurge(console())), said.toString());
        assertEquals("deleted: 0 rows\n", said.toString());
    }

    private int erase(String number) {
        byte[] line = (number + "\n").getBytes(StandardCharsets.US_ASCII);
        return baro(new RecordsErase(console(), new ByteArrayInputStream(line)));
    }

    private Main.Console console() {
        said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        return new Main.Console(writer, writer, ConfigurationDirectory.ENVIRONMENT);
    }

    private int baro(Object command) {
        return new CommandLine(command).execute("--config", dir.toString());
    }

    private void awaitAnswered(int calls) throws InterruptedException {
        RunProcess.await(calls + " answered", () -> answered() == calls);
    }

    private int answered() {
        return rows("SELECT * FROM call_record WHERE outcome = 'ANSWERED'").size();
    }

    private List<String> rows(String query) {
        try {
            return RecordDump.rows(RecordWiring.database(configuration()), query);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    private Configuration configuration() {
        Problems problems = new Problems();
        Configuration configuration = Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, problems)
                .orElse(null);
        assertEquals(List.of(), problems.errorLines());
        return configuration;
    }

    private void start() throws Exception {
        centre.start();
        RunProcess.await(
                "tables",
                () -> !rows("SELECT name FROM sqlite_master WHERE name = 'rule_report'")
                        .isEmpty());
    }
}
