package io.baro.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows a journal sees each durable command once, in order, and never one that is not durable. */
class JournalFollowerTest {
    private static final JournalSettings SMALL = new JournalSettings(4_096, 0, 0, 1 << 20);
    private static final long NOBODY_NEEDS = Long.MAX_VALUE;

    @TempDir
    Path folder;

    private final Commands commands = new Commands();
    private final List<Commands.Command> read = new ArrayList<>();

    @Test
    void seesEachCommandAsItBecomesDurable() throws IOException {
        try (FileJournal journal = open(SMALL, 0);
                JournalFollower follower = new JournalFollower(folder, 0)) {
            for (int group = 0; group < 400; group++) {
                commands.append(journal, 3);
                assertEquals(0, follower.read(journal.durableSequence(), 100, Commands.collector(read)));
                journal.flush();
                assertEquals(3, follower.read(journal.durableSequence(), 100, Commands.collector(read)));
            }
        }
        assertEquals(commands.given, read, "seed " + Commands.SEED);
        assertTrue(JournalReader.open(folder).segments() > 10);
    }

    @Test
    void beginsAtAnyCommandAndTakesAsManyAsItIsAskedTo() throws IOException {
        try (FileJournal journal = open(SMALL, 0)) {
            commands.appendInGroups(journal, 200, 7);
        }
        for (int from = 0; from < 200; from += 3) {
            read.clear();
            try (JournalFollower follower = new JournalFollower(folder, from)) {
                while (follower.read(199, 11, Commands.collector(read)) > 0) {
                    assertTrue(read.size() % 11 == 0 || follower.nextSequence() == 200);
                }
            }
            assertEquals(commands.given.subList(from, 200), read, "from " + from + ", seed " + Commands.SEED);
        }
    }

    @Test
    void goesOnOverRestartsOfTheWriter() throws IOException {
        try (JournalFollower follower = new JournalFollower(folder, 0)) {
            for (int life = 0; life < 5; life++) {
                try (FileJournal journal = open(JournalSettings.standard(), 0)) {
                    commands.appendInGroups(journal, 40, 5);
                    follower.read(journal.durableSequence() - 3, 1_000, Commands.collector(read));
                }
            }
            follower.read(commands.given.size() - 1, 1_000, Commands.collector(read));
        }
        assertEquals(commands.given, read, "seed " + Commands.SEED);
    }

    @Test
    void saysThatACommandIsKeptNoMore() throws IOException {
        try (FileJournal journal = open(SMALL, NOBODY_NEEDS)) {
            commands.appendInGroups(journal, 2_000, 7);
        }
        JournalException refusal = assertThrows(
                JournalException.class, () -> new JournalFollower(folder, 0).read(1_999, 10, Commands.collector(read)));
        assertEquals(JournalException.Kind.FORGOTTEN, refusal.kind());
    }

    @Test
    void saysWhereADurableCommandIsDamaged() throws IOException {
        try (FileJournal journal = open(JournalSettings.standard(), 0)) {
            commands.appendInGroups(journal, 100, 10);
        }
        Path file = files().getLast();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        JournalException refusal = assertThrows(
                JournalException.class, () -> new JournalFollower(folder, 0).read(99, 1_000, Commands.collector(read)));
        assertEquals(JournalException.Kind.DAMAGED, refusal.kind());
        assertEquals(commands.given.subList(0, read.size()), read);
        assertTrue(refusal.getMessage().contains("damaged at command " + read.size()), refusal.getMessage());
    }

    @Test
    void whatStandsBehindTheCountedPartOfAFileIsNotHandedOver() throws IOException {
        try (FileJournal journal = open(JournalSettings.standard(), 0)) {
            commands.append(journal, 10);
        }
        byte[] leftBehind = Files.readAllBytes(files().getLast());
        Path first = files().getLast();
        try (FileJournal journal = open(JournalSettings.standard(), 0)) {
            commands.append(journal, 10);
        }
        // A whole frame of the next sequence that was never durable: the first of another life, behind this one's.
        Commands others = new Commands();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (FileJournal journal = FileJournal.open(elsewhere, JournalSettings.standard(), () -> 0)) {
            others.append(journal, 11);
        }
        byte[] foreign;
        try (Stream<Path> list = Files.list(elsewhere)) {
            foreign = Files.readAllBytes(list.filter(path -> path.toString().endsWith(".baro"))
                    .findFirst()
                    .orElseThrow());
        }
        byte[] tail = java.util.Arrays.copyOfRange(foreign, leftBehind.length, foreign.length);
        Files.write(first, tail, StandardOpenOption.APPEND);
        try (JournalFollower follower = new JournalFollower(folder, 0)) {
            follower.read(19, 1_000, Commands.collector(read));
        }
        assertEquals(commands.given, read, "seed " + Commands.SEED);
    }

    private FileJournal open(JournalSettings settings, long lowestNeeded) throws JournalException {
        return FileJournal.open(folder, settings, () -> lowestNeeded);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(path -> path.toString().endsWith(".baro"))
                    .sorted()
                    .toList();
        }
    }
}
