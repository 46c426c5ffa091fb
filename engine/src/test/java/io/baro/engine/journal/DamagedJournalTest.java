package io.baro.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what was never durable may be missing: a torn tail is cut, anything else is refused with its place. */
class DamagedJournalTest {
    private static final int TAIL_BYTES = 64 * 1024;
    private static final int GROUP = 10;
    private static final JournalSettings ONE_SEGMENT = JournalSettings.standard();
    private static final JournalSettings SMALL = new JournalSettings(4_096, 0, 0, 1 << 20);

    @TempDir
    Path folder;

    private final Commands commands = new Commands();

    @Test
    void cutAtAnyByteOfTheLast64KibGivesExactlyTheWholeCommandsBefore() throws IOException {
        byte[] whole = Files.readAllBytes(write(ONE_SEGMENT, 1_000).getLast());
        assertTrue(whole.length > TAIL_BYTES + SegmentHeader.BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int kept = commands.given.size();
        long end = whole.length;
        for (int length = whole.length; length >= whole.length - TAIL_BYTES; length--) {
            while (end > length) {
                kept--;
                end -= frameBytes(kept);
            }
            SegmentBytes cut = new SegmentBytes(bytes.limit(length), 0);
            while (cut.next()) {}
            String at = "cut at " + length + ", seed " + Commands.SEED;
            assertEquals(kept, cut.nextSequence(), at);
            assertEquals(end, cut.end(), at);
            assertEquals(
                    end == length ? SegmentBytes.Ending.WHOLE : SegmentBytes.Ending.TORN,
                    withoutZeroes(cut, bytes),
                    at);
        }
    }

    /** The last bytes of a torn frame may be zeroes, as those written ahead are: then nobody can tell, and nothing is lost by it. */
    private static SegmentBytes.Ending withoutZeroes(SegmentBytes cut, ByteBuffer bytes) {
        boolean nothingButZeroes = cut.end() < bytes.limit() && cut.tornBytes() == 0;
        return nothingButZeroes ? SegmentBytes.Ending.TORN : cut.ending();
    }

    @Test
    void startAfterATornTailCutsItAndGoesOnBehindTheLastWholeCommand() throws IOException {
        Path last = write(ONE_SEGMENT, 200).getLast();
        byte[] whole = Files.readAllBytes(last);
        int torn = frameBytes(199) - 1;
        Files.write(last, Arrays.copyOf(whole, whole.length - 1));
        commands.given.removeLast();

        assertEquals(torn, JournalCheck.of(folder()).tornBytes());
        assertEquals(commands.given, read());
        try (FileJournal journal = FileJournal.open(folder(), ONE_SEGMENT, () -> 0)) {
            assertEquals(198, journal.durableSequence());
            commands.append(journal, 5);
        }
        assertEquals(commands.given, read());
        JournalCheck check = JournalCheck.of(folder());
        assertEquals(0, check.tornBytes());
        assertEquals(203, check.lastSequence());
        assertEquals(2, check.segments());
    }

    @Test
    void flippedBitInTheLastGroupCommitIsATornTail() throws IOException {
        Path last = write(ONE_SEGMENT, 50).getLast();
        byte[] whole = Files.readAllBytes(last);
        int group = frameBytes(40, 50);
        for (int bit = (whole.length - group) * Byte.SIZE; bit < whole.length * Byte.SIZE; bit++) {
            List<Commands.Command> read = readFlipped(last, whole, bit);
            assertTrue(read.size() >= 40 && read.size() < 50, "bit " + bit + ": " + read.size());
            assertEquals(commands.given.subList(0, read.size()), read, "bit " + bit + ", seed " + Commands.SEED);
        }
    }

    @Test
    void flippedBitInWhatWasDurableIsRefusedWithFilePositionAndCommand() throws IOException {
        Path last = write(ONE_SEGMENT, 50).getLast();
        byte[] whole = Files.readAllBytes(last);
        int group = frameBytes(40, 50);
        int frame = 0;
        int start = SegmentHeader.BYTES;
        for (int at = SegmentHeader.BYTES; at < whole.length - group; at++) {
            if (at == start + frameBytes(frame)) {
                start = at;
                frame++;
            }
            int bit = at * Byte.SIZE + at % Byte.SIZE;
            JournalException refused =
                    assertThrows(JournalException.class, () -> readFlipped(last, whole, bit), "bit " + bit);
            assertEquals(
                    last + ": damaged at byte " + start + ", at command " + frame + "; run baro journal verify "
                            + folder(),
                    refused.getMessage());
            assertEquals(JournalException.Kind.DAMAGED, refused.kind());
        }
    }

    @Test
    void flippedBitInAHeaderIsRefused() throws IOException {
        List<Path> segments = write(SMALL, 300);
        for (Path segment : List.of(segments.getFirst(), segments.get(3), segments.getLast())) {
            byte[] whole = Files.readAllBytes(segment);
            for (int bit = 0; bit < SegmentHeader.BYTES * Byte.SIZE; bit++) {
                int flipped = bit;
                JournalException refused =
                        assertThrows(JournalException.class, () -> readFlipped(segment, whole, flipped), "bit " + bit);
                assertTrue(
                        refused.getMessage().startsWith(segment + ": damaged at byte 0, in its header"), "bit " + bit);
            }
            Files.write(segment, whole);
        }
    }

    @Test
    void anyDamageBeforeTheLastSegmentIsRefused() throws IOException {
        List<Path> segments = write(SMALL, 300);
        Path middle = segments.get(2);
        byte[] whole = Files.readAllBytes(middle);
        for (int at = SegmentHeader.BYTES; at < whole.length; at++) {
            int bit = at * Byte.SIZE;
            assertThrows(JournalException.class, () -> readFlipped(middle, whole, bit), "bit " + bit);
        }
        Files.write(middle, Arrays.copyOf(whole, whole.length - 1));
        assertThrows(JournalException.class, this::read);
        Files.delete(middle);
        JournalException missing = assertThrows(JournalException.class, this::read);
        assertTrue(missing.getMessage().contains("the file before it is missing: " + middle.getFileName()));
        JournalException refused =
                assertThrows(JournalException.class, () -> FileJournal.open(folder(), SMALL, () -> 0));
        assertEquals(missing.getMessage(), refused.getMessage(), "Baro does not start on it");
    }

    @Test
    void segmentOfAnotherJournalIsRefused() throws IOException {
        List<Path> segments = write(SMALL, 300);
        Path middle = segments.get(2);
        byte[] bytes = Files.readAllBytes(middle);
        ByteBuffer frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        // The same sequences and lengths, another last command with a checksum of its own.
        int start = lastFrame(frame);
        bytes[bytes.length - 1] ^= 1;
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update(bytes, start + JournalFormat.FRAME_LENGTH, bytes.length - start - JournalFormat.FRAME_LENGTH);
        frame.putInt(start, (int) crc.getValue());
        Files.write(middle, bytes);
        JournalException refused = assertThrows(JournalException.class, this::read);
        assertTrue(
                refused.getMessage().startsWith(middle + ": is not the file that the next one follows"),
                refused.getMessage());
    }

    @Test
    void segmentWhoseBeginningWasTornIsForgotten() throws IOException {
        List<Path> segments = write(SMALL, 300);
        Path begun = SegmentFile.pathOf(folder(), 300);
        byte[] header = Arrays.copyOf(Files.readAllBytes(segments.getLast()), SegmentHeader.BYTES);
        for (int length = 0; length < SegmentHeader.BYTES; length++) {
            Files.write(begun, Arrays.copyOf(header, length));
            assertEquals(commands.given, read(), "header cut at " + length);
        }
        Files.write(begun, new byte[8_192]);
        assertEquals(commands.given, read(), "zeroes written ahead");
        try (FileJournal journal = FileJournal.open(folder(), SMALL, () -> 0)) {
            commands.append(journal, 20);
        }
        assertEquals(commands.given, read());
    }

    @Test
    void journalOfANewerProgramIsRefusedAndLeftAlone() throws IOException {
        Path only = write(ONE_SEGMENT, 3).getLast();
        byte[] before = Files.readAllBytes(only);
        for (int newer = 0; newer < 2; newer++) {
            SegmentHeader header = new SegmentHeader(
                    JournalFormat.FORMAT_VERSION + 1 - newer, JournalFormat.BEHAVIOUR_VERSION + newer, 0, 0, -1, 0, 0);
            byte[] bytes = before.clone();
            header.encode().get(bytes, 0, SegmentHeader.BYTES);
            Files.write(only, bytes);
            JournalException refused =
                    assertThrows(JournalException.class, () -> FileJournal.open(folder(), ONE_SEGMENT, () -> 0));
            assertEquals(JournalException.Kind.NEWER, refused.kind());
            assertTrue(refused.getMessage().contains("written by a newer Baro"), refused.getMessage());
            assertEquals(ByteBuffer.wrap(bytes), ByteBuffer.wrap(Files.readAllBytes(only)));
        }
    }

    @Test
    void zeroesWrittenAheadAreNoTear() throws IOException {
        Path last = write(ONE_SEGMENT, 30).getLast();
        byte[] whole = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(whole, whole.length + 10_000));
        assertEquals(commands.given, read());
        assertEquals(0, JournalCheck.of(folder()).tornBytes());
        FileJournal.open(folder(), ONE_SEGMENT, () -> 0).close();
        assertEquals(whole.length, Files.size(last));
    }

    @Test
    void filesThatAreNoSegmentsAreLeftAlone() throws IOException {
        write(SMALL, 30);
        Files.writeString(folder().resolve("journal-old.baro"), "a copy of the operator's");
        Files.writeString(folder().resolve("00000000000000000012.snapshot"), "not ours");
        assertEquals(commands.given, read());
        assertFalse(JournalCheck.of(folder()).segments() == 0);
    }

    private List<Path> write(JournalSettings settings, int count) throws IOException {
        try (FileJournal journal = FileJournal.open(folder(), settings, () -> 0)) {
            commands.appendInGroups(journal, count, GROUP);
        }
        return SegmentFile.list(folder()).stream().map(SegmentFile::path).toList();
    }

    private List<Commands.Command> readFlipped(Path segment, byte[] whole, int bit) throws IOException {
        byte[] bytes = whole.clone();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        Files.write(segment, bytes);
        return read();
    }

    private List<Commands.Command> read() throws IOException {
        List<Commands.Command> read = new ArrayList<>();
        JournalReader.open(folder()).read(0, Commands.collector(read));
        return read;
    }

    private Path folder() {
        return folder.resolve("journal");
    }

    private int frameBytes(int command) {
        return JournalFormat.FRAME_HEADER_BYTES
                + commands.given.get(command).bytes().size();
    }

    private int frameBytes(int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; i++) {
            bytes += frameBytes(i);
        }
        return bytes;
    }

    private static int lastFrame(ByteBuffer segment) {
        int at = SegmentHeader.BYTES;
        int last = at;
        while (at < segment.limit()) {
            last = at;
            at += JournalFormat.FRAME_HEADER_BYTES + segment.getInt(at + JournalFormat.FRAME_LENGTH);
        }
        return last;
    }
}
