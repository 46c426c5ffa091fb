package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertEquals(dir.resolve("state"), server.stateDir());
        assertEquals(ServerPlan.JournalKind.MEMORY, server.journal());
        assertEquals("Asia/Seoul", server.zone().getId());
        assertEquals(Duration.ofSeconds(20), server.ring());
        assertEquals(Duration.ofSeconds(5), server.grace());
        assertEquals(Duration.ofSeconds(10), server.wrapUp());
        assertEquals(Duration.ofSeconds(15), server.busyPause());
        assertEquals(Duration.ofSeconds(20), server.answerWithin());
        assertEquals(20_000, server.callLimit());
        PbxPlan pbx = server.pbxs().getFirst();
        assertEquals("127.0.0.1", pbx.host());
        assertEquals(5038, pbx.port());
        assertEquals("acd-ev", pbx.events().user());
        assertEquals("acd-act", pbx.actions().user());
        assertEquals(Optional.empty(), pbx.tlsCa());
        // A field more is a key more: name its default above.
        assertEquals(13, ServerPlan.class.getRecordComponents().length);
        assertEquals(7, PbxPlan.class.getRecordComponents().length);
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
                List.of("queues.yaml:4: nobody in jeju serves queue \"contribution\";"
                        + " its callers there reach the fallback queue"),
                problems.warningLines());
    }

    private Optional<Configuration> load(ConfigurationDirectory directory) {
        return Configuration.load(directory.path(), ConfigurationDirectory.ENVIRONMENT, problems);
    }
}
