package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    void whatWasDoneByHandIsToldWithWhoWantedIt() throws IOException {
        long callId = HandStory.appendTo(journal, RecordedStory.NINE + 121_000);
        assertEquals(0, explain(Long.toString(callId)), err.toString());
        try (InputStream golden = ExplainCommandTest.class.getResourceAsStream("/explain/by-hand.txt")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), text());
        }
        explain(Long.toString(callId), "--json");
        assertTrue(
                text().contains(
                                "\"what\":\"rank_changed\",\"queue\":\"general@seoul\",\"boost_ms\":300000,\"by\":\"kim\""),
                text());
        assertTrue(text().contains("\"what\":\"refused\",\"reason\":\"WRONG_STATE\",\"by\":\"kim\""), text());
        assertTrue(text().contains("\"what\":\"diverted\",\"reason\":\"BY_OPERATOR\",\"by\":\"\""), text());
    }

    @Test
    void journalWhoseBeginningIsKeptNoMoreIsSaidSo() throws IOException {
        Path whole = journal;
        journal = dir.resolve("later");
        JournalSettings oneGroupASegment = new JournalSettings(64, Long.MAX_VALUE / 2, Long.MAX_VALUE, 1 << 20);
        try (FileJournal later = FileJournal.open(journal, oneGroupASegment, () -> 0)) {
            JournalReader.open(whole).read(0, (sequence, time, buffer, offset, length) -> {
                later.append(sequence, time, buffer, offset, length);
                later.flush();
            });
        }
        assertEquals(0, explain(ID), err.toString());
        assertEquals("", err.toString());
        Files.delete(journal.resolve("journal-0000000000000000000.baro"));
        explain(ID);
        assertTrue(
                err.toString().startsWith("warning: the first 1 commands of " + journal + " are kept no more"),
                err.toString());
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
