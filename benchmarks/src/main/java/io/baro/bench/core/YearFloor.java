package io.baro.bench.core;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.RouteToMenuDecoder;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.rehearsal.CallScript;
import io.baro.engine.routing.Router;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Lives days of the model centre with the production router: callers choose, wait, give up, are answered and talk as planned; agents come
 * at nine and go when the last call is over. Tells the router what a PBX's link would tell; never judges. One thread.
 */
final class YearFloor implements DecisionSink {
    private static final long DAY_MILLIS = 86_400_000;
    private static final long OPENS_MILLIS = 32_400_000;
    private static final long FIRST_DAY = 20_000;

    /** The park loop's turn, as config/asterisk has it in its middle. */
    private static final long TURN_MILLIS = 10_000;

    private static final long RINGS_AFTER_MILLIS = 100;
    private static final long PICKED_UP_AFTER_MILLIS = 2_500;
    private static final int SLOTS = 16_384;

    private enum Stage {
        MENU,
        WAITING,
        DIALLED,
        RINGING,
        TALKING
    }

    private final CentrePen pen = new CentrePen();
    private final Router router = new Router(Limits.standard());
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final RouteToMenuDecoder toMenu = new RouteToMenuDecoder();
    private final OfferCallbackDecoder callback = new OfferCallbackDecoder();
    private final EventWheel wheel = new EventWheel(SLOTS, FIRST_DAY * DAY_MILLIS + OPENS_MILLIS);
    private final CallScript[] scripts = new CallScript[SLOTS];
    private final Stage[] stages = new Stage[SLOTS];
    private final long[] callIds = new long[SLOTS];
    private final long[] offerIds = new long[SLOTS];
    private final long[] givesUpAt = new long[SLOTS];
    private final int[] free = new int[SLOTS];
    private int freeCount;
    private int agents;
    private long nowMillis = FIRST_DAY * DAY_MILLIS + OPENS_MILLIS;
    private long day = FIRST_DAY;
    private long calls;
    private long answered;
    private long commands;
    private long asked;
    private boolean inMenu;
    private int declines = -1;

    YearFloor(ModelCentre centre) {
        for (int slot = SLOTS - 1; slot >= 0; slot--) {
            free[freeCount++] = slot;
        }
        centre.commands().forEach(command -> router.apply(nowMillis, command, 0, this));
        for (int pbxId = 0; pbxId < centre.configuration().server().pbxs().size(); pbxId++) {
            pen.resyncBegan(pbxId);
            apply();
            pen.resyncCompleted(pbxId);
            apply();
        }
        agents = centre.configuration().agents().size();
        leaveWork();
    }

    long calls() {
        return calls;
    }

    long answered() {
        return answered;
    }

    long commands() {
        return commands;
    }

    /** How often a PBX was asked for what it holds: nothing is missing here, so it should be never. */
    long asked() {
        return asked;
    }

    /** Lives one day with those who call; to the same people it is another day. */
    void live(List<CallScript> plan) {
        long midnight = day * DAY_MILLIS;
        nowMillis = midnight + OPENS_MILLIS;
        wheel.jumpTo(nowMillis);
        pen.dayBegan();
        apply();
        for (int agentId = 0; agentId < agents; agentId++) {
            pen.loggedIn(agentId);
            apply();
        }
        int next = 0;
        while (next < plan.size() || freeCount < SLOTS) {
            nowMillis = wheel.advance();
            while (next < plan.size() && midnight + plan.get(next).arrivesMillis() <= nowMillis) {
                arrive(plan.get(next++));
            }
            for (int slot = wheel.take(); slot >= 0; slot = wheel.take()) {
                goOn(slot);
            }
            if (router.nextDeadline() <= nowMillis) {
                pen.timeAdvanced();
                apply();
            }
        }
        leaveWork();
        day++;
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID -> inMenu = true;
            case OfferCallDecoder.TEMPLATE_ID -> {
                offer.wrapAndApplyHeader(buffer, offset, header);
                int slot = slotOf(offer.callId());
                offerIds[slot] = offer.offerId();
                stages[slot] = Stage.DIALLED;
                wheel.set(slot, RINGS_AFTER_MILLIS);
            }
            case OfferCallbackDecoder.TEMPLATE_ID ->
                declines = slotOf(
                        callback.wrapAndApplyHeader(buffer, offset, header).callId());
            case ResyncPbxDecoder.TEMPLATE_ID -> asked++;
            default -> {}
        }
    }

    private void arrive(CallScript script) {
        int slot = free[--freeCount];
        calls++;
        scripts[slot] = script;
        callIds[slot] = CallIds.of(script.pbxId(), nowMillis / 1_000, slot);
        inMenu = false;
        stages[slot] = Stage.WAITING;
        pen.arrived(callIds[slot], keyOf(script), script.age(), script.entryQueueId());
        apply();
        if (inMenu) {
            stages[slot] = Stage.MENU;
            wheel.set(slot, script.menuMillis());
        } else if (stages[slot] == Stage.WAITING) {
            givesUpAt[slot] = nowMillis + script.patienceMillis();
            wheel.set(slot, 1);
        }
    }

    private void goOn(int slot) {
        switch (stages[slot]) {
            case MENU -> {
                stages[slot] = Stage.WAITING;
                givesUpAt[slot] = nowMillis + scripts[slot].patienceMillis();
                waits(slot);
            }
            case WAITING -> waits(slot);
            case DIALLED -> {
                progressed(slot, OfferStage.DIALLED);
                progressed(slot, OfferStage.RINGING);
                stages[slot] = Stage.RINGING;
                wheel.set(slot, PICKED_UP_AFTER_MILLIS);
            }
            case RINGING -> {
                progressed(slot, OfferStage.CONNECTED);
                stages[slot] = Stage.TALKING;
                wheel.set(slot, scripts[slot].talkMillis());
            }
            case TALKING -> {
                answered++;
                progressed(slot, OfferStage.LEG_ENDED);
                hangUp(slot);
            }
        }
    }

    private void waits(int slot) {
        if (givesUpAt[slot] <= nowMillis) {
            hangUp(slot);
            return;
        }
        CallScript script = scripts[slot];
        int queueId = script.wishedQueueId() >= 0 ? script.wishedQueueId() : script.entryQueueId();
        wheel.set(slot, Math.min(TURN_MILLIS, givesUpAt[slot] - nowMillis));
        pen.waiting(callIds[slot], keyOf(script), script.age(), queueId);
        apply();
        if (declines >= 0) {
            pen.callbackDeclined(callIds[declines]);
            declines = -1;
            apply();
        }
    }

    private void progressed(int slot, OfferStage stage) {
        pen.progressed(offerIds[slot], callIds[slot], stage);
        apply();
    }

    private void hangUp(int slot) {
        free[freeCount++] = slot;
        pen.hungUp(callIds[slot]);
        apply();
    }

    private void leaveWork() {
        for (int agentId = 0; agentId < agents; agentId++) {
            pen.loggedOut(agentId);
            apply();
        }
    }

    /** Other people call on other days; some of them called yesterday. */
    private long keyOf(CallScript script) {
        return script.callerKey() == 0 ? 0 : (script.callerKey() + day % 5) | 1;
    }

    private static int slotOf(long callId) {
        return (int) CallIds.sequenceOf(callId);
    }

    private void apply() {
        commands++;
        router.apply(nowMillis, pen.buffer(), 0, this);
    }
}
