package io.baro.acd.app;

import io.baro.acd.config.IdRegister;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a state aside that stands for other queues, and keeps a note of it in state_dir until its promises are durable elsewhere: so a death at
 * any instant neither loses nor doubles them. Never reads a state. Main thread.
 */
final class PutAside {
    /** In state_dir: the directories whose promises are still to be taken over, the oldest first. */
    static final String NOTE = "carry-over";

    private static final String DRAFT = NOTE + ".new";

    /** In the order in which they move: who has the last one is whole. */
    private static final List<String> PARTS = List.of(KeptState.JOURNAL, KeptState.SNAPSHOTS, IdRegister.NAME);

    private final Path stateDir;

    PutAside(Path stateDir) {
        this.stateDir = stateDir;
    }

    /** Whether a death came between the note and the last move. */
    boolean isCutShort() throws IOException {
        List<Path> noted = noted();
        return !noted.isEmpty() && !Files.exists(noted.getLast().resolve(PARTS.getLast()));
    }

    /** Moves what is there, or what a death left of it, and says where. */
    Path move() throws IOException {
        List<Path> noted = noted();
        if (!isCutShort()) {
            noted.add(Files.createTempDirectory(stateDir, "before-"));
            note(noted);
        }
        Path aside = noted.getLast();
        for (String part : PARTS) {
            if (Files.exists(stateDir.resolve(part)) && !Files.exists(aside.resolve(part))) {
                Files.move(stateDir.resolve(part), aside.resolve(part));
            }
        }
        if (!Files.exists(aside.resolve(IdRegister.NAME))) {
            Files.createFile(aside.resolve(IdRegister.NAME));
        }
        return aside;
    }

    /** What is to be taken over, the oldest first. */
    List<Path> noted() throws IOException {
        List<Path> noted = new ArrayList<>();
        if (Files.exists(stateDir.resolve(NOTE))) {
            for (String line : Files.readAllLines(stateDir.resolve(NOTE), StandardCharsets.UTF_8)) {
                noted.add(stateDir.resolve(line));
            }
        }
        return noted;
    }

    /** All of it is taken over. */
    void done() throws IOException {
        Files.deleteIfExists(stateDir.resolve(NOTE));
        force(stateDir);
    }

    private void note(List<Path> asides) throws IOException {
        Path draft = stateDir.resolve(DRAFT);
        Files.write(
                draft,
                asides.stream().map(aside -> aside.getFileName().toString()).toList(),
                StandardCharsets.UTF_8);
        force(draft);
        Files.move(draft, stateDir.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE);
        force(stateDir);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
