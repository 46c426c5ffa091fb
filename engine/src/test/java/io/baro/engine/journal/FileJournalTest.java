package io.baro.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given to a journal is what is read from it, over segments, restarts and retention. */
class FileJournalTest {
    private static final JournalSettings SMALL = new JournalSettings(4_096, 0, 0, 1 << 20);
    private static final long NOBODY_NEEDS = Long.MAX_VALUE;
    private static final long DAY_MILLIS = 86_400_000;

    @TempDir
    Path folder;

    private final Commands commands = new Commands();

    @Test
    void readsBackWhatWasAppendedOverManySegments() throws IOException {
        try (FileJournal journal = open(SMALL)) {
            commands.appendInGroups(journal, 5_000, 7);
        }
        assertEquals(commands.given, read(0), "seed " + Commands.SEED);
        assertTrue(JournalReader.open(folder()).segments() > 100);
    }

    @Test
    void readsFromAnySequenceOn() throws IOException {
        try (FileJournal journal = open(SMALL)) {
            commands.appendInGroups(journal, 300, 5);
        }
        for (int from = 0; from <= 301; from++) {
            List<Commands.Command> rest = commands.given.subList(Math.min(from, 300), 300);
            assertEquals(rest, read(from), "from " + from + ", seed " + Commands.SEED);
        }
        assertEquals(0, JournalReader.open(folder()).firstSequence());
        assertEquals(300, JournalReader.open(folder()).read(301, (sequence, time, buffer, offset, length) -> {}));
    }

    @Test
    void newJournalHoldsNoCommand() throws IOException {
        open(SMALL).close();
        assertEquals(List.of(), read(0));
        assertEquals(0, JournalReader.open(folder()).read(0, (sequence, time, buffer, offset, length) -> {}));
    }

    @Test
    void sequencesGoOnAfterEachRestart() throws IOException {
        for (int life = 0; life < 5; life++) {
            try (FileJournal journal = open(JournalSettings.standard())) {
                assertEquals(life * 40L - 1, journal.durableSequence());
                commands.append(journal, 40);
            }
        }
        assertEquals(commands.given, read(0));
    }

    @Test
    void livesWithoutACommandLeaveOneSegment() throws IOException {
        for (int life = 0; life < 3; life++) {
            open(JournalSettings.standard()).close();
        }
        assertEquals(1, JournalReader.open(folder()).segments());
        try (FileJournal journal = open(JournalSettings.standard())) {
            commands.append(journal, 3);
        }
        open(JournalSettings.standard()).close();
        open(JournalSettings.standard()).close();
        assertEquals(2, JournalReader.open(folder()).segments());
        assertEquals(commands.given, read(0));
    }

    @Test
    void onlyAFlushMakesDurable() throws IOException {
        FileJournal journal = open(JournalSettings.standard());
        commands.append(journal, 2);
        assertEquals(-1, journal.durableSequence());
        journal.flush();
        assertEquals(1, journal.durableSequence());
        commands.append(journal, 1);
        assertEquals(1, journal.durableSequence());
        journal.close();
        assertEquals(2, journal.durableSequence());
        assertTrue(journal.waitsForDevice());
        assertFalse(journal.isFailing());
    }

    @Test
    void oneFlushIsOneForceAndNoneWithoutCommands() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        try (FileJournal journal = FileJournal.open(
                folder(), JournalSettings.standard(), () -> 0, new FileJournal.Surroundings(disk, () -> 0, () -> 0))) {
            int before = disk.forced;
            commands.append(journal, 10);
            journal.flush();
            journal.flush();
            assertEquals(1, disk.forced - before);
        }
    }

    @Test
    void batchLongerThanAPieceIsKeptWhole() throws IOException {
        int several = 3 * Backlog.PIECE_BYTES / 100;
        try (FileJournal journal = open(JournalSettings.standard())) {
            commands.append(journal, several);
            journal.flush();
            assertEquals(several - 1, journal.durableSequence());
        }
        assertEquals(commands.given, read(0));
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        open(JournalSettings.standard()).close();
        assertEquals("rwx------", rightsOf(folder()));
        List<Path> files;
        try (var entries = Files.list(folder())) {
            files = entries.toList();
        }
        assertEquals(2, files.size(), "a segment and the lock");
        for (Path file : files) {
            assertEquals("rw-------", rightsOf(file), file.toString());
        }
    }

    @Test
    void secondWriterIsRefusedUntilTheFirstIsGone() throws IOException {
        FileJournal first = open(JournalSettings.standard());
        JournalException refused = assertThrows(JournalException.class, () -> open(JournalSettings.standard()));
        assertEquals(JournalException.Kind.IN_USE, refused.kind());
        assertTrue(refused.getMessage().contains("another Baro writes this journal"), refused.getMessage());
        first.close();
        open(JournalSettings.standard()).close();
    }

    @Test
    void directoryThatCannotBeMadeIsSaidSo() throws IOException {
        Files.writeString(folder.resolve("plain"), "a file where the directory should be");
        Path under = folder.resolve("plain").resolve("journal");
        JournalException refused = assertThrows(JournalException.class, () -> FileJournal.open(under, SMALL, () -> 0));
        assertEquals(JournalException.Kind.UNUSABLE, refused.kind());
        assertTrue(refused.getMessage().startsWith(under + ": the journal cannot be written ("), refused.getMessage());
    }

    @Test
    void deletesWhatIsTooOldButNothingThatRecoveryNeeds() throws IOException {
        AtomicLong now = new AtomicLong(1);
        AtomicLong needed = new AtomicLong();
        JournalSettings settings = SMALL.keeping(DAY_MILLIS, Long.MAX_VALUE);
        try (FileJournal journal = FileJournal.open(
                folder(), settings, needed::get, new FileJournal.Surroundings(new FaultyDisk(), now::get, () -> 0))) {
            commands.appendInGroups(journal, 1_000, 10);
            now.addAndGet(2 * DAY_MILLIS);
            commands.appendInGroups(journal, 100, 10);
            assertEquals(0, JournalReader.open(folder()).firstSequence(), "all is needed");
            needed.set(500);
            commands.appendInGroups(journal, 100, 10);
            long first = JournalReader.open(folder()).firstSequence();
            assertTrue(first > 400 && first <= 500, "first " + first);
            needed.set(NOBODY_NEEDS);
            commands.appendInGroups(journal, 100, 10);
            first = JournalReader.open(folder()).firstSequence();
            assertTrue(first > 900 && first <= 1_000, "young ones stay: first " + first);
        }
        List<Commands.Command> kept = read(0);
        assertEquals(commands.given.subList((int) kept.getFirst().sequence(), commands.given.size()), kept);
    }

    @Test
    void deletesTheOldestWhileAllTogetherAreTooLong() throws IOException {
        long most = 20_000;
        JournalSettings settings = SMALL.keeping(Long.MAX_VALUE / 2, most);
        try (FileJournal journal = FileJournal.open(folder(), settings, () -> NOBODY_NEEDS)) {
            commands.appendInGroups(journal, 2_000, 10);
            commands.append(journal, 1);
        }
        long total = 0;
        for (SegmentFile segment : SegmentFile.list(folder())) {
            total += Files.size(segment.path());
        }
        assertTrue(total <= most + 2 * SMALL.segmentBytes(), total + " bytes");
        assertTrue(total > most - 2 * SMALL.segmentBytes(), total + " bytes");
        assertEquals(commands.given.getLast(), read(0).getLast());
    }

    private FileJournal open(JournalSettings settings) throws JournalException {
        return FileJournal.open(folder(), settings, () -> 0);
    }

    private Path folder() {
        return folder.resolve("journal");
    }

    private List<Commands.Command> read(long from) throws IOException {
        List<Commands.Command> read = new ArrayList<>();
        JournalReader.open(folder()).read(from, Commands.collector(read));
        return read;
    }

    private static String rightsOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
