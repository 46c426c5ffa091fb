package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.message.CallbackAcceptedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.RefusalReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a journal: everything but who called. */
class JournalCommandTest {
    private static final long CALLER_KEY = 77_665_544_332_211L;
    private static final byte SEALED = 113;

    @TempDir
    Path dir;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private Path journal;
    private int commands;

    @BeforeEach
    void record() throws IOException {
        new ConfigurationDirectory(dir);
        journal = dir.resolve("recorded");
        Main.Console console = new Main.Console(new PrintWriter(out), new PrintWriter(err), Map.of());
        RecordedStory.write(
                journal, DayConfiguration.load(dir, console).orElseThrow().commands());
        assertEquals(0, baro("journal", "verify", journal.toString(), "--json"));
        String json = out.toString();
        commands = Integer.parseInt(json.replaceAll("(?s).*\"commands\":([0-9]+).*", "$1"));
    }

    @Test
    void verifySaysHowMuchThereIs() throws IOException {
        assertEquals(0, baro("journal", "verify", journal.toString()));
        List<String> lines = out.toString().lines().toList();
        assertTrue(
                lines.getFirst().matches(commands + " commands in 1 segment, [0-9,]+ bytes: 0 to " + (commands - 1)));
        assertEquals("whole", lines.getLast());
    }

    @Test
    void verifySaysWhereItIsTornOrDamaged() throws IOException {
        Path segment = segment();
        byte[] whole = Files.readAllBytes(segment);
        Files.write(segment, java.util.Arrays.copyOf(whole, whole.length - 3));
        assertEquals(0, baro("journal", "verify", journal.toString()));
        assertTrue(out.toString().contains(segment + ": byte "), out.toString());
        assertTrue(out.toString().contains("bytes behind it are torn"), out.toString());

        byte[] headless = whole.clone();
        headless[20] ^= 1;
        Files.write(segment, headless);
        assertEquals(1, baro("journal", "verify", journal.toString()));
        assertTrue(
                err.toString()
                        .startsWith(segment + ": damaged at byte 0, in its header, at command 0; run baro journal"),
                err.toString());
        assertEquals(1, baro("journal", "verify", journal.toString(), "--json"));
        assertTrue(out.toString().startsWith("{\"damaged\":true,\"kind\":\"damaged\",\"problem\":"), out.toString());
    }

    @Test
    void dumpSaysEachCommandInWords() throws IOException {
        assertEquals(0, baro("journal", "dump", journal.toString()));
        assertEquals(commands, out.toString().lines().count());
        assertTrue(out.toString()
                .lines()
                .findFirst()
                .orElseThrow()
                .startsWith("0 2026-11-23T00:00:00.000Z SettingsDefined "));
        assertTrue(
                out.toString().contains(" CallArrived callId=" + RecordedStory.CALL + " callerKey=kept callerAge=70"));
        assertFalse(out.toString().contains("5551234"), "the caller's key");
        assertFalse(out.toString().contains("Unknown"), out.toString());

        assertEquals(0, baro("journal", "dump", journal.toString(), "--from", "2", "--to", "4", "--json"));
        List<String> lines = out.toString().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.getFirst().startsWith("{\"sequence\":2,\"time\":\"2026-11-23T00:00:00.000Z\",\"command\":\""));
    }

    @Test
    void whoAskedIsToldWhereSomebodyDid() throws IOException {
        long callId = HandStory.appendTo(journal, RecordedStory.NINE + 121_000);
        assertEquals(0, baro("journal", "dump", journal.toString()));
        String words = out.toString();
        assertTrue(words.contains(" CallRanked callId=" + callId + " boostMillis=300000 actor=kim"), words);
        assertTrue(words.contains(" CallMoved callId=" + callId + " queueId=1 actor=kim"), words);
        assertTrue(words.lines().anyMatch(line -> line.endsWith(" CallWithdrawn callId=" + callId)), words);
        assertTrue(words.lines().anyMatch(line -> line.endsWith(" AgentLoggedIn agentId=1")), words);
        assertFalse(words.contains("Unknown"), words);
        assertEquals(0, baro("journal", "dump", journal.toString(), "--json"));
        assertTrue(out.toString().contains("\"fields\":{\"callId\":" + callId + ",\"queueId\":1,\"actor\":\"kim\"}"));
    }

    @Test
    void neitherCallersKeyNorSealedNumberIsTold() throws IOException {
        try (FileJournal more = FileJournal.open(journal, JournalSettings.standard(), () -> 0)) {
            UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
            CallbackAcceptedEncoder encoder = new CallbackAcceptedEncoder();
            encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                    .callId(RecordedStory.CALL)
                    .callerKey(CALLER_KEY)
                    .fromMillis(0)
                    .untilMillis(0)
                    .problem(RefusalReason.NULL_VAL);
            for (int i = 0; i < CallbackAcceptedEncoder.numberLength(); i++) {
                encoder.number(i, SEALED);
            }
            more.append(
                    commands,
                    RecordedStory.NINE,
                    buffer,
                    0,
                    MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
        }
        String all = "";
        for (String way : List.of("", "--json")) {
            assertEquals(0, baro("journal dump " + journal + " " + way));
            all += out;
        }
        for (String format : List.of("csv", "jsonl")) {
            Path file = dir.resolve("out." + format);
            assertEquals(
                    0, baro("journal export " + journal + " --format " + format + " --out " + file), err.toString());
            all += Files.readString(file);
        }
        assertTrue(
                all.contains("CallbackAccepted callId=" + RecordedStory.CALL + " callerKey=kept number=sealed"), all);
        assertFalse(all.contains(String.valueOf(CALLER_KEY)));
        assertFalse(all.contains(SEALED + "," + SEALED), "bytes of the sealed number");
    }

    @Test
    void exportWritesALineForEachCommandAndNeverOverAFile() throws IOException {
        Path csv = dir.resolve("commands.csv");
        assertEquals(0, baro("journal", "export", journal.toString(), "--out", csv.toString()));
        assertEquals(
                "written: " + csv + ", " + commands + " commands",
                out.toString().strip());
        List<String> lines = Files.readAllLines(csv);
        assertEquals("sequence,time,command,fields", lines.getFirst());
        assertEquals(commands + 1, lines.size());
        assertTrue(
                lines.get(1).startsWith("0,2026-11-23T00:00:00.000Z,SettingsDefined,\"{\"\"ringMillis\"\":"),
                lines.get(1));
        assertEquals(2, baro("journal", "export", journal.toString(), "--out", csv.toString()));
        assertTrue(err.toString().contains("exists; name a new file by --out"), err.toString());
    }

    @Test
    void mistakesAreOneLineAndExitCode2() {
        assertEquals(2, baro("journal", "verify", dir.resolve("nowhere").toString()));
        assertTrue(err.toString().contains("is no directory; name the directory of a journal"), err.toString());
        assertEquals(2, baro("journal"));
        assertTrue(err.toString().contains("journal: write verify, dump or export"), err.toString());
        assertEquals(0, baro("journal", "--help"));
        assertTrue(out.toString().contains("Exit codes: 0 done, 1 the journal is damaged, 2"), out.toString());
    }

    @Test
    void secondBaroOnTheSameStateIsRefusedInOneLine() throws IOException {
        Path config = Files.createDirectories(dir.resolve("other"));
        new ConfigurationDirectory(config).replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        Path state = config.resolve("state").resolve("journal");
        try (FileJournal first = FileJournal.open(state, JournalSettings.standard(), () -> 0)) {
            assertEquals(-1, first.durableSequence());
            assertEquals(2, run(config));
            assertEquals(
                    state
                            + ": another Baro writes this journal; stop that one, or give this one a state_dir of its own",
                    err.toString().strip());
        }
    }

    @Test
    void journalOfANewerBaroIsNotStartedOn() throws IOException {
        Path config = Files.createDirectories(dir.resolve("other"));
        new ConfigurationDirectory(config).replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        Path state = config.resolve("state").resolve("journal");
        FileJournal.open(state, JournalSettings.standard(), () -> 0).close();
        Path segment = state.resolve("journal-0000000000000000000.baro");
        byte[] bytes = Files.readAllBytes(segment);
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        header.putInt(8, 2);
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update(bytes, 0, 60);
        header.putInt(60, (int) crc.getValue());
        Files.write(segment, bytes);
        assertEquals(2, run(config));
        assertTrue(err.toString().startsWith(segment + ": written by a newer Baro (format 2, "), err.toString());
    }

    private int run(Path config) {
        out = new StringWriter();
        err = new StringWriter();
        Main.Console console = new Main.Console(
                new PrintWriter(out, true), new PrintWriter(err, true), ConfigurationDirectory.ENVIRONMENT);
        return Main.execute(console, "run", "--config", config.toString());
    }

    private Path segment() throws IOException {
        try (var files = Files.list(journal)) {
            return files.filter(file -> file.toString().endsWith(".baro"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private int baro(String line) {
        return baro(line.strip().split(" "));
    }

    private int baro(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.execute(new Main.Console(new PrintWriter(out, true), new PrintWriter(err, true), Map.of()), args);
    }
}
