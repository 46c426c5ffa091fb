package io.baro.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    private static final long SEED = 20_261_122;
    private static final int TAIL_BYTES = 4 * 1024;

    @TempDir
    Path folder;

    /** What a journal is given and gives back. */
    private record Command(long sequence, long timeMillis, List<Byte> bytes) {}

    @Test
    void readsBackWhatWasAppended() throws IOException {
        Path file = folder.resolve("journal");
        List<Command> commands = write(file, 5_000);

        List<Command> read = new ArrayList<>();
        long bytes = FileJournalReader.read(file, collector(read));

        assertEquals(commands, read, "seed " + SEED);
        assertEquals(Files.size(file), bytes);
    }

    @Test
    void emptyFileHoldsNoCommand() throws IOException {
        Path file = folder.resolve("journal");
        new FileJournal(file).close();
        assertEquals(0, FileJournalReader.read(file, (sequence, time, buffer, offset, length) -> {
            throw new AssertionError("a command");
        }));
    }

    @Test
    void fileCutAtAnyByteGivesExactlyItsWholeFrames() throws IOException {
        Path file = folder.resolve("journal");
        List<Command> commands = write(file, 200);
        byte[] whole = Files.readAllBytes(file);
        assertTrue(whole.length > TAIL_BYTES);

        Path cut = folder.resolve("cut");
        for (int length = whole.length - TAIL_BYTES; length <= whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            int expected = framesWithin(commands, length);
            List<Command> read = new ArrayList<>();
            FileJournalReader.read(cut, collector(read));
            assertEquals(commands.subList(0, expected), read, "cut at " + length + ", seed " + SEED);
        }
    }

    @Test
    void anyFlippedBitInTheLastFrameEndsTheJournalBeforeIt() throws IOException {
        Path file = folder.resolve("journal");
        List<Command> commands = write(file, 20);
        byte[] whole = Files.readAllBytes(file);
        int start = whole.length - frameBytes(commands.getLast());

        Path damaged = folder.resolve("damaged");
        for (int bit = start * Byte.SIZE; bit < whole.length * Byte.SIZE; bit++) {
            byte[] bytes = whole.clone();
            bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            Files.write(damaged, bytes);
            List<Command> read = new ArrayList<>();
            assertEquals(start, FileJournalReader.read(damaged, collector(read)), "bit " + bit + ", seed " + SEED);
            assertEquals(commands.subList(0, commands.size() - 1), read);
        }
    }

    @Test
    void preallocatedZeroesAreNoCommands() throws IOException {
        Path file = folder.resolve("journal");
        List<Command> commands = write(file, 3);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + TAIL_BYTES));
        List<Command> read = new ArrayList<>();
        assertEquals(whole.length, FileJournalReader.read(file, collector(read)));
        assertEquals(commands, read);
    }

    @Test
    void onlyAFlushMakesDurable() {
        FileJournal journal = new FileJournal(folder.resolve("journal"));
        append(journal, 0);
        append(journal, 1);
        assertEquals(-1, journal.durableSequence());
        journal.flush();
        assertEquals(1, journal.durableSequence());
        append(journal, 2);
        assertEquals(1, journal.durableSequence());
        journal.close();
        assertEquals(2, journal.durableSequence());
        assertTrue(journal.waitsForDevice());
        assertFalse(journal.failed());
    }

    @Test
    void fullDiskMakesNothingDurableAlthoughItCanBeForced() {
        FailingDisk disk = new FailingDisk();
        FileJournal journal = new FileJournal(disk);
        append(journal, 0);
        journal.flush();
        disk.full = true;
        append(journal, 1);
        journal.flush();
        assertTrue(journal.failed());
        assertEquals(0, journal.durableSequence());
        disk.full = false;
        append(journal, 2);
        journal.flush();
        journal.close();
        assertEquals(0, journal.durableSequence(), "what follows a gap is not durable");
    }

    @Test
    void fullDiskInTheMiddleOfABatchMakesNothingDurable() {
        FailingDisk disk = new FailingDisk();
        disk.full = true;
        FileJournal journal = new FileJournal(disk);
        for (int i = 0; !journal.failed(); i++) {
            append(journal, i);
        }
        disk.full = false;
        journal.flush();
        assertEquals(-1, journal.durableSequence());
        assertEquals(0, disk.written);
    }

    @Test
    void diskThatCannotForceMakesNothingDurable() {
        FailingDisk disk = new FailingDisk();
        disk.broken = true;
        FileJournal journal = new FileJournal(disk);
        append(journal, 0);
        journal.flush();
        assertTrue(journal.failed());
        assertEquals(-1, journal.durableSequence());
    }

    @Test
    void oneFlushIsOneForceAndNoneWithoutCommands() {
        FailingDisk disk = new FailingDisk();
        FileJournal journal = new FileJournal(disk);
        for (int i = 0; i < 10; i++) {
            append(journal, i);
        }
        journal.flush();
        journal.flush();
        assertEquals(1, disk.forced);
    }

    @Test
    void neverWritesOverAnExistingFile() throws IOException {
        Path file = folder.resolve("journal");
        Files.writeString(file, "yesterday");
        assertThrows(UncheckedIOException.class, () -> new FileJournal(file));
        assertEquals("yesterday", Files.readString(file));
    }

    private static void append(FileJournal journal, long sequence) {
        journal.append(sequence, 1_000 + sequence, new UnsafeBuffer(new byte[40]), 0, 40);
    }

    private static List<Command> write(Path file, int count) {
        Random random = new Random(SEED);
        List<Command> commands = new ArrayList<>();
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        try (FileJournal journal = new FileJournal(file)) {
            for (int i = 0; i < count; i++) {
                byte[] bytes = new byte[8 + random.nextInt(200)];
                random.nextBytes(bytes);
                buffer.putBytes(7, bytes);
                long time = random.nextLong();
                journal.append(i, time, buffer, 7, bytes.length);
                commands.add(new Command(i, time, listOf(bytes)));
                if (random.nextInt(10) == 0) {
                    journal.flush();
                }
            }
        }
        return commands;
    }

    private static int framesWithin(List<Command> commands, int length) {
        int position = 0;
        for (int i = 0; i < commands.size(); i++) {
            position += frameBytes(commands.get(i));
            if (position > length) {
                return i;
            }
        }
        return commands.size();
    }

    private static int frameBytes(Command command) {
        return FileJournal.HEADER_BYTES + command.bytes().size();
    }

    private static CommandReader collector(List<Command> read) {
        return (sequence, timeMillis, buffer, offset, length) -> {
            byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            read.add(new Command(sequence, timeMillis, listOf(bytes)));
        };
    }

    private static List<Byte> listOf(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte b : bytes) {
            list.add(b);
        }
        return list;
    }
}
