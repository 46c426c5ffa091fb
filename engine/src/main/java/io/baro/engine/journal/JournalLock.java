package io.baro.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The right to write a journal: one Baro at a time has it, and loses it when its process ends, however. Runs on: main thread. */
final class JournalLock implements AutoCloseable {
    private static final String NAME = "lock";

    private final FileChannel channel;

    private JournalLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the directory if it is not there, and takes its lock. */
    static JournalLock take(Path directory) throws JournalException {
        try {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory, Disk.DIRECTORY_RIGHTS);
            }
            FileChannel channel = FileChannel.open(
                    directory.resolve(NAME),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    Disk.FILE_RIGHTS);
            if (!isLocked(channel)) {
                channel.close();
                throw new JournalException(
                        JournalException.Kind.IN_USE,
                        directory
                                + ": another Baro writes this journal; stop that one, or give this one a state_dir of its own");
            }
            return new JournalLock(channel);
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw FileJournal.cannotWrite(directory, e);
        }
    }

    /** Whether somebody holds the lock of that directory. */
    static boolean isTaken(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isLocked(channel);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }
}
