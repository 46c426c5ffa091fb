package io.baro.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;

/**
 * The snapshots of one directory, each a file named by the sequence of the last command it holds: there whole or not at all, readable by
 * their owner alone, the last {@value #KEPT} kept. Knows nothing of their contents. One thread at a time writes; any may ask
 * what is needed.
 */
public final class SnapshotFiles {
    /** The one before the newest is there for the day when the newest cannot be read. */
    public static final int KEPT = 2;

    private static final Pattern NAME = Pattern.compile("\\d{19}\\.snapshot");
    private static final int SEQUENCE_DIGITS = 19;
    private static final String DRAFT = "draft.snapshot";
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path directory;
    private volatile long lowestNeeded;

    /**
     * One file.
     *
     * @param sequence of the last command whose effects it holds
     */
    public record Kept(Path file, long sequence) {}

    /** The snapshots of a directory, made if it is not there. What was never finished is removed. */
    public SnapshotFiles(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve(DRAFT));
        settle();
    }

    /** All there are, the newest first. */
    public List<Kept> newestFirst() throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .forEach(file -> kept.add(new Kept(file, sequenceOf(file))));
        }
        kept.sort(Comparator.comparingLong(Kept::sequence).reversed());
        return kept;
    }

    /**
     * The first command that recovery may still ask the journal for: the one after the older of the kept snapshots, so that the
     * newest may turn out unreadable. 0 as long as there is but one. From any thread.
     */
    public long lowestNeeded() {
        return lowestNeeded;
    }

    /** Writes a draft and waits until the device has it; it counts after {@link #publish}. */
    public void write(DirectBuffer bytes, int length) throws IOException {
        Path draft = directory.resolve(DRAFT);
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer chunk = ByteBuffer.allocateDirect(Math.min(CHUNK_BYTES, length));
            for (int from = 0; from < length; from += CHUNK_BYTES) {
                int size = Math.min(CHUNK_BYTES, length - from);
                bytes.getBytes(from, chunk.clear(), size);
                chunk.flip();
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
            }
            channel.force(true);
        }
    }

    /** Makes the draft the newest snapshot, and removes those that are not needed any more. */
    public void publish(long sequence) throws IOException {
        Path file = directory.resolve(("%0" + SEQUENCE_DIGITS + "d.snapshot").formatted(sequence));
        Files.move(directory.resolve(DRAFT), file, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
        settle();
    }

    /** Removes a draft that will not be published. */
    public void discard() throws IOException {
        Files.deleteIfExists(directory.resolve(DRAFT));
    }

    private void settle() throws IOException {
        List<Kept> kept = newestFirst();
        for (int i = KEPT; i < kept.size(); i++) {
            Files.delete(kept.get(i).file());
        }
        lowestNeeded = kept.size() < KEPT ? 0 : kept.get(KEPT - 1).sequence() + 1;
    }

    private void forceDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static long sequenceOf(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, SEQUENCE_DIGITS));
    }
}
