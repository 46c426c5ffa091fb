package io.baro.acd.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every write that was asked for, one JSON line each: when, who, from where, what, and what came of it. Never holds a body, so no telephone
 * number. Kept for the operator to rotate: it is opened for each line. Any thread.
 */
final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    static final String NAME = "audit.log";

    private final Path file;

    AuditLog(Path stateDir) {
        file = stateDir.resolve(NAME);
    }

    /** One line; its fields are those of the file. */
    record Entry(Instant time, String name, String role, String from, String method, String path, int status) {}

    /** What was asked is done or refused by now: a line that cannot be written is said in the log and stops nothing. */
    synchronized void add(Entry entry) {
        ByteBuffer line = ByteBuffer.wrap((Json.text(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            Files.createDirectories(file.getParent());
            Set<StandardOpenOption> options =
                    EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            try (FileChannel out = FileChannel.open(
                    file,
                    options,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                while (line.hasRemaining()) {
                    out.write(line);
                }
            }
        } catch (IOException e) {
            LOG.error(
                    "audit: {} {} by {} is not written down: {}", entry.method, entry.path, entry.name, e.getMessage());
        }
    }
}
