package io.baro.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.port.DecisionSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/**
 * The hot path allocates nothing: asserted by the thread's own allocation counter, in bytes, in a JVM of its own without C2.
 * Before C2 compiles a method it resolves the string constants of its class (CompileBroker::compile_method), and these bytes
 * are the calling thread's: 72 of them were seen in one run of five on a busy core. C1 does not, and has no escape analysis
 * that could hide an allocation either.
 */
final class AllocationTest {
    private static final int AGENTS = 50;
    private static final int CALLS_WAITING = 200;
    private static final int WARM_UP_CALLS = 150_000;
    private static final int MEASURED_CALLS = 150_000;
    private static final int RINGS = 20_000;
    private static final int CALLBACKS = 20_000;
    private static final int CONFIRMATION_MILLIS = 15_000;
    private static final int AT_ONCE = 3;
    private static final int RING_QUEUE = 2;
    private static final int RING_AGENT = 40;

    private final CommandWriter pen = new CommandWriter();
    private final Router router = new Router(new Limits(1_000, AGENTS, 8, 1, 4_096, 10));
    private final LastOffer offers = new LastOffer();

    /** The desk's queue whose customers are called first. */
    private static final int CUSTOMER_FIRST = 1;

    /** With one agent and nobody in line: the callback desk has it for itself. */
    private final Router desk = new Router(new Limits(1_000, 1, 2, 1, 4_096, 10));

    private final KeptPromises promises = new KeptPromises();
    private long nowMillis = 1_750_000_000_000L;

    /** The desk's own clock: its agent wraps up while the next caller waits, however long the other parts take. */
    private long deskMillis = nowMillis;

    private long sequence;
    private boolean loggedIn;

    /** What making reservations took: their terms, once a promise. From due to kept there is nothing. */
    private long promisingBytes;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long commands;

    /** Remembers the last offer and counts decisions, itself without allocating. */
    private static final class LastOffer implements DecisionSink {
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private final OfferCallDecoder offer = new OfferCallDecoder();
        private long offerId;
        private long callId;
        private final long[] ring = new long[AT_ONCE];
        private long count;

        @Override
        public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
            header.wrap(buffer, offset);
            if (header.templateId() == OfferCallDecoder.TEMPLATE_ID) {
                offer.wrapAndApplyHeader(buffer, offset, header);
                count++;
                if (offer.queueId() == RING_QUEUE) {
                    ring[offer.ringIndex()] = offer.offerId();
                } else {
                    offerId = offer.offerId();
                    callId = offer.callId();
                }
            }
        }
    }

    /** Remembers the last callback and counts those that were kept, itself without allocating. */
    private static final class KeptPromises implements DecisionSink {
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private final DialCallbackDecoder dial = new DialCallbackDecoder();
        private final ReservationClosedDecoder closed = new ReservationClosedDecoder();
        private long callId;
        private long offerId;
        private long kept;

        @Override
        public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
            header.wrap(buffer, offset);
            if (header.templateId() == DialCallbackDecoder.TEMPLATE_ID) {
                dial.wrapAndApplyHeader(buffer, offset, header);
                callId = dial.callId();
                offerId = dial.offerId();
            } else if (header.templateId() == ReservationClosedDecoder.TEMPLATE_ID) {
                closed.wrapAndApplyHeader(buffer, offset, header);
                kept += closed.outcome() == ReservationOutcome.KEPT ? 1 : 0;
            }
        }
    }

    @Test
    void aCommandOfTheHotPathAllocatesNothing() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), AllocationTest.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains(" commands allocated 0 bytes"), said);
    }

    /** The process the test starts: ends with an exception when a claim does not hold. */
    public static void main(String... args) {
        new AllocationTest().measure();
    }

    private void measure() {
        configure();
        for (int i = 0; i < CALLS_WAITING; i++) {
            arrive();
        }
        apply(pen.loggedIn(0));
        runCalls(WARM_UP_CALLS);
        runRings(RINGS);
        runCallbacks(CALLBACKS);
        long commandsBefore = commands;
        long offersBefore = offers.count;
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        runCalls(MEASURED_CALLS);
        long ringsBefore = offers.count;
        runRings(RINGS);
        long keptBefore = promises.kept;
        promisingBytes = 0;
        runCallbacks(CALLBACKS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before - promisingBytes;
        long measured = commands - commandsBefore;
        assertTrue(measured > 1_000_000, "too few commands to mean anything");
        assertEquals((long) AT_ONCE * RINGS, offers.count - ringsBefore);
        assertEquals(MEASURED_CALLS, ringsBefore - offersBefore);
        assertEquals(CALLBACKS, promises.kept - keptBefore);
        System.out.println(measured + " commands allocated " + bytes + " bytes");
    }

    private void configure() {
        apply(pen.settings(20_000, 10_000, 1_000, 15_000));
        apply(pen.policy(OfferOutcome.BUSY, 0, 0));
        apply(pen.queue(0, 0, 1, 3));
        apply(pen.queue(1, 0, 1, 1));
        apply(pen.queue(QueueTold.ringing(AT_ONCE, RING_QUEUE, 0, 2, 1)));
        for (int i = 0; i < RING_AGENT; i++) {
            apply(pen.agent(i, 0, 1, 3 + i % 5));
        }
        for (int i = RING_AGENT; i < AGENTS; i++) {
            apply(pen.agent(i, 0, 2, 1 + i % 2));
            apply(pen.loggedIn(i));
        }
        apply(pen.rulesBegun(1, 600_000, 3));
        apply(pen.rule(0, new ConfigPen.Then(true, true, false, 180_000), age()));
        apply(pen.rule(1, new ConfigPen.Then(false, true, false, 600_000), contacts()));
        apply(pen.rule(2, new ConfigPen.Then(false, false, true, 0), ewt(RulePart.QUEUE), ewt(RulePart.UNTIL)));
        apply(pen.rulesCommitted(1));
        apply(pen.resyncBegan(0));
        apply(pen.resyncCompleted(0));
        tellDesk(pen.settings(20_000, 10_000, 1_000, 15_000));
        tellDesk(pen.queue(0, 0));
        tellDesk(pen.queue(QueueTold.customerFirst(0, CUSTOMER_FIRST, 0)));
        tellDesk(pen.agent(0, 0));
        tellDesk(pen.resyncBegan(0));
        tellDesk(pen.resyncCompleted(0));
    }

    /** A call arrives, waits a turn, the served one ends, wrap-up passes, the next is offered: seven commands. */
    private void runCalls(int count) {
        for (int i = 0; i < count; i++) {
            arrive();
            long offerId = offers.offerId;
            long callId = offers.callId;
            apply(pen.offerProgressed(offerId, callId, OfferStage.DIALLED));
            apply(pen.offerProgressed(offerId, callId, OfferStage.RINGING));
            apply(pen.offerProgressed(offerId, callId, OfferStage.DIAL_ENDED, DialStatus.ANSWER, 0));
            apply(pen.offerProgressed(offerId, callId, OfferStage.CONNECTED));
            apply(pen.offerProgressed(offerId, callId, OfferStage.LEG_ENDED, DialStatus.NONE, 16));
            apply(pen.callHungUp(callId));
            nowMillis += 1_000;
            apply(pen.timeAdvanced());
        }
    }

    /** Three ring; one is busy, one is first, one is too late; all are ready again for the next. */
    private void runRings(int count) {
        for (int i = 0; i < count; i++) {
            long callId = CallIds.of(0, nowMillis / 1_000, ++sequence);
            apply(pen.callArrived(callId, 1 + sequence % 10_000, 40, RING_QUEUE));
            apply(pen.callWaiting(callId, 1 + sequence % 10_000, 40, RING_QUEUE, 0));
            long busy = offers.ring[0];
            long first = offers.ring[1];
            long late = offers.ring[2];
            apply(pen.offerProgressed(busy, callId, OfferStage.DIALLED));
            apply(pen.offerProgressed(first, callId, OfferStage.RINGING));
            apply(pen.offerProgressed(late, callId, OfferStage.RINGING));
            apply(pen.offerProgressed(busy, callId, OfferStage.LEG_ENDED, DialStatus.NONE, 17));
            apply(pen.offerProgressed(first, callId, OfferStage.CONNECTED));
            apply(pen.offerProgressed(late, callId, OfferStage.LEG_ENDED, DialStatus.NONE, 26));
            apply(pen.offerProgressed(first, callId, OfferStage.LEG_ENDED, DialStatus.NONE, 16));
            apply(pen.callHungUp(callId));
            nowMillis += 1_000;
            apply(pen.timeAdvanced());
        }
    }

    /**
     * A caller waits while the agent wraps up (else he would have him), takes a callback, and is reached when it is due: by turns after the
     * agent, and before him.
     */
    private void runCallbacks(int count) {
        for (int i = 0; i < count; i++) {
            long callId = CallIds.of(0, deskMillis / 1_000, ++sequence);
            long callerKey = 1 + sequence % 10_000;
            int queueId = i % 2;
            tellDesk(pen.callArrived(callId, callerKey, 40, queueId));
            tellDesk(pen.callWaiting(callId, callerKey, 40, queueId, 0));
            long before = threads.getCurrentThreadAllocatedBytes();
            tellDesk(pen.callbackAccepted(callId, callerKey));
            promisingBytes += threads.getCurrentThreadAllocatedBytes() - before;
            tellDesk(pen.callHungUp(callId));
            deskMillis += CONFIRMATION_MILLIS;
            tellDesk(loggedIn ? pen.timeAdvanced() : pen.loggedIn(0));
            loggedIn = true;
            long callback = promises.callId;
            long offerId = promises.offerId;
            if (queueId == CUSTOMER_FIRST) {
                tellDesk(pen.callbackReached(callback, 1));
            }
            tellDesk(pen.offerProgressed(offerId, callback, OfferStage.DIALLED));
            tellDesk(pen.offerProgressed(offerId, callback, OfferStage.RINGING));
            tellDesk(pen.offerProgressed(offerId, callback, OfferStage.CONNECTED));
            if (queueId != CUSTOMER_FIRST) {
                tellDesk(pen.callbackReached(callback, 1));
            }
            tellDesk(pen.callbackEnded(callback, DialStatus.ANSWER, 1, 16));
            tellDesk(pen.offerProgressed(offerId, callback, OfferStage.LEG_ENDED, DialStatus.NONE, 16));
            tellDesk(pen.callHungUp(callback));
        }
    }

    private void tellDesk(CommandWriter command) {
        commands++;
        desk.apply(deskMillis, command.buffer(), 0, promises);
    }

    private void arrive() {
        long callId = CallIds.of(0, nowMillis / 1_000, ++sequence);
        long callerKey = 1 + sequence % 10_000;
        int age = (int) (sequence % 90);
        apply(pen.callArrived(callId, callerKey, age, 0));
        apply(pen.callWaiting(callId, callerKey, age, (int) (sequence & 1), 0));
    }

    private void apply(CommandWriter command) {
        commands++;
        router.apply(nowMillis, command.buffer(), 0, offers);
    }

    private static ConfigPen.When age() {
        return new ConfigPen.When(RulePart.CALL, RuleField.CALLER_AGE, RuleOp.GREATER_OR_EQUAL, 0, 65);
    }

    private static ConfigPen.When contacts() {
        return new ConfigPen.When(RulePart.CALL, RuleField.CALLER_CONTACTS, RuleOp.GREATER_OR_EQUAL, 86_400_000, 3);
    }

    private static ConfigPen.When ewt(RulePart part) {
        return part == RulePart.QUEUE
                ? new ConfigPen.When(part, RuleField.QUEUE_EWT, RuleOp.GREATER, 0, 240_000)
                : new ConfigPen.When(part, RuleField.QUEUE_EWT, RuleOp.LESS, 0, 120_000);
    }
}
