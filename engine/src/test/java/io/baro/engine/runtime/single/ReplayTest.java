package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.Journal;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.MemoryJournal;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commands give the same decisions and the same state: through the bare router, the ring, and a journal. */
class ReplayTest {
    private static final long SEED = 20_261_122;
    private static final int COMMANDS = 20_000;
    private static final int FEW_DECISIONS = 5_000;

    @Test
    void bareRouterDecidesTheSameTwice() {
        RecordedDay day = new RecordedDay(SEED, COMMANDS);
        assertTrue(day.decisions.size() > FEW_DECISIONS, "too quiet a day: " + day.decisions.size());
        Router router = new Router(RecordedDay.LIMITS);
        List<String> decisions = new ArrayList<>();
        for (RecordedDay.Command command : day.commands) {
            router.apply(
                    command.timeMillis(),
                    command.bytes(),
                    0,
                    (time, buffer, offset, length) -> decisions.add(RecordedDay.textOf(time, buffer, offset, length)));
        }
        assertSame(day, decisions, router);
    }

    @Test
    void recordedDayKeepsTheAccountingIdentity() {
        RecordedDay day = new RecordedDay(SEED + 1, COMMANDS);
        Router router = new Router(RecordedDay.LIMITS);
        for (RecordedDay.Command command : day.commands) {
            router.apply(command.timeMillis(), command.bytes(), 0, (time, buffer, offset, length) -> {});
            assertTrue(router.center().accounting(0).identityHolds(), "seed " + (SEED + 1));
            assertTrue(router.center().accounting(1).identityHolds(), "seed " + (SEED + 1));
        }
    }

    @Test
    void ringWithAMemoryJournalDecidesAsTheBareRouter() {
        RecordedDay day = new RecordedDay(SEED, COMMANDS);
        throughTheRing(day, new MemoryJournal(1_024, Ingress.MAX_COMMAND_BYTES), false);
    }

    @Test
    void ringWithAFileJournalDecidesAsTheBareRouterAndItsReplayGivesTheSameState(@TempDir Path folder)
            throws IOException {
        RecordedDay day = new RecordedDay(SEED, COMMANDS);
        Path file = folder.resolve("journal");
        throughTheRing(day, FileJournal.open(file, JournalSettings.standard(), () -> 0), true);

        Router replayed = new Router(RecordedDay.LIMITS);
        JournalReader.open(file)
                .read(
                        0,
                        (sequence, time, buffer, offset, length) ->
                                replayed.apply(time, buffer, offset, (decided, decision, start, size) -> {}));
        assertEquals(day.stateHash, replayed.stateHash(), "seed " + SEED);
    }

    /** A confirmation waits for the disk, so with a file it may come after later decisions: then only the set is compared. */
    private static void throughTheRing(RecordedDay day, Journal journal, boolean confirmationsMayComeLater) {
        Router router = new Router(RecordedDay.LIMITS);
        AtomicLong clock = new AtomicLong();
        List<String> decisions = new ArrayList<>();
        List<Throwable> bugs = new ArrayList<>();
        SingleNodeRuntime runtime = new SingleNodeRuntime(
                RuntimeSettings.standard(), router, journal, clock::get, collector(decisions), bugs::add);
        for (RecordedDay.Command command : day.commands) {
            clock.set(command.timeMillis());
            while (offer(runtime, command) == Ingress.Offer.BACK_PRESSURED) {
                Thread.onSpinWait();
            }
        }
        runtime.close();
        assertEquals(List.of(), bugs);
        if (confirmationsMayComeLater) {
            Set<String> confirmed = confirmations(day.decisions);
            assertFalse(confirmed.isEmpty(), "a day without reservations");
            assertTrue(confirmed.containsAll(confirmations(decisions)));
            decisions.removeAll(confirmed);
            List<String> expected = new ArrayList<>(day.decisions);
            expected.removeAll(confirmed);
            assertEquals(expected, decisions, "seed " + SEED);
            assertEquals(day.stateHash, router.stateHash(), "seed " + SEED);
        } else {
            assertSame(day, decisions, router);
        }
    }

    private static Ingress.Offer offer(Ingress ingress, RecordedDay.Command command) {
        return ingress.offer(command.bytes(), 0, command.bytes().capacity(), 0);
    }

    private static void assertSame(RecordedDay day, List<String> decisions, Router router) {
        assertEquals(day.decisions, decisions, "seed " + SEED);
        assertEquals(day.stateHash, router.stateHash(), "seed " + SEED);
    }

    /** ConfirmReservation: block length 20, template 105, little endian. */
    private static Set<String> confirmations(List<String> decisions) {
        Set<String> found = new HashSet<>(decisions);
        found.removeIf(text -> !text.contains(":14 0 69 0 "));
        return found;
    }

    private static DecisionListener collector(List<String> decisions) {
        return new DecisionListener() {
            @Override
            public void onDecision(
                    long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
                decisions.add(RecordedDay.textOf(timeMillis, buffer, offset, length));
            }

            @Override
            public void onBatchEnd() {}
        };
    }
}
