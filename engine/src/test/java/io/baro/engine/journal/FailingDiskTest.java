package io.baro.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails stops what is durable and nothing else; when it works again nothing is missing, whatever it left behind. */
class FailingDiskTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long BACKLOG_BYTES = 4L * Backlog.PIECE_BYTES;

    @TempDir
    Path folder;

    private final Commands commands = new Commands();
    private final FaultyDisk disk = new FaultyDisk();
    private final AtomicLong nanos = new AtomicLong();
    private FileJournal journal;

    @BeforeEach
    void open() throws IOException {
        journal = FileJournal.open(
                folder.resolve("journal"),
                new JournalSettings(64 * 1024, Long.MAX_VALUE / 2, Long.MAX_VALUE, BACKLOG_BYTES),
                () -> 0,
                new FileJournal.Surroundings(disk, () -> 0, nanos::get));
    }

    @AfterEach
    void close() {
        disk.room = Long.MAX_VALUE;
        disk.broken = false;
        disk.readOnly = false;
        journal.close();
    }

    @Test
    void fullDiskMakesNothingDurableAndLosesNothingWhenThereIsRoomAgain() throws IOException {
        commands.appendInGroups(journal, 100, 10);
        disk.room = 70_000;
        commands.appendInGroups(journal, 2_000, 10);
        assertTrue(journal.isFailing());
        long durable = journal.durableSequence();
        assertTrue(durable >= 99 && durable < 2_099, "durable " + durable);
        assertEquals(commands.given.subList(0, (int) durable + 1), read(), "what is durable is there in the meantime");

        disk.room = Long.MAX_VALUE;
        commands.appendInGroups(journal, 10, 10);
        assertTrue(journal.isFailing(), "not tried again within a second");
        nanos.addAndGet(SECOND);
        commands.appendInGroups(journal, 10, 10);
        assertFalse(journal.isFailing());
        assertEquals(2_119, journal.durableSequence());
        assertEquals(commands.given, read());
        assertEquals(0, journal.waitingBytes());
        assertEquals(0, journal.lostCommands());
    }

    @Test
    void diskFullAfterAnyNumberOfBytesLosesNothing() throws IOException {
        for (int room = 0; room < 400; room += 7) {
            disk.room = room;
            commands.appendInGroups(journal, 600, 300);
            nanos.addAndGet(SECOND);
            disk.room = Long.MAX_VALUE;
            journal.flush();
            assertFalse(journal.isFailing(), "room " + room);
        }
        assertEquals(commands.given, read(), "seed " + Commands.SEED);
    }

    @Test
    void failedForceIsNeverTrustedAgain() throws IOException {
        commands.appendInGroups(journal, 50, 10);
        disk.broken = true;
        commands.appendInGroups(journal, 10, 10);
        assertTrue(journal.isFailing());
        assertEquals(49, journal.durableSequence());
        int made = disk.made;
        disk.broken = false;
        nanos.addAndGet(SECOND);
        journal.flush();
        assertEquals(59, journal.durableSequence());
        assertEquals(made + 1, disk.made, "what the failed force was to save stands in a new file");
        assertEquals(commands.given, read());
    }

    @Test
    void fileSystemThatTurnsReadOnlyIsTriedAgainUntilItIsNot() throws IOException {
        commands.appendInGroups(journal, 50, 10);
        disk.broken = true;
        disk.readOnly = true;
        for (int second = 0; second < 5; second++) {
            commands.appendInGroups(journal, 10, 10);
            nanos.addAndGet(SECOND);
        }
        assertEquals(5, journal.failures());
        assertEquals(49, journal.durableSequence());
        disk.broken = false;
        disk.readOnly = false;
        journal.flush();
        assertEquals(99, journal.durableSequence());
        assertEquals(commands.given, read());
    }

    @Test
    void whatTheFailedFileHoldsBehindItsDurablePartDoesNotCount() throws IOException {
        commands.appendInGroups(journal, 50, 10);
        disk.broken = true;
        commands.appendInGroups(journal, 30, 30);
        disk.broken = false;
        nanos.addAndGet(SECOND);
        // The failed file cannot even be cut: its whole frames stay behind the part that counts.
        Path failed = SegmentFile.list(folder.resolve("journal")).getLast().path();
        byte[] withTail = java.nio.file.Files.readAllBytes(failed);
        journal.flush();
        java.nio.file.Files.write(failed, withTail);
        assertEquals(commands.given, read());
    }

    @Test
    void restartInTheMiddleOfAFailureGoesOnBehindWhatIsDurable() throws IOException {
        commands.appendInGroups(journal, 50, 10);
        disk.room = 0;
        commands.appendInGroups(journal, 10_000, 10);
        journal.close();
        long durable = JournalCheck.of(folder.resolve("journal")).lastSequence();
        disk.room = Long.MAX_VALUE;
        open();
        assertTrue(durable >= 49, "durable " + durable);
        assertEquals(durable, journal.durableSequence());
        assertEquals(commands.given.subList(0, (int) durable + 1), read());
    }

    @Test
    void moreThanMayWaitIsCountedAndKeepsItFailingUntilARestart() throws IOException {
        disk.broken = true;
        int tooMany = (int) (BACKLOG_BYTES / 60);
        commands.appendInGroups(journal, tooMany, 100);
        assertTrue(journal.lostCommands() > 0);
        assertTrue(journal.waitingBytes() <= BACKLOG_BYTES);
        disk.broken = false;
        nanos.addAndGet(SECOND);
        journal.flush();
        long kept = tooMany - journal.lostCommands();
        assertEquals(kept - 1, journal.durableSequence());
        assertEquals(commands.given.subList(0, (int) kept), read(), "nothing behind the gap");
        assertTrue(journal.isFailing(), "no promise until state and journal are one again");
        journal.close();
        open();
        assertFalse(journal.isFailing());
        assertEquals(kept - 1, journal.durableSequence());
    }

    @Test
    void diskThatCannotBeginIsAClearError() {
        journal.close();
        disk.readOnly = true;
        JournalException refused = assertThrows(JournalException.class, this::open);
        assertEquals(
                folder.resolve("journal") + ": the journal cannot be written (Read-only file system); make room or give"
                        + " Baro the rights, or write journal: memory",
                refused.getMessage());
        disk.readOnly = false;
    }

    private List<Commands.Command> read() throws IOException {
        List<Commands.Command> read = new ArrayList<>();
        JournalReader.open(folder.resolve("journal")).read(0, Commands.collector(read));
        return read;
    }
}
