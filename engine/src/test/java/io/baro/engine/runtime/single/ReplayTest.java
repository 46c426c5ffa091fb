package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.Journal;
import io.baro.engine.journal.JournalException;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.MemoryJournal;
import io.baro.engine.journal.SlowForces;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commands give the same decisions and the same state: through the bare router, the ring, and a journal. */
class ReplayTest {
    private static final long SEED = 20_261_122;
    private static final int COMMANDS = 20_000;
    private static final int FEW_DECISIONS = 5_000;

    /** Long enough that many decisions come before each force has ended. */
    private static final int SLOW_FORCE_MILLIS = 20;

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

    @Test
    void ringWithASlowDiskDecidesAsTheBareRouter(@TempDir Path folder) throws JournalException {
        RecordedDay day = new RecordedDay(SEED, COMMANDS);
        throughTheRing(day, SlowForces.open(folder.resolve("journal"), SLOW_FORCE_MILLIS), true);
    }

    /** Promises and callbacks wait for the disk: with a file they come after later decisions, or never, and only their set is compared. */
    private static void throughTheRing(RecordedDay day, Journal journal, boolean someWaitForDisk) {
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
        if (someWaitForDisk) {
            Set<String> waiting = waitingForDisk(day.decisions);
            assertTrue(ofTemplate(ConfirmReservationDecoder.TEMPLATE_ID, day.decisions)
                    .findAny()
                    .isPresent());
            assertTrue(ofTemplate(DialCallbackDecoder.TEMPLATE_ID, day.decisions)
                    .findAny()
                    .isPresent());
            assertTrue(waiting.containsAll(waitingForDisk(decisions)), "seed " + SEED);
            decisions.removeAll(waiting);
            List<String> expected = new ArrayList<>(day.decisions);
            expected.removeAll(waiting);
            assertIterableEquals(expected, decisions, "seed " + SEED);
            assertEquals(day.stateHash, router.stateHash(), "seed " + SEED);
        } else {
            assertSame(day, decisions, router);
        }
    }

    private static Ingress.Offer offer(Ingress ingress, RecordedDay.Command command) {
        return ingress.offer(command.bytes(), 0, command.bytes().capacity(), 0);
    }

    private static void assertSame(RecordedDay day, List<String> decisions, Router router) {
        assertIterableEquals(day.decisions, decisions, "seed " + SEED);
        assertEquals(day.stateHash, router.stateHash(), "seed " + SEED);
    }

    private static Set<String> waitingForDisk(List<String> decisions) {
        return Stream.concat(
                        ofTemplate(ConfirmReservationDecoder.TEMPLATE_ID, decisions),
                        ofTemplate(DialCallbackDecoder.TEMPLATE_ID, decisions))
                .collect(Collectors.toSet());
    }

    /** The template is the second field of the message header: two bytes, little endian. */
    private static Stream<String> ofTemplate(int template, List<String> decisions) {
        Pattern text = Pattern.compile("\\d+:\\w+ \\w+ %x %x .*".formatted(template & 0xFF, template >> 8));
        return decisions.stream().filter(text.asMatchPredicate());
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
