package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ConfigurationDirectory configuration;

    @BeforeEach
    void writeConfiguration() {
        configuration = new ConfigurationDirectory(dir);
    }

    @Test
    void rightConfigurationIsToldOnOneScreen() {
        assertEquals(0, baro("check", "--config", dir.toString()));
        List<String> lines = out.toString().lines().toList();
        assertEquals("right: 1 pbxs, 2 queues, 2 agents, 2 rules (version 4), 1 customers", lines.getFirst());
        assertTrue(out.toString().contains("seoul 2"), out.toString());
        assertTrue(out.toString().contains("senior, spike"), out.toString());
        assertTrue(lines.getLast().startsWith("contribution "), out.toString());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 120), out.toString());
        assertTrue(lines.size() <= 50, out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void checkingStartsAndMakesNothing() {
        baro("check", "--config", dir.toString());
        assertFalse(Files.exists(dir.resolve("state")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "run"})
    void mistakeIsOneLineAndExitCodeTwo(String command) {
        configuration.replace("rules.yaml", "boost: 3m", "boost: 30m");
        assertMistake(
                "rules.yaml:6:34: boost is above max_boost 15m; lower it or raise max_boost",
                command,
                "--config",
                dir.toString());
        assertFalse(Files.exists(dir.resolve("state")), "nothing is half applied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "run"})
    void customerBornInTheFutureIsOneLineAndExitCodeTwo(String command) {
        configuration.write("customers.csv", "number,birth_date\n01011112222,2999-01-01\n");
        assertMistake(
                "customers.csv:2:13: birth date lies in the future; correct the year",
                command,
                "--config",
                dir.toString());
    }

    @Test
    void malformedYamlIsOneLine() {
        configuration.write("queues.yaml", "skills: [ko\nqueues: x\n");
        assertMistake(
                "queues.yaml:2:7: no YAML: expected ',' or ']', but got :;"
                        + " mend the line, mostly its indentation or a quote",
                "check",
                "--config",
                dir.toString());
    }

    @Test
    void directoryThatIsNotThereIsOneLine() {
        Path missing = dir.resolve("nowhere");
        assertMistake(
                missing + ": is no directory; name the configuration directory by --config",
                "run",
                "--config",
                missing.toString());
    }

    @Test
    void portInUseIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configuration.replace("baro.yaml", "port: 9400", "port: " + taken.getLocalPort());
            assertMistake(
                    "baro.yaml:1: http address 127.0.0.1:" + taken.getLocalPort()
                            + " is in use or not ours; free it or write another http.port",
                    "run",
                    "--config",
                    dir.toString());
        }
    }

    @Test
    void commandLineMistakesAreExitCodeTwo() {
        assertEquals(2, baro());
        assertEquals(2, baro("rum"));
        assertEquals(2, baro("run"));
        assertEquals(2, baro("demo", "--seconds", "0"));
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void helpShowsEveryCommandWithAnExample() {
        assertEquals(0, baro("--help"));
        for (String text : new String[] {"baro run --config", "baro check --config", "baro demo", "Exit codes"}) {
            assertTrue(out.toString().contains(text), text);
        }
        assertEquals(0, baro("--version"));
        assertTrue(out.toString().contains("baro unreleased"), out.toString());
    }

    @Test
    void everyCommandHasAnExampleOfItself() {
        assertEquals(0, baro("--help"));
        for (String command :
                new String[] {"run", "check", "demo", "simulate", "explain", "replay", "journal", "records"}) {
            out.getBuffer().setLength(0);
            assertEquals(0, baro(command, "--help"));
            assertTrue(out.toString().contains("Example") && out.toString().contains("baro " + command + " "), command);
        }
    }

    private void assertMistake(String line, String... args) {
        assertEquals(2, baro(args), err::toString);
        assertEquals(line + System.lineSeparator(), err.toString());
        assertEquals("", out.toString());
    }

    private int baro(String... args) {
        return Main.execute(
                new Main.Console(
                        new PrintWriter(out, true), new PrintWriter(err, true), ConfigurationDirectory.ENVIRONMENT),
                args);
    }
}
