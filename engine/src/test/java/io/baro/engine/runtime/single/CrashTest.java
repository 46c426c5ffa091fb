package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real journal and real snapshots hold at any instant is the state, on whatever a crash would leave of them. */
class CrashTest {
    private static final long SEED = 20_260_713;
    private static final int COMMANDS = 6_000;
    private static final int COMMANDS_BETWEEN = 300;
    private static final int SNAPSHOT_EVERY = 400;
    private static final long SEGMENT_BYTES = 32 * 1_024;
    private static final long BACKLOG_BYTES = 1 << 20;
    private static final long HANG_SECONDS = 120;

    private final RecordedDay day = new RecordedDay(SEED, COMMANDS);
    private final Router router = new Router(RecordedDay.LIMITS);
    private final AtomicLong clock = new AtomicLong();
    private final List<Throwable> bugs = new ArrayList<>();

    @TempDir
    Path folder;

    private Path journalFolder;
    private Path snapshotFolder;
    private SnapshotFiles files;

    @BeforeEach
    void makeFolders() throws IOException {
        journalFolder = folder.resolve("journal");
        snapshotFolder = folder.resolve("snapshots");
        files = new SnapshotFiles(snapshotFolder);
    }

    @Test
    void whatIsOnDiskAtAnyInstantIsTheStateOfAllItsCommands() throws IOException {
        int fromSnapshots = 0;
        SingleNodeRuntime node = start(Long.MAX_VALUE);
        for (int i = 0; i < day.commands.size(); i++) {
            offer(node, day.commands.get(i));
            if (i % COMMANDS_BETWEEN == COMMANDS_BETWEEN - 1) {
                Path crash = folder.resolve("crash" + i);
                copy(snapshotFolder, crash.resolve("snapshots"));
                copy(journalFolder, crash.resolve("journal"));
                fromSnapshots += assertRecovers(crash) ? 1 : 0;
            }
        }
        node.close();
        assertEquals(List.of(), bugs);
        assertTrue(fromSnapshots > 1, "no crash came after a snapshot");
    }

    @Test
    void whatTheJournalMayDeleteIsNotMissed() throws IOException {
        SingleNodeRuntime node = start(0);
        for (int i = 0; i < day.commands.size(); i++) {
            offer(node, day.commands.get(i));
            if (i % SNAPSHOT_EVERY == 0) {
                // One may still be on its way; the next segments may go by those before it.
                awaitSnapshots(node, i / SNAPSHOT_EVERY - 1);
            }
        }
        node.close();
        JournalReader journal = JournalReader.open(journalFolder);
        assertTrue(journal.firstSequence() > 0, "nothing was deleted");
        Files.delete(files.newestFirst().getFirst().file());
        Recovery.Recovered recovered = new Recovery(RecordedDay.LIMITS, files, journal::read).run();
        assertTrue(recovered.commands() > 0, "the older snapshot needs its tail");
        assertEquals(router.stateHash(), recovered.router().stateHash(), "seed " + SEED);
    }

    /** Whether it began with a snapshot. */
    private static boolean assertRecovers(Path crash) throws IOException {
        JournalReader journal = JournalReader.open(crash.resolve("journal"));
        Router whole = new Router(RecordedDay.LIMITS);
        long next = journal.read(
                0,
                (sequence, timeMillis, buffer, offset, length) ->
                        whole.apply(timeMillis, buffer, offset, (time, decision, at, size) -> {}));
        SnapshotFiles kept = new SnapshotFiles(crash.resolve("snapshots"));
        Recovery.Recovered recovered = new Recovery(RecordedDay.LIMITS, kept, journal::read).run();
        assertEquals(next, recovered.nextSequence(), crash + ", seed " + SEED);
        assertEquals(whole.stateHash(), recovered.router().stateHash(), crash + ", seed " + SEED);
        return recovered.snapshotSequence() >= 0;
    }

    private SingleNodeRuntime start(long keepBytes) throws IOException {
        FileJournal journal = FileJournal.open(
                journalFolder,
                new JournalSettings(SEGMENT_BYTES, Long.MAX_VALUE, keepBytes, BACKLOG_BYTES),
                files::lowestNeeded);
        return new SingleNodeRuntime(
                RuntimeSettings.standard(),
                router,
                journal,
                new SnapshotSettings(files, SNAPSHOT_EVERY, Long.MAX_VALUE / 2),
                clock::get,
                new Unheard(),
                bugs::add);
    }

    private void offer(SingleNodeRuntime node, RecordedDay.Command command) {
        clock.set(command.timeMillis());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
        int length = command.bytes().capacity();
        while (node.offer(command.bytes(), 0, length, 0) != Ingress.Offer.ACCEPTED) {
            assertTrue(System.nanoTime() < deadline, "the ring stays full");
            Thread.onSpinWait();
        }
    }

    private static void awaitSnapshots(SingleNodeRuntime node, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
        while (node.snapshots().published() < count) {
            assertTrue(System.nanoTime() < deadline, "no snapshot");
            Thread.onSpinWait();
        }
    }

    /** As a crash at this instant: what a file holds is copied while it is written, and what goes meanwhile is gone. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> found;
        try (var all = Files.list(from)) {
            found = all.sorted().toList();
        }
        for (Path file : found) {
            try {
                Files.copy(file, to.resolve(file.getFileName()));
            } catch (NoSuchFileException gone) {
                Files.deleteIfExists(to.resolve(file.getFileName()));
            }
        }
    }

    private static final class Unheard implements DecisionListener {
        @Override
        public void onDecision(
                long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {}

        @Override
        public void onBatchEnd() {}
    }
}
