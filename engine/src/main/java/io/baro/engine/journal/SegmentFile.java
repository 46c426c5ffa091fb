package io.baro.engine.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One segment as a file: its name and its header. Immutable.
 *
 * @param header null when it is not whole
 */
record SegmentFile(Path path, SegmentHeader header) {
    private static final Pattern NAME = Pattern.compile("journal-(\\d{19})\\.baro");

    /** Where the segment that begins with that sequence lives; names sort as sequences do. */
    static Path pathOf(Path directory, long firstSequence) {
        return directory.resolve(String.format("journal-%019d.baro", firstSequence));
    }

    /** All segments of a directory, in the order of their sequences. */
    static List<SegmentFile> list(Path directory) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "journal-*.baro")) {
            entries.forEach(paths::add);
        }
        Collections.sort(paths);
        List<SegmentFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (NAME.matcher(path.getFileName().toString()).matches()) {
                files.add(new SegmentFile(path, readHeader(path)));
            }
        }
        return files;
    }

    /** The sequence that its name says. */
    long nameSequence() {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    /**
     * The first {@code most} bytes of the file, or all of it if it is shorter, into this buffer or a longer one. Read, not mapped: a
     * disk that cannot give them back is an error then and not the end of the process.
     */
    ByteBuffer read(ByteBuffer into, long most) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            long size = Math.min(most, channel.size());
            if (size > JournalSettings.MAX_SEGMENT_BYTES + JournalSettings.STEP_BYTES) {
                throw new JournalException(
                        JournalException.Kind.DAMAGED, path + ": " + size + " bytes are too many for a segment");
            }
            ByteBuffer bytes = into.capacity() >= size ? into : ByteBuffer.allocateDirect((int) size);
            bytes.clear().limit((int) size).order(ByteOrder.LITTLE_ENDIAN);
            readFully(channel, bytes);
            return bytes.flip();
        }
    }

    private static SegmentHeader readHeader(Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SegmentHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(path)) {
            readFully(channel, bytes);
        } catch (EOFException tooShort) {
            return null;
        }
        return SegmentHeader.isWhole(bytes.flip()) ? SegmentHeader.decode(bytes) : null;
    }

    private static void readFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, bytes.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }
}
