package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.journal.Journal;
import io.baro.engine.journal.MemoryJournal;
import io.baro.engine.message.OfferStage;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SingleNodeRuntimeTest {
    private static final Limits LIMITS = new Limits(100, 16, 4, 1, 100, 100);
    private static final long START_MILLIS = 1_800_000_000_000L;
    private static final long DEADLINE_SECONDS = 120;
    private static final long WRAP_UP_MILLIS = 10_000;
    /** After it a reservation may be called. */
    private static final long CONFIRMATION_MILLIS = 15_000;

    private static final long TOO_LATE_MILLIS = 2_001;

    private final CommandWriter pen = new CommandWriter();
    private final AtomicLong clock = new AtomicLong(START_MILLIS);
    private final LinkedBlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();
    private final Outside outside = new Outside();
    private final Router router = new Router(LIMITS);
    private SingleNodeRuntime runtime;

    @AfterEach
    void stop() {
        runtime.close();
    }

    @Test
    void fullRingIsReportedAndNothingAcceptedIsLost() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger decided = new AtomicInteger();
        start(new RuntimeSettings(8, RuntimeSettings.RoutingThread.BLOCK, 1_000_000), memory(), listener(() -> {
            stuck.countDown();
            awaitLatch(release);
            decided.incrementAndGet();
        }));
        offer(pen.loggedIn(99));
        assertTrue(stuck.await(DEADLINE_SECONDS, TimeUnit.SECONDS));
        int accepted = 1;
        while (offer(pen.loggedIn(99)) == Ingress.Offer.ACCEPTED) {
            accepted++;
        }
        assertEquals(8, accepted);
        assertEquals(8, runtime.depth());
        assertEquals(Ingress.Offer.BACK_PRESSURED, offer(pen.loggedIn(99)));
        release.countDown();
        while (offer(pen.loggedIn(99)) == Ingress.Offer.BACK_PRESSURED) {
            Thread.onSpinWait();
        }
        runtime.close();
        assertEquals(accepted + 1, decided.get());
    }

    @Test
    void nothingIsTakenAfterClose() {
        start(RuntimeSettings.standard(), memory(), outside);
        assertEquals(Ingress.Offer.ACCEPTED, offer(pen.loggedIn(99)));
        runtime.close();
        assertEquals(Ingress.Offer.CLOSED, offer(pen.loggedIn(99)));
        assertEquals(1, outside.rest().size(), "what was taken before is routed");
        runtime.close();
    }

    @Test
    void whoBringsACommandRoutesItWhenThereIsNoThreadForIt() {
        List<Thread> heardBy = new ArrayList<>();
        start(
                RuntimeSettings.with(RuntimeSettings.RoutingThread.NONE),
                memory(),
                listener(() -> heardBy.add(Thread.currentThread())));
        offer(pen.loggedIn(99));
        assertEquals(List.of(Thread.currentThread()), heardBy);
    }

    @Test
    void everyWayOfWaitingRoutes() throws InterruptedException {
        for (RuntimeSettings.RoutingThread routing : RuntimeSettings.RoutingThread.values()) {
            Outside listener = new Outside();
            try (SingleNodeRuntime node = new SingleNodeRuntime(
                    new RuntimeSettings(64, routing, 5_000_000),
                    new Router(LIMITS),
                    memory(),
                    clock::get,
                    listener,
                    bugs::add)) {
                CommandWriter command = pen.loggedIn(99);
                node.offer(command.buffer(), 0, command.length(), 0);
                listener.until("CommandRefused reason=UNKNOWN_AGENT");
            }
        }
        start(RuntimeSettings.standard(), memory(), outside);
    }

    @Test
    void reservationIsConfirmedOnlyWhenDurableAndAnOfferAtOnce() throws InterruptedException {
        SlowDisk disk = new SlowDisk();
        start(RuntimeSettings.standard(), disk, outside);
        openTheCentre();
        offer(pen.callWaiting(call(1), 1, -1, 0, 0));
        offer(pen.callbackAccepted(call(1), 1));
        offer(pen.callWaiting(call(2), 2, -1, 0, 0));
        offer(pen.callbackAccepted(call(2), 2));
        offer(pen.loggedIn(1));
        offer(pen.callWaiting(call(3), 3, -1, 0, 0));
        List<String> before = outside.until("OfferCall");
        assertTrue(before.stream().noneMatch(text -> text.startsWith("ConfirmReservation")), before.toString());
        assertEquals(
                2,
                before.stream()
                        .filter(text -> text.contains("outcome=RESERVED"))
                        .count());

        // The centre opens with sequences 0 to 3; call 1 waits with 4 and accepts with 5, call 2 with 6 and 7.
        disk.makeDurable(5);
        List<String> first = outside.until("ConfirmReservation");
        assertTrue(first.getLast().contains("callId=" + call(1)), first.toString());
        disk.makeDurable(disk.appendedSequence());
        List<String> second = outside.until("ConfirmReservation");
        assertTrue(second.getLast().contains("callId=" + call(2)), second.toString());
        assertEquals(List.of(), outside.rest());
    }

    @Test
    void callbackThatTheDiskHeldTooLongIsNotDialledAndCounted() throws InterruptedException {
        SlowDisk disk = new SlowDisk();
        start(RuntimeSettings.standard(), disk, outside);
        openTheCentre();
        offer(pen.callWaiting(call(1), 1, -1, 0, 0));
        offer(pen.callbackAccepted(call(1), 1));
        offer(pen.loggedIn(1));
        clock.addAndGet(CONFIRMATION_MILLIS);
        outside.until("OfferCall");
        clock.addAndGet(TOO_LATE_MILLIS);
        offer(pen.callWaiting(call(2), 2, -1, 0, 0));
        offer(pen.callbackAccepted(call(2), 2));
        outside.until("CallClosed");
        disk.makeDurable(Long.MAX_VALUE);
        outside.until("ConfirmReservation");
        List<String> since = outside.until("ConfirmReservation");
        assertTrue(since.stream().noneMatch(text -> text.startsWith("DialCallback")), since.toString());
        assertEquals(1, runtime.forgone());
    }

    @Test
    void journalThatFailsPromisesNothingAndRoutesOn() throws InterruptedException {
        SlowDisk disk = new SlowDisk();
        start(RuntimeSettings.standard(), disk, outside);
        openTheCentre();
        offer(pen.callWaiting(call(1), 1, -1, 0, 0));
        disk.fail(true);
        await(() -> !router.isPromising());
        offer(pen.callbackAccepted(call(1), 1));
        List<String> refused = outside.until("RefuseReservation");
        assertTrue(refused.getLast().contains("reason=NOT_DURABLE"), refused.toString());
        offer(pen.loggedIn(1));
        assertTrue(outside.until("OfferCall").getLast().contains("callId=" + call(1)));

        disk.fail(false);
        await(router::isPromising);
        offer(pen.callWaiting(call(2), 2, -1, 0, 0));
        offer(pen.callbackAccepted(call(2), 2));
        outside.until("CallClosed");
        // The journal's thread may be behind: whatever it appends is durable from now on.
        disk.makeDurable(Long.MAX_VALUE);
        outside.until("ConfirmReservation");
    }

    @Test
    void forceThatTakesAsLongAsItLikesDelaysNoDecision() throws InterruptedException {
        SlowDisk disk = new SlowDisk();
        CountDownLatch released = disk.holdForces();
        try {
            start(RuntimeSettings.standard(), disk, outside);
            openTheCentre();
            disk.awaitHeldForce();
            offer(pen.loggedIn(1));
            offer(pen.callWaiting(call(1), 1, -1, 0, 0));
            assertTrue(outside.until("OfferCall").getLast().contains("callId=" + call(1)));
            assertEquals(-1, disk.durableSequence());
        } finally {
            released.countDown();
        }
    }

    @Test
    void commandsAreNumberedBehindTheJournalsLast() throws InterruptedException {
        SlowDisk disk = new SlowDisk();
        disk.makeDurable(41);
        start(RuntimeSettings.standard(), disk, outside);
        openTheCentre();
        offer(pen.callWaiting(call(1), 1, -1, 0, 0));
        offer(pen.callbackAccepted(call(1), 1));
        outside.until("CallClosed");
        await(() -> disk.appendedSequence() >= 42 + 5);
        // The centre opens with 42 to 45; the call waits with 46 and accepts with 47.
        disk.makeDurable(46);
        offer(pen.loggedIn(99));
        List<String> before = outside.until("CommandRefused");
        assertTrue(before.stream().noneMatch(text -> text.startsWith("ConfirmReservation")), before.toString());
        disk.makeDurable(47);
        outside.until("ConfirmReservation");
    }

    @Test
    void dueTimersFireWithoutAnyOtherCommand() throws InterruptedException {
        start(RuntimeSettings.standard(), memory(), outside);
        openTheCentre();
        offer(pen.loggedIn(1));
        talkUntilWrapUp();
        outside.until("AgentChanged agentId=1 state=WRAP_UP");
        clock.addAndGet(WRAP_UP_MILLIS);
        List<String> decisions = outside.until("OfferCall");
        assertTrue(decisions.getLast().contains("callId=" + call(2)), decisions.toString());
    }

    @Test
    void timersOfARecoveredRouterFireWithoutAnyCommand() throws InterruptedException {
        start(RuntimeSettings.standard(), memory(), outside);
        openTheCentre();
        offer(pen.loggedIn(1));
        talkUntilWrapUp();
        outside.until("AgentChanged agentId=1 state=WRAP_UP");
        runtime.close();

        clock.addAndGet(WRAP_UP_MILLIS);
        start(RuntimeSettings.standard(), memory(), outside);
        outside.until("OfferCall");
    }

    @Test
    void bugInRoutingReachesOnBugOnceAndStops() throws InterruptedException {
        AtomicInteger decided = new AtomicInteger();
        start(RuntimeSettings.standard(), memory(), listener(() -> {
            if (decided.incrementAndGet() == 2) {
                throw new IllegalStateException("a bug of ours");
            }
        }));
        for (int i = 0; i < 5; i++) {
            offer(pen.loggedIn(99));
        }
        Throwable bug = bugs.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertEquals("a bug of ours", bug.getMessage());
        assertEquals(Ingress.Offer.CLOSED, offer(pen.loggedIn(99)));
        runtime.close();
        assertEquals(2, decided.get());
        assertTrue(bugs.isEmpty());
    }

    @Test
    void commandTooLongForItsSlotIsNoCommandAndLeavesTheRingAsItWas() {
        start(RuntimeSettings.standard(), memory(), outside);
        offer(pen.loggedIn(99));
        UnsafeBuffer large = new UnsafeBuffer(new byte[1_024]);
        assertThrows(IllegalArgumentException.class, () -> runtime.offer(large, 0, Ingress.MAX_COMMAND_BYTES + 1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> runtime.offer(large, 1_000, 100, 0));
        offer(pen.loggedIn(99));
        runtime.close();
        List<String> decisions = outside.rest();
        assertEquals(2, decisions.size(), decisions.toString());
    }

    private void openTheCentre() {
        offer(pen.settings(20_000, 5_000, WRAP_UP_MILLIS, 15_000));
        offer(pen.queue(0, 0));
        offer(pen.agent(1, 0));
        offer(pen.resyncCompleted(0));
    }

    /** The agent talks with one caller while another waits, and wraps up. */
    private void talkUntilWrapUp() {
        long offer = OfferIds.of(1, 1);
        offer(pen.callWaiting(call(1), 1, -1, 0, 0));
        offer(pen.callWaiting(call(2), 2, -1, 0, 0));
        offer(pen.offerProgressed(offer, call(1), OfferStage.CONNECTED));
        offer(pen.offerProgressed(offer, call(1), OfferStage.LEG_ENDED));
    }

    private void start(RuntimeSettings settings, Journal journal, DecisionListener listener) {
        runtime = new SingleNodeRuntime(settings, router, journal, clock::get, listener, bugs::add);
    }

    private Ingress.Offer offer(CommandWriter command) {
        return runtime.offer(command.buffer(), 0, command.length(), 0);
    }

    private static MemoryJournal memory() {
        return new MemoryJournal(64, Ingress.MAX_COMMAND_BYTES);
    }

    private static long call(int sequence) {
        return CallIds.of(0, START_MILLIS / 1_000, sequence);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "never happened");
            Thread.onSpinWait();
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("never released");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static DecisionListener listener(Runnable onDecision) {
        return new DecisionListener() {
            @Override
            public void onDecision(
                    long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
                onDecision.run();
            }

            @Override
            public void onBatchEnd() {}
        };
    }
}
