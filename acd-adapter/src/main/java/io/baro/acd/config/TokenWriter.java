package io.baro.acd.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes {@code tokens.csv} a line at a time: the other lines and comments stay as they are. Written beside and moved into place, for
 * its owner alone; a file that is there keeps its owner. Two changes at the same moment are not held apart. Never sees a token. Runs on:
 * main thread of a command.
 */
public final class TokenWriter {
    private final Path path;

    public TokenWriter(Path dir) {
        path = dir.resolve(TokenFile.NAME);
    }

    /** Adds a line, to a new file if there is none. */
    public void add(TokenPlan token) throws IOException {
        List<String> lines = new ArrayList<>(Files.exists(path) ? Files.readAllLines(path) : List.of());
        if (lines.stream().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
            lines.add(TokenFile.HEADING);
        }
        lines.add(String.join(",", token.name(), token.role().word(), token.agent(), token.sha256()));
        write(lines);
    }

    /** Takes the line of that name out. */
    public void remove(String name) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        // A token may be called "name", as the heading begins.
        lines.removeIf(
                line -> line.strip().startsWith(name + ",") && !line.strip().equals(TokenFile.HEADING));
        write(lines);
    }

    /** The user that the file belongs to, and who alone reads it. */
    public String owner() throws IOException {
        return Files.getOwner(path).getName();
    }

    private void write(List<String> lines) throws IOException {
        Path fresh = Files.createTempFile(
                path.toAbsolutePath().getParent(),
                TokenFile.NAME,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(fresh, lines);
            if (Files.exists(path)) {
                takeOwner(fresh);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Root may change the file of the user that Baro runs as; nobody may take it away from him. */
    private void takeOwner(Path fresh) throws IOException {
        PosixFileAttributes old = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(old.owner())) {
            view.setOwner(old.owner());
        }
        if (!now.group().equals(old.group())) {
            view.setGroup(old.group());
        }
    }
}
