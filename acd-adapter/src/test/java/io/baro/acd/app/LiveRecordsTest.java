package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.config.Problems;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Calls of a running Baro are in its records a moment later, whatever becomes of the process and of the database. */
class LiveRecordsTest {
    @TempDir
    Path dir;

    private final PbxLoop loop = PbxLoop.realTime();
    private StringWriter said = new StringWriter();
    private KeyFile.Secrets secrets;
    private ConfigurationDirectory directory;
    private EmbeddedPbx pbx;
    private Server server;

    @BeforeEach
    void openPbx() throws Exception {
        directory = new ConfigurationDirectory(dir);
        pbx = loop.open(PbxSettings.of(
                        "seoul", "seoul-7f3a9c", "secret-of-events", "secret-of-actions", List.of("a1001", "a1002"))
                .withMenu(Map.of('1', "contribution"), "general"));
        directory.replace("baro.yaml", "port: 5038", "port: " + pbx.port());
        directory.replace("baro.yaml", "port: 9400", "port: 0");
        directory.replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        secrets = KeyFile.open(dir.resolve("state"), Optional.empty(), new Problems())
                .orElseThrow();
        directory.replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 0");
        start();
    }

    @AfterEach
    void close() {
        server.close();
        loop.close();
        assertEquals(null, loop.failure());
    }

    @Test
    void anAnsweredCallIsThereWithItsOffersAndWhyItWasDecidedSo() throws Exception {
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        Caller caller = pbx.console().dial("01011110001", "15771000");
        await(
                "call",
                () -> rows("SELECT * FROM call_record WHERE outcome = 'ANSWERED'")
                                .size()
                        == 1);
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
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        pbx.console().dial("01011110001", "15771000");
        await("talk", () -> server.metrics().calls().total(CallCount.ANSWERED) == 1);
        server.close();
        start();
        pbx.console().dialCode("a1001", "*84");
        pbx.console().dial("01011110002", "15771000");
        await(
                "both",
                () -> rows("SELECT * FROM call_record WHERE outcome = 'ANSWERED'")
                                .size()
                        == 2);
        assertEquals(List.of("n=2"), rows("SELECT count(*) AS n FROM call_record"));
        assertEquals(List.of("n=2"), rows("SELECT count(*) AS n FROM offer_record WHERE outcome = 'ANSWERED'"));
    }

    @Test
    void aNewJournalsRecordsStandBesideThoseOfTheOldOne() throws Exception {
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        pbx.console().dial("01011110001", "15771000");
        await(
                "talk",
                () -> rows("SELECT * FROM call_record WHERE outcome = 'ANSWERED'")
                                .size()
                        == 1);
        server.close();
        directory.replace("queues.yaml", "contribution: 3", "contribution: 4");
        start();
        pbx.console().dial("01011110002", "15771000");
        await(
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
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        pbx.console().dial("01011110001", "15771000");
        await(
                "talk",
                () -> rows("SELECT * FROM call_record WHERE outcome = 'ANSWERED'")
                                .size()
                        == 1);
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

        long position = server.records().orElseThrow().figures().position();
        assertEquals(0, baro(new RecordsRebuild(console())), said.toString());
        await(
                "made again",
                () -> server.records().orElseThrow().figures().position() >= position
                        && rows("SELECT * FROM call_record WHERE outcome = 'ANSWERED'")
                                        .size()
                                == 1);
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

    private List<String> rows(String query) throws SQLException {
        return RecordDump.rows(RecordWiring.database(configuration()), query);
    }

    private Configuration configuration() {
        Problems problems = new Problems();
        Configuration configuration = Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, problems)
                .orElse(null);
        assertEquals(List.of(), problems.errorLines());
        return configuration;
    }

    private void start() throws Exception {
        Configuration configuration = configuration();
        server = new Server(
                KeptState.open(configuration),
                new Server.Surroundings(
                        secrets,
                        new CustomerDirectory(configuration.server().zone()),
                        System::currentTimeMillis,
                        List.of(),
                        Throwable::printStackTrace));
        server.start();
        await("links", server::isReady);
        await(
                "tables",
                () -> !rows("SELECT name FROM sqlite_master WHERE name = 'rule_report'")
                        .isEmpty());
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                fail("no " + what);
            }
            Thread.sleep(20);
        }
    }
}
