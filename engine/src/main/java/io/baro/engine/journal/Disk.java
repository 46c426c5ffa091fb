package io.baro.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** How a journal comes to its files: a seam, so that tests may have a disk that fails. Runs on: journal thread. */
interface Disk {
    /** The journal holds sealed numbers and who called when: nobody else reads it. */
    FileAttribute<Set<PosixFilePermission>> FILE_RIGHTS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    FileAttribute<Set<PosixFilePermission>> DIRECTORY_RIGHTS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Makes that file, empty, whatever it held before. */
    FileChannel create(Path file) throws IOException;

    /** Makes the names in that directory durable. */
    void forceNames(Path directory) throws IOException;

    /** The one that the machine has. */
    static Disk ofMachine() {
        return new Disk() {
            @Override
            public FileChannel create(Path file) throws IOException {
                return FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE),
                        FILE_RIGHTS);
            }

            @Override
            public void forceNames(Path directory) throws IOException {
                try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        };
    }
}
