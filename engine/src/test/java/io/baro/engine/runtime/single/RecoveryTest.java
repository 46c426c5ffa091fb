package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.routing.Router;
import io.baro.engine.state.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state after a crash is the state before it. */
class RecoveryTest {
    private static final long SEED = 20_260_711;
    private static final int COMMANDS = 2_000;
    private static final int CRASHES = 60;

    private final List<RecordedDay.Command> day = new RecordedDay(SEED, COMMANDS).commands;
    private final KeptCommands journal = KeptCommands.of(day);

    @TempDir
    Path folder;

    private SnapshotFiles files;

    @BeforeEach
    void openFolder() throws IOException {
        files = new SnapshotFiles(folder);
    }

    @Test
    void withoutASnapshotTheJournalIsReadFromItsBeginning() throws IOException {
        Recovery.Recovered recovered = recover();
        assertEquals(-1, recovered.snapshotSequence());
        assertEquals(day.size(), recovered.commands());
        assertIsStateAfter(day.size() - 1, recovered);
    }

    @Test
    void nothingKeptIsAnEmptyRouterThatBeginsWithTheFirstCommand() throws IOException {
        Recovery.Recovered recovered = new Recovery(RecordedDay.LIMITS, files, new KeptCommands()).run();
        assertEquals(0, recovered.nextSequence());
        assertEquals(
                new Router(RecordedDay.LIMITS).stateHash(), recovered.router().stateHash());
    }

    @Test
    void theNewestSnapshotAndTheTailAfterItAreTheStateAtAnyCrash() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < CRASHES; i++) {
            int crash = 1 + random.nextInt(day.size() - 1);
            int snapshot = random.nextInt(crash + 1);
            KeptCommands kept = KeptCommands.of(day.subList(0, crash + 1));
            kept.forgetBefore(snapshot + 1L);
            Path place = folder.resolve("crash" + i);
            SnapshotFiles there = new SnapshotFiles(place);
            write(there, snapshot);
            Recovery.Recovered recovered = new Recovery(RecordedDay.LIMITS, there, kept).run();
            assertEquals(snapshot, recovered.snapshotSequence(), "crash " + i);
            assertEquals(crash - snapshot, recovered.commands(), "crash " + i);
            assertIsStateAfter(crash, recovered);
        }
    }

    @Test
    void aDamagedSnapshotIsSkippedForTheOneBefore() throws IOException {
        write(files, 500);
        write(files, 900);
        damage(files.newestFirst().get(0).file());
        Recovery.Recovered recovered = recover();
        assertEquals(500, recovered.snapshotSequence());
        assertIsStateAfter(day.size() - 1, recovered);
        damage(files.newestFirst().get(1).file());
        assertEquals(-1, recover().snapshotSequence());
        assertIsStateAfter(day.size() - 1, recover());
    }

    @Test
    void aSnapshotThatBearsAnotherNameIsSkipped() throws IOException {
        write(files, 500);
        Path file = files.newestFirst().get(0).file();
        Files.move(file, file.resolveSibling("0000000000000000700.snapshot"));
        Recovery.Recovered recovered = recover();
        assertEquals(-1, recovered.snapshotSequence());
        assertIsStateAfter(day.size() - 1, recovered);
    }

    @Test
    void aRouterOfOtherSizesReadsTheJournalInstead() throws IOException {
        write(files, 500);
        Limits own = RecordedDay.LIMITS;
        Limits more =
                new Limits(own.calls() + 1, own.agents(), own.queues(), own.pbxs(), own.callers(), own.reservations());
        Recovery.Recovered recovered = new Recovery(more, files, journal).run();
        assertEquals(-1, recovered.snapshotSequence());
        assertEquals(day.size(), recovered.nextSequence());
    }

    @Test
    void aJournalThatBeginsTooLateIsRefused() throws IOException {
        write(files, 500);
        damage(files.newestFirst().get(0).file());
        journal.forgetBefore(400);
        assertEquals(
                "recovery needs command 0 next, the journal goes on with 400; put the journal and the snapshots that"
                        + " belong together into place, or begin with empty directories",
                assertThrows(RecoveryException.class, this::recover).getMessage());
    }

    @Test
    void aJournalThatEndsBeforeTheSnapshotIsRefused() throws IOException {
        write(files, 500);
        journal.loseAfter(450);
        String said = assertThrows(RecoveryException.class, this::recover).getMessage();
        assertTrue(said.startsWith("recovery needs command 501 next, the journal goes on with 451;"), said);
    }

    private Recovery.Recovered recover() throws IOException {
        return new Recovery(RecordedDay.LIMITS, files, journal).run();
    }

    private void write(SnapshotFiles into, int position) throws IOException {
        StateWriter state = new StateWriter();
        after(position).snapshot(position, state);
        into.write(state.buffer(), state.length());
        into.publish(position);
    }

    private void assertIsStateAfter(int last, Recovery.Recovered recovered) {
        assertEquals(last + 1, recovered.nextSequence());
        assertEquals(after(last).stateHash(), recovered.router().stateHash(), "after command " + last);
    }

    private Router after(int last) {
        Router router = new Router(RecordedDay.LIMITS);
        for (RecordedDay.Command command : day.subList(0, last + 1)) {
            router.apply(command.timeMillis(), command.bytes(), 0, (time, buffer, offset, length) -> {});
        }
        return router;
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
