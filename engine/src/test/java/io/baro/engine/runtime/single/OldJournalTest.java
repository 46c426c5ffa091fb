package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Behaviour;
import io.baro.engine.routing.CommandWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What any earlier release has written, this one recovers and goes on with: the files are never changed, only added to. */
class OldJournalTest {
    /** In the header of a snapshot, docs/durability.md. */
    private static final int BEHAVIOUR_AT = 16;

    private static final int MORE = 50;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> anOldJournalIsRecoveredWithItsPromisesAndItsNumbersGoOn()
            throws IOException, URISyntaxException {
        String name = System.getProperty(OldJournals.WRITE, "");
        if (!name.isEmpty()) {
            OldJournals.write(name);
        }
        return OldJournals.all().stream()
                .map(old -> DynamicTest.dynamicTest(old.getFileName().toString(), () -> goesOn(old, true)));
    }

    @TestFactory
    Stream<DynamicTest> anOldJournalIsEnoughWithoutItsSnapshots() throws IOException, URISyntaxException {
        return OldJournals.all().stream()
                .map(old -> DynamicTest.dynamicTest(old.getFileName().toString(), () -> goesOn(old, false)));
    }

    @Test
    void aSnapshotOfAnotherBehaviourIsTakenWithAWarning() throws IOException, URISyntaxException {
        Path copy = copy(OldJournals.all().getLast(), true);
        SnapshotFiles snapshots = new SnapshotFiles(copy.resolve("snapshots"));
        Path file = snapshots.newestFirst().getFirst().file();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        crc.update(bytes.putInt(BEHAVIOUR_AT, 0).array(), 0, bytes.capacity() - Integer.BYTES);
        Files.write(
                file,
                bytes.putInt(bytes.capacity() - Integer.BYTES, (int) crc.getValue())
                        .array());
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            recover(copy);
        } finally {
            System.setErr(before);
        }
        String warning = said.toString(StandardCharsets.UTF_8);
        boolean readable = !warning.contains("skipped");
        assertTrue(
                !readable || warning.contains("is of behaviour 0, this release is " + Behaviour.VERSION),
                "said: " + warning);
    }

    private void goesOn(Path old, boolean withSnapshots) throws IOException {
        List<String> expected = Files.readAllLines(old.resolve("promises.txt"));
        int behaviour = Integer.parseInt(expected.get(0).substring("behaviour ".length()));
        long next = Long.parseLong(expected.get(1).substring("next ".length()));
        List<String> promises = expected.subList(2, expected.size());
        assertFalse(promises.isEmpty(), "an old journal without a promise proves little");
        Path copy = copy(old, withSnapshots);
        Recovery.Recovered state = recover(copy);
        assertEquals(next, state.nextSequence());
        // Another behaviour decides the day anew, and may keep or withdraw a promise earlier.
        if (behaviour == Behaviour.VERSION) {
            assertEquals(promises, OldJournals.promisesOf(state.router()));
        }

        FileJournal journal = FileJournal.open(copy.resolve("journal"), JournalSettings.standard(), () -> 0);
        assertEquals(next - 1, journal.durableSequence());
        long now = state.router().timeMillis();
        try (SingleNodeRuntime node = new SingleNodeRuntime(
                RuntimeSettings.standard(), state.router(), journal, () -> now, new Outside(), bug -> {
                    throw new AssertionError(bug);
                })) {
            CommandWriter pen = new CommandWriter();
            for (int i = 0; i < MORE; i++) {
                CommandWriter command = pen.timeAdvanced();
                assertEquals(Ingress.Offer.ACCEPTED, node.offer(command.buffer(), 0, command.length(), 0));
            }
        }
        Recovery.Recovered again = recover(copy);
        assertTrue(again.nextSequence() >= next + MORE, "next " + again.nextSequence());
        assertEquals(state.router().stateHash(), again.router().stateHash());
    }

    private static Recovery.Recovered recover(Path copy) throws IOException {
        return new Recovery(
                        RecordedDay.LIMITS,
                        new SnapshotFiles(copy.resolve("snapshots")),
                        JournalReader.open(copy.resolve("journal"))::read)
                .run();
    }

    private Path copy(Path old, boolean withSnapshots) throws IOException {
        Path copy = folder.resolve(old.getFileName().toString());
        for (String part : withSnapshots ? List.of("journal", "snapshots") : List.of("journal")) {
            Files.createDirectories(copy.resolve(part));
            try (Stream<Path> files = Files.list(old.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        return copy;
    }
}
