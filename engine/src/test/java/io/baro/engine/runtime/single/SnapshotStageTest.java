package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running node takes snapshots from which it can be made again. */
class SnapshotStageTest {
    private static final long SEED = 20_260_712;
    private static final int COMMANDS = 3_000;
    private static final int EVERY = 200;
    private static final long HANG_SECONDS = 120;

    private final RecordedDay day = new RecordedDay(SEED, COMMANDS);
    private final KeptCommands journal = new KeptCommands();
    private final List<Throwable> bugs = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    @TempDir
    Path folder;

    @Test
    void aNodeThatWasStoppedIsRecoveredFromItsLastSnapshotAlone() throws IOException {
        SnapshotFiles files = new SnapshotFiles(folder);
        Router router = new Router(RecordedDay.LIMITS);
        SingleNodeRuntime node = start(files, router);
        offer(node, day.commands.subList(0, COMMANDS / 2));
        await(() -> node.snapshots().published() > 0);
        offer(node, day.commands.subList(COMMANDS / 2, day.commands.size()));
        node.close();
        Recovery.Recovered recovered = new Recovery(RecordedDay.LIMITS, files, journal).run();
        assertEquals(journal.durableSequence(), recovered.snapshotSequence());
        assertEquals(0, recovered.commands());
        assertEquals(day.stateHash, recovered.router().stateHash(), "seed " + SEED);
        assertEquals(router.stateHash(), recovered.router().stateHash(), "seed " + SEED);
        assertTrue(node.snapshots().published() > 1, "the last one is another");
        assertTrue(node.snapshots().pauseNanos() > 0 && node.snapshots().bytes() > 0);
        assertEquals(List.of(), bugs);
    }

    @Test
    void aNodeBeginsWithASnapshotOfWhatWasRecovered() throws IOException {
        SnapshotFiles files = new SnapshotFiles(folder);
        KeptCommands earlier = KeptCommands.of(day.commands);
        Router recovered =
                new Recovery(RecordedDay.LIMITS, files, earlier).run().router();
        SingleNodeRuntime node = new SingleNodeRuntime(
                RuntimeSettings.standard(),
                recovered,
                earlier,
                SnapshotSettings.standard(files),
                clock::get,
                new Unheard(),
                bugs::add);
        await(() -> node.snapshots().published() == 1);
        assertEquals(day.commands.size() - 1, files.newestFirst().getFirst().sequence());
        node.close();
    }

    @Test
    void aSnapshotCountsOnlyWhenTheJournalIsAsFar() throws IOException {
        SnapshotFiles files = new SnapshotFiles(folder);
        journal.durableUpTo(100);
        SingleNodeRuntime node = start(files, new Router(RecordedDay.LIMITS));
        offer(node, day.commands.subList(0, 2 * EVERY));
        await(() -> Files.exists(folder.resolve("draft.snapshot")));
        assertEquals(List.of(), files.newestFirst());
        journal.durableUpTo(Long.MAX_VALUE);
        await(() -> node.snapshots().published() > 0);
        assertTrue(files.newestFirst().getFirst().sequence() >= EVERY - 1);
        node.close();
    }

    @Test
    void aDiskThatFailsCostsTheSnapshotAndNoCommand() throws IOException {
        SnapshotFiles files = new SnapshotFiles(folder.resolve("gone"));
        Files.delete(folder.resolve("gone"));
        Router router = new Router(RecordedDay.LIMITS);
        SingleNodeRuntime node = start(files, router);
        offer(node, day.commands);
        node.close();
        assertTrue(node.snapshots().failed() > 0);
        assertEquals(0, node.snapshots().published());
        assertEquals(day.stateHash, router.stateHash());
        assertEquals(List.of(), bugs);
    }

    @Test
    void aSnapshotIsDueByTimeToo() throws IOException {
        SnapshotFiles files = new SnapshotFiles(folder);
        SingleNodeRuntime node = new SingleNodeRuntime(
                RuntimeSettings.standard(),
                new Router(RecordedDay.LIMITS),
                journal,
                new SnapshotSettings(files, Long.MAX_VALUE, 60_000),
                clock::get,
                new Unheard(),
                bugs::add);
        for (RecordedDay.Command command : day.commands.subList(0, EVERY)) {
            offer(node, List.of(command));
            await(() -> node.depth() == 0);
        }
        await(() -> node.snapshots().published() > 0);
        node.close();
    }

    private SingleNodeRuntime start(SnapshotFiles files, Router router) {
        return new SingleNodeRuntime(
                RuntimeSettings.standard(),
                router,
                journal,
                new SnapshotSettings(files, EVERY, Long.MAX_VALUE / 2),
                clock::get,
                new Unheard(),
                bugs::add);
    }

    private void offer(SingleNodeRuntime node, List<RecordedDay.Command> commands) {
        for (RecordedDay.Command command : commands) {
            clock.set(command.timeMillis());
            int length = command.bytes().capacity();
            await(() -> node.offer(command.bytes(), 0, length, 0) == Ingress.Offer.ACCEPTED);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it did not come about");
            Thread.onSpinWait();
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
