package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ImportCommandTest {
    private static final String SAMPLE = "src/test/resources/migration/queues.conf";

    @TempDir
    Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatIsWrittenPassesTheCheckOnceTheSecretsAreThere() throws IOException {
        assertEquals(0, baro("import", SAMPLE, "--to", dir.toString(), "--centre", "seoul"), err.toString());
        writeSecrets();
        assertEquals(0, baro("check", "--config", dir.toString()), err.toString());
        assertEquals("", err.toString(), "not even a warning");
        assertTrue(out.toString().contains("right: 1 pbxs, 4 queues, 7 agents, 1 rules"), out.toString());
    }

    @Test
    void theShippedFallbackQueuePassesToo() throws IOException {
        Path conf = dir.resolve("queues.conf");
        Files.writeString(
                conf,
                Files.readString(Path.of("../config/asterisk/queues.conf"))
                        .replace(
                                "#include site/fallback-members.conf",
                                Files.readString(Path.of("../config/asterisk/site/fallback-members.conf"))));
        Path to = dir.resolve("made");
        assertEquals(0, baro("import", conf.toString(), "--to", to.toString()), err.toString());
        Files.writeString(to.resolve("ev.secret"), "secret-of-events\n");
        Files.writeString(to.resolve("act.secret"), "secret-of-actions\n");
        assertEquals(0, baro("check", "--config", to.toString()), err.toString());
    }

    @Test
    void peopleReadLineAndRemedyOfEachFinding() {
        baro("import", SAMPLE, "--to", dir.toString());
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.getFirst().endsWith("4 queues, 7 agents"), out.toString());
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("queues.conf:33: support, weight: ")), out.toString());
        assertTrue(lines.contains("not needed:"), out.toString());
    }

    @Test
    void programsReadOneLineOfJson() {
        baro("import", SAMPLE, "--to", dir.toString(), "--json");
        Map<String, Object> told = new Yaml().load(out.toString());
        assertEquals(4, told.get("queues"));
        assertEquals(
                List.of("queues.yaml", "agents.csv", "rules.yaml", "baro.yaml", "customers.csv"), told.get("written"));
        assertTrue(((List<?>) told.get("findings")).size() > 20, out.toString());
        assertEquals(1, out.toString().lines().count());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(dir.resolve("agents.csv"), "mine\n");
        assertEquals(2, baro("import", SAMPLE, "--to", dir.toString()));
        assertEquals(
                "import: " + dir.resolve("agents.csv") + " exists; name another directory by --to\n", err.toString());
        assertFalse(Files.exists(dir.resolve("queues.yaml")), "nothing is half written");
        assertEquals("mine\n", Files.readString(dir.resolve("agents.csv")));
    }

    @Test
    void aBaroYamlThatIsThereStays() throws IOException {
        Files.writeString(dir.resolve("baro.yaml"), "pbxs: []\n");
        assertEquals(0, baro("import", SAMPLE, "--to", dir.toString()));
        assertEquals("pbxs: []\n", Files.readString(dir.resolve("baro.yaml")));
    }

    @Test
    void aFileThatIsNotThereAndOneWithoutAQueueAreOneLine() throws IOException {
        assertEquals(2, baro("import", dir.resolve("none").toString(), "--to", dir.toString()));
        Files.writeString(dir.resolve("other.conf"), "[general]\nautofill=yes\n");
        assertEquals(2, baro("import", dir.resolve("other.conf").toString(), "--to", dir.toString()));
        assertEquals(2, baro("import", SAMPLE, "--to", dir.toString(), "--centre", "Seoul!"));
        assertEquals(3, err.toString().lines().count(), err.toString());
    }

    private void writeSecrets() throws IOException {
        Files.writeString(dir.resolve("ev.secret"), "secret-of-events\n");
        Files.writeString(dir.resolve("act.secret"), "secret-of-actions\n");
    }

    private int baro(String... args) {
        return Main.execute(
                new Main.Console(new PrintWriter(out, true), new PrintWriter(err, true), Map.of()),
                new ArrayList<>(List.of(args)).toArray(String[]::new));
    }
}
