package io.baro.engine.runtime.single;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.port.Actor;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.ConfigPen;
import io.baro.engine.routing.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A seeded log of commands of every kind, most of them sensible, some not, and the decisions of a bare router for it. Offers are
 * answered as that router made them, so the log reaches talks, wrap-ups and reservations.
 */
final class RecordedDay {
    static final Limits LIMITS = new Limits(200, 32, 8, 2, 64, 40);
    private static final long START_MILLIS = 1_800_000_000_000L;
    private static final int AGENTS = 20;
    private static final int QUEUES = 4;
    private static final int CALLS = 600;
    private static final int RECENT = 30;

    /** One command and its time. */
    record Command(long timeMillis, UnsafeBuffer bytes) {}

    final List<Command> commands = new ArrayList<>();
    final List<String> decisions = new ArrayList<>();
    final long stateHash;

    private final Random random;
    private final CommandWriter pen = new CommandWriter();
    private final Router router = new Router(LIMITS);
    private final OfferCallDecoder offerCall = new OfferCallDecoder();
    private final List<long[]> offers = new ArrayList<>();
    private long now = START_MILLIS;
    private int calls;

    RecordedDay(long seed, int length) {
        random = new Random(seed);
        configure();
        pen.askedBy(Actor.named("kim"));
        while (commands.size() < length) {
            now += random.nextInt(2_000);
            step();
        }
        stateHash = router.stateHash();
    }

    /** A decision as comparable text: its time and all its bytes. */
    static String textOf(long timeMillis, DirectBuffer buffer, int offset, int length) {
        StringBuilder text = new StringBuilder().append(timeMillis).append(':');
        for (int i = 0; i < length; i++) {
            text.append(Integer.toHexString(buffer.getByte(offset + i) & 0xFF)).append(' ');
        }
        return text.toString();
    }

    private void configure() {
        add(pen.settings(20_000, 5_000, 10_000, 15_000));
        for (int i = 0; i < QUEUES; i++) {
            add(pen.queue(i, i % 2, i / 2, 1));
        }
        for (int i = 0; i < AGENTS; i++) {
            add(pen.agent(i, i % 2, 0, 1, 1, i % 3));
        }
        add(pen.rulesBegun(1, 900_000, 2));
        add(pen.rule(
                0,
                new ConfigPen.Then(true, false, false, 180_000),
                new ConfigPen.When(RulePart.CALL, RuleField.CALLER_AGE, RuleOp.GREATER_OR_EQUAL, 0, 65)));
        add(pen.rule(
                1,
                new ConfigPen.Then(false, false, true, 0),
                new ConfigPen.When(RulePart.QUEUE, RuleField.QUEUE_WAITING, RuleOp.GREATER, 0, 3)));
        add(pen.rulesCommitted(1));
        for (int i = 0; i < AGENTS; i++) {
            add(pen.loggedIn(i));
        }
        add(pen.resyncCompleted(0));
        add(pen.resyncCompleted(1));
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 25) {
            calls = Math.min(calls + 1, CALLS);
            add(pen.callArrived(callId(calls), callerOf(calls), random.nextInt(100) - 1, calls % QUEUES));
        } else if (dice < 45) {
            int call = recentCall();
            add(pen.callWaiting(callId(call), callerOf(call), -1, call % QUEUES, random.nextInt(30_000)));
        } else if (dice < 75) {
            progress();
        } else if (dice < 83) {
            ofCaller(recentCall());
        } else if (dice < 85) {
            byHand(callId(recentCall()));
        } else if (dice < 97) {
            ofAgent(random.nextInt(AGENTS));
        } else {
            ofPbx(random.nextInt(2));
        }
    }

    private void progress() {
        if (offers.isEmpty()) {
            add(pen.timeAdvanced());
            return;
        }
        long[] offer = offers.get(random.nextInt(Math.min(offers.size(), RECENT)));
        OfferStage stage = OfferStage.get((short) random.nextInt(6));
        DialStatus status = DialStatus.get((short) random.nextInt(8));
        add(pen.offerProgressed(offer[0], offer[1], stage, status, random.nextInt(40)));
        if (offers.size() > RECENT) {
            offers.remove(0);
        }
    }

    private void ofCaller(int call) {
        switch (random.nextInt(5)) {
            case 0 -> add(pen.callHungUp(callId(call)));
            case 1 -> add(pen.callFailedOver(callId(call)));
            case 2 -> add(pen.callbackAccepted(callId(call), callerOf(call)));
            case 3 -> add(pen.callbackDeclined(callId(call)));
            default -> add(pen.redirectRefused(callId(call), call, random.nextBoolean()));
        }
    }

    private void byHand(long callId) {
        switch (random.nextInt(4)) {
            case 0 -> add(pen.callRanked(callId, random.nextInt(-60_000, 1_200_000)));
            case 1 -> add(pen.callMoved(callId, random.nextInt(QUEUES)));
            case 2 -> add(pen.callWithdrawn(callId));
            default -> {
                long from = now + random.nextInt(60_000);
                add(pen.reservationMoved(callId, from, from + random.nextInt(600_000)));
            }
        }
    }

    private void ofAgent(int agent) {
        switch (random.nextInt(5)) {
            case 0 -> add(pen.loggedOut(agent));
            case 1 -> add(pen.paused(agent));
            case 2 -> add(pen.readied(agent));
            case 3 -> add(pen.device(agent, DeviceState.get((short) random.nextInt(4))));
            default -> add(pen.loggedIn(agent));
        }
    }

    private void ofPbx(int pbx) {
        add(random.nextBoolean() ? pen.pbxLost(pbx) : pen.resyncBegan(pbx));
        for (int i = 0; i < RECENT; i++) {
            int call = recentCall();
            SeenPhase phase = random.nextInt(8) == 0 ? SeenPhase.FAILED_OVER : SeenPhase.WAITING;
            add(pen.callSeen(new CommandWriter.Seen(
                    callId(call), callerOf(call), phase, call % QUEUES, 0, -1, random.nextInt(60_000))));
        }
        add(pen.resyncCompleted(pbx));
    }

    private void add(CommandWriter command) {
        UnsafeBuffer bytes = new UnsafeBuffer(new byte[command.length()]);
        bytes.putBytes(0, command.buffer(), 0, command.length());
        commands.add(new Command(now, bytes));
        router.apply(now, bytes, 0, this::onDecision);
    }

    private void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        decisions.add(textOf(timeMillis, buffer, offset, length));
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        if (header.templateId() == OfferCallDecoder.TEMPLATE_ID) {
            offerCall.wrapAndApplyHeader(buffer, offset, header);
            offers.add(new long[] {offerCall.offerId(), offerCall.callId()});
        }
    }

    private int recentCall() {
        return Math.max(1, calls - random.nextInt(RECENT));
    }

    private static long callId(int call) {
        return CallIds.of(call % 2, START_MILLIS / 1_000, call);
    }

    private static long callerOf(int call) {
        return call % 50;
    }
}
