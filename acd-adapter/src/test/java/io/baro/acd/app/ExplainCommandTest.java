package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String ID = Long.toString(RecordedStory.CALL);

    @TempDir
    Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path journal;

    @BeforeEach
    void record() throws IOException {
        new ConfigurationDirectory(dir);
        journal = dir.resolve("story.baro");
        Main.Console console = new Main.Console(new PrintWriter(out), new PrintWriter(err), Map.of());
        RecordedStory.write(
                journal, DayConfiguration.load(dir, console).orElseThrow().commands());
    }

    @Test
    void everythingThatDecidedAboutTheCallIsTold() throws IOException {
        assertEquals(0, explain("1795392010.17@seoul"), err.toString());
        try (InputStream golden = ExplainCommandTest.class.getResourceAsStream("/explain/story.txt")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), text());
        }
    }

    @Test
    void theCallIsTheSameByItsIdAndWithoutTheOnlyCentre() {
        explain("1795392010.17@seoul");
        String named = text();
        out.getBuffer().setLength(0);
        explain("1795392010.17");
        assertEquals(named, text());
        out.getBuffer().setLength(0);
        explain(ID);
        assertEquals(named, text());
    }

    @Test
    void machinesGetTheSameStepsInOneLine() {
        assertEquals(0, explain(ID, "--json"));
        String json = text();
        assertEquals(1, json.lines().count());
        assertTrue(json.contains("\"runner_up\":\"agent 1002\""), json);
        assertTrue(json.contains("\"outcome\":\"NO_ANSWER\"") && json.contains("\"outcome\":\"ANSWERED\""), json);
    }

    @Test
    void nothingTellsWhoCalled() {
        explain(ID);
        explain(ID, "--json");
        assertFalse(text().contains("5551234"), "the caller's key");
    }

    private int explain(String call, String... more) {
        String[] args = {"explain", call, "--config", dir.toString(), "--journal", journal.toString()};
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Main.execute(new Main.Console(new PrintWriter(out, true), new PrintWriter(err, true), Map.of()), all);
    }

    private String text() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
