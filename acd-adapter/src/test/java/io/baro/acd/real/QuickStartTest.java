package io.baro.acd.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The commands of docs/quick-start.md, as they stand there, lead to a call that Baro routes and to one that the PBX serves without it. */
@Tag("asterisk")
final class QuickStartTest {
    private static final Path PAGE = Path.of("..", "docs", "quick-start.md");
    private static final Path SCRIPTS = Path.of("src/test/asterisk").toAbsolutePath();
    private static final Path DISTRIBUTION = Path.of("target/baro").toAbsolutePath();
    private static final long MINUTES = 15;

    private static Path dir;

    @BeforeAll
    static void packDistribution() throws Exception {
        dir = Files.createDirectories(Path.of("target/real/QuickStartTest")).toAbsolutePath();
        run("install", SCRIPTS.resolve("install.sh").toString());
        // The profile makes no tarball: the same files under the same name.
        run(
                "tar",
                "tar",
                "czf",
                dir.resolve("baro-test.tar.gz").toString(),
                "--transform",
                "s,^baro,baro-test,",
                "-C",
                DISTRIBUTION.getParent().toString(),
                "baro");
    }

    @Test
    void theCommandsOfThePageLeadToARoutedCall() throws Exception {
        Files.writeString(dir.resolve("commands.sh"), String.join("\n", commands()) + "\n");
        String said = run("commands", SCRIPTS.resolve("quick-start.sh").toString(), dir.toString());
        assertTrue(said.contains("right: 1 pbxs, 1 queues, 1 agents, 1 rules"), said);
        assertTrue(said.contains("\"ready\":true"), said);
        assertTrue(said.contains("baro_calls_answered_total{centre=\"seoul\",queue=\"general\"} 1.0"), said);
        assertTrue(said.lines().anyMatch(line -> line.contains("a1001") && line.contains("has taken 1 calls")), said);
    }

    /** All blocks of the shell, in their order. */
    private static List<String> commands() throws IOException {
        boolean[] inside = {false};
        return Files.readAllLines(PAGE).stream()
                .filter(line -> {
                    boolean fence = line.startsWith("```");
                    if (fence) {
                        inside[0] = line.equals("```sh");
                    }
                    return inside[0] && !fence;
                })
                .toList();
    }

    private static String run(String name, String... command) throws Exception {
        Path log = dir.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), () -> name + " does not end: " + text(log));
        } finally {
            process.destroy();
        }
        assertEquals(0, process.exitValue(), () -> text(log));
        return text(log);
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
