package io.baro.engine.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFilesTest {
    private static final int SEVERAL_CHUNKS = 700_001;

    @TempDir
    Path folder;

    @Test
    void whatWasPublishedIsThereToTheByteForItsOwnerAlone() throws IOException {
        byte[] bytes = new byte[SEVERAL_CHUNKS];
        new Random(1).nextBytes(bytes);
        SnapshotFiles files = new SnapshotFiles(folder.resolve("made"));
        files.write(new UnsafeBuffer(bytes), bytes.length);
        files.publish(42);
        Path file = folder.resolve("made/0000000000000000042.snapshot");
        assertEquals(List.of(new SnapshotFiles.Kept(file, 42)), files.newestFirst());
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void theLastTwoAreKeptAndTheJournalAfterTheOlderIsNeeded() throws IOException {
        SnapshotFiles files = new SnapshotFiles(folder);
        assertEquals(0, files.lowestNeeded());
        publish(files, 9);
        assertEquals(0, files.lowestNeeded(), "the only one may be unreadable");
        publish(files, 99);
        assertEquals(10, files.lowestNeeded());
        publish(files, 100);
        assertEquals(List.of(100L, 99L), sequences(files));
        assertEquals(100, files.lowestNeeded());
        assertEquals(100, new SnapshotFiles(folder).lowestNeeded(), "as another life finds it");
    }

    @Test
    void whatWasNeverPublishedIsNoSnapshotAndGoes() throws IOException {
        SnapshotFiles files = new SnapshotFiles(folder);
        files.write(new UnsafeBuffer(new byte[10]), 10);
        assertEquals(List.of(), files.newestFirst());
        files.write(new UnsafeBuffer(new byte[5]), 5);
        files.discard();
        assertFalse(Files.exists(folder.resolve("draft.snapshot")));
        files.write(new UnsafeBuffer(new byte[10]), 10);
        assertEquals(List.of(), sequences(new SnapshotFiles(folder)));
        assertFalse(Files.exists(folder.resolve("draft.snapshot")), "left by a crash");
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        Path journal = Files.writeString(folder.resolve("0000000000000000001.journal"), "not ours");
        SnapshotFiles files = new SnapshotFiles(folder);
        publish(files, 1);
        publish(files, 2);
        publish(files, 3);
        assertEquals("not ours", Files.readString(journal));
        assertEquals(List.of(3L, 2L), sequences(files));
    }

    private static void publish(SnapshotFiles files, long sequence) throws IOException {
        files.write(new UnsafeBuffer(new byte[10]), 10);
        files.publish(sequence);
    }

    private static List<Long> sequences(SnapshotFiles files) throws IOException {
        return files.newestFirst().stream().map(SnapshotFiles.Kept::sequence).toList();
    }
}
