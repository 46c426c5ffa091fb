package io.baro.acd.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Tells one journal from another whose sequences are the same numbers: a random name in a file of its directory, which is moved and
 * backed up with it. Stateless.
 */
final class JournalToken {
    private static final String NAME = "records.id";

    private JournalToken() {}

    /** The name of that journal, given to it when it has none. */
    static String of(Path journal) throws IOException {
        Path file = journal.resolve(NAME);
        if (!Files.exists(file)) {
            make(journal, file);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    /** Beside and linked into place: there whole or not at all, and the first of two who do it at once counts. */
    private static void make(Path journal, Path file) throws IOException {
        Path fresh = Files.createTempFile(
                journal,
                NAME,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, UUID.randomUUID() + "\n", StandardCharsets.US_ASCII);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // His counts.
        }
        Files.delete(fresh);
    }
}
