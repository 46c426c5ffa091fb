package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.message.LimitAction;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.Strategy;
import io.baro.engine.runtime.single.RuntimeSettings.RoutingThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ConfigurationTest {
    @TempDir
    Path dir;

    private final Problems problems = new Problems();

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/config/mistakes.csv", delimiterString = " | ", useHeadersInDisplayName = false)
    void everyMistakeIsOneLineThatSaysWhereWhatAndWhatToDo(String file, String right, String wrong, String line) {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .replace(file, right.replace("\\n", "\n"), wrong == null ? "" : wrong.replace("\\n", "\n"));
        assertTrue(load(directory).isEmpty());
        assertEquals(line, String.join(" ++ ", problems.errorLines()));
    }

    @Test
    void everyKeyThatIsAbsentHasItsDefault() {
        ConfigurationDirectory directory =
                new ConfigurationDirectory(dir).replace("baro.yaml", "http: { host: 127.0.0.1, port: 9400 }\n", "");
        directory.replace("baro.yaml", "    host: 127.0.0.1\n    port: 5038\n", "");
        directory.replace("rules.yaml", "version: 4\nmax_boost: 15m\n", "");
        ServerPlan server = load(directory).orElseThrow().server();
        assertEquals("127.0.0.1", server.httpHost());
        assertEquals(9400, server.httpPort());
        assertEquals(Optional.empty(), server.httpCertificate());
        assertEquals(dir.resolve("state"), server.stateDir());
        assertEquals(ServerPlan.JournalKind.MEMORY, server.journal());
        assertEquals(RoutingThread.NONE, server.routingThread());
        assertEquals(new ServerPlan.JournalKeep(Duration.ofDays(30), 10L << 30), server.journalKeep());
        assertEquals(ServerPlan.RecordStore.NONE, server.records().store());
        assertEquals("Asia/Seoul", server.zone().getId());
        assertEquals(Duration.ofSeconds(20), server.ring());
        assertEquals(Duration.ofSeconds(5), server.grace());
        assertEquals(Duration.ofSeconds(10), server.wrapUp());
        assertEquals(Duration.ofSeconds(15), server.busyPause());
        assertEquals(
                List.of(
                        new ServerPlan.OutcomePolicy(OfferOutcome.NO_ANSWER, Duration.ZERO, 1),
                        new ServerPlan.OutcomePolicy(OfferOutcome.BUSY, Duration.ofSeconds(15), 0),
                        new ServerPlan.OutcomePolicy(OfferOutcome.REJECTED, Duration.ofSeconds(15), 0),
                        new ServerPlan.OutcomePolicy(OfferOutcome.UNREACHABLE, Duration.ofSeconds(15), 0)),
                server.policies());
        assertEquals(Duration.ofSeconds(20), server.answerWithin());
        assertEquals(20_000, server.callLimit());
        PbxPlan pbx = server.pbxs().getFirst();
        assertEquals("127.0.0.1", pbx.host());
        assertEquals(5038, pbx.port());
        assertEquals("acd-ev", pbx.events().user());
        assertEquals("acd-act", pbx.actions().user());
        assertEquals(Optional.empty(), pbx.tlsCa());
        // A field more is a key more: name its default above.
        assertEquals(18, ServerPlan.class.getRecordComponents().length);
        assertEquals(7, PbxPlan.class.getRecordComponents().length);
    }

    @Test
    void queueThatSaysOnlyItsNameHasTheDefaults() {
        QueuePlan.Queue queue = load(new ConfigurationDirectory(dir))
                .orElseThrow()
                .queues()
                .queues()
                .getFirst();
        assertEquals(Strategy.LONGEST_IDLE, queue.strategy());
        assertEquals(Optional.empty(), queue.wrapUp());
        assertEquals(Optional.empty(), queue.ring());
        assertEquals(Duration.ZERO, queue.dedicated());
        assertEquals(Duration.ZERO, queue.lastAgent());
        assertEquals(-1, queue.maxWaiting());
        assertEquals(Optional.empty(), queue.maxWait());
        assertEquals(LimitAction.NONE, queue.whenFull().action());
        assertEquals(LimitAction.NONE, queue.whenTooLong().action());
        assertEquals(LimitAction.NONE, queue.whenClosed().action());
        assertEquals(Optional.empty(), queue.hours());
        assertEquals(0, queue.callbackPermille());
        assertEquals(new QueuePlan.Objective(800, Duration.ofSeconds(20)), queue.objective());
        assertEquals(List.of(), queue.ladder());
    }

    @Test
    void limitWithoutAnActionDiverts() {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .replace("queues.yaml", "{ ko: 1 } }\n  -", "{ ko: 1 }, max_waiting: 5, max_wait: 5m }\n  -");
        QueuePlan.Queue queue = load(directory).orElseThrow().queues().queues().getFirst();
        assertEquals(LimitAction.DIVERT, queue.whenFull().action());
        assertEquals(LimitAction.DIVERT, queue.whenTooLong().action());
        assertEquals(LimitAction.NONE, queue.whenClosed().action());
    }

    @Test
    void kindOfBusinessIsANumberThatLeadsToItsQueue() {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .write("kinds.csv", "code,queue,ko,en\n0213,contribution,납부 방법,ways to pay\n");
        QueuePlan plan = load(directory).orElseThrow().queues();
        assertEquals(1, plan.kinds().size());
        assertEquals("contribution", plan.entries().get("15771000*0213"));
        assertEquals("general", plan.entries().get("15771000"));
    }

    @Test
    void everyMistakeInKindsAndHolidaysIsOneLine() {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .write(
                        "kinds.csv",
                        "code,queue,ko,en\n02,contributon,a,b\n02,general,a,b\n0x,general,a,b\n03,general\n")
                .write("holidays.csv", "# days\n2026-12-25,Christmas\nSeollal,2026-02-17\n")
                .replace(
                        "queues.yaml",
                        "default_entry: general",
                        "default_entry: general\ncalendars:\n  office: { open: { mon: 09:00-18:00 },"
                                + " holidays_file: holidays.csv }");
        assertTrue(load(directory).isEmpty());
        assertEquals(
                List.of(
                        "holidays.csv:3:1: begins with no day of the calendar; write a day as 2026-12-25",
                        "kinds.csv:2:4: unknown queue \"contributon\"; did you mean \"contribution\"?",
                        "kinds.csv:3:1: code 02 stands in line 2 already; keep one of the two",
                        "kinds.csv:4:1: code \"0x\" has a wrong form; write 1-8 digits",
                        "kinds.csv:5:1: 2 columns; write code,queue,ko,en"),
                problems.errorLines());
    }

    @Test
    void thirtyThreeRulesAreOneTooMany() {
        StringBuilder rules = new StringBuilder("version: 1\nrules:\n");
        for (int i = 0; i < 33; i++) {
            rules.append("  - { name: rule-")
                    .append(i)
                    .append(", when: caller.age > ")
                    .append(i);
            rules.append(", then: { boost: 1s } }\n");
        }
        assertTrue(load(new ConfigurationDirectory(dir).write("rules.yaml", rules.toString()))
                .isEmpty());
        assertEquals(List.of("rules.yaml:3:3: 33 rules; write at most 32"), problems.errorLines());
    }

    @Test
    void ruleThatNoCommandCanHoldIsRefused() {
        String long1 = "caller.age > 1" + " || caller.age == 2".repeat(RuleFile.MAX_STEPS / 4 + 1);
        assertTrue(load(new ConfigurationDirectory(dir).replace("rules.yaml", "caller.age >= 65", long1))
                .isEmpty());
        int steps = 3 + 4 * (RuleFile.MAX_STEPS / 4 + 1);
        assertEquals(
                List.of("rules.yaml:5:11: the rule has " + steps + " steps; split it into two of at most "
                        + RuleFile.MAX_STEPS),
                problems.errorLines());
    }

    @Test
    void defaultRulesAreVersionOneWithABoostOfAtMostFifteenMinutes() {
        ConfigurationDirectory directory =
                new ConfigurationDirectory(dir).replace("rules.yaml", "version: 4\nmax_boost: 15m\n", "");
        RulePlan rules = load(directory).orElseThrow().rules();
        assertEquals(1, rules.version());
        assertEquals(Duration.ofMinutes(15), rules.maxBoost());
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnce() {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .replace("baro.yaml", "5038", "0")
                .replace("queues.yaml", "default_entry: general", "default_entry: nowhere")
                .replace("rules.yaml", "boost: 3m", "boost: 3")
                .replace("agents.csv", "1002,a1002,seoul", "1002,a1002,pusan");
        assertTrue(load(directory).isEmpty());
        assertEquals(4, problems.errorLines().size());
        assertEquals(
                List.of("baro.yaml", "queues.yaml", "rules.yaml", "agents.csv"),
                problems.errorLines().stream()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir);
        Files.delete(dir.resolve("rules.yaml"));
        Files.delete(dir.resolve("agents.csv"));
        assertTrue(load(directory).isEmpty());
        assertEquals(
                List.of(
                        "rules.yaml: cannot be read;"
                                + " put the file into the configuration directory, see docs/configuration.md",
                        "agents.csv: cannot be read; put a readable file there,"
                                + " its first line id,endpoint,centre,skills,auto_login"),
                problems.errorLines());
    }

    @Test
    void secretsComeFromAFileOfTheDirectoryAndAreNeverShown() {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .write("ev.secret", "from-the-file\n")
                .replace("baro.yaml", "secret_env: EV", "secret_file: ev.secret");
        ServerPlan server = load(directory).orElseThrow().server();
        assertEquals("from-the-file", server.pbxs().getFirst().events().secret().reveal());
        assertEquals(
                "secret-of-actions", server.pbxs().getFirst().actions().secret().reveal());
        assertFalse(server.toString().contains("from-the-file"));
        assertFalse(server.toString().contains("secret-of-actions"));
    }

    @Test
    void queueThatOneCentreDoesNotServeIsAWarning() {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .replace(
                        "baro.yaml",
                        "pbxs:\n",
                        "pbxs:\n  - { name: jeju, system_name: jeju-1,"
                                + " events: { secret_env: EV }, actions: { secret_env: ACT } }\n")
                .replace("agents.csv", "1002,a1002,seoul", "1002,a1002,jeju");
        assertTrue(load(directory).isPresent());
        assertEquals(
                List.of("queues.yaml:4: nobody serves queue \"contribution\" of jeju;"
                        + " its callers there reach the fallback queue"),
                problems.warningLines());
    }

    private Optional<Configuration> load(ConfigurationDirectory directory) {
        return Configuration.load(directory.path(), ConfigurationDirectory.ENVIRONMENT, problems);
    }
}
