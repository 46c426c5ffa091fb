package io.baro.engine.transition;

import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.routing.DeskPen;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every command about a reservation and its call in every state of both: {@code transitions/callback.txt} is whole and true. */
final class CallbackTransitionTest {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long LONG_ENOUGH_MILLIS = 2_500;
    private static final long MINUTE_MILLIS = 60_000;

    @Test
    void callbackMovesAsItsTableSays() throws IOException {
        TransitionTable table = new TransitionTable(World::callback)
                .state("CLOSED", world -> {})
                .state("RESTING", World::reserved)
                .state("WAITING", World::due)
                .state("OFFERED", CallbackTransitionTest::offered)
                .state("CALLING", CallbackTransitionTest::calling)
                .state("REACHED", world -> calling(world).apply(world.pen.callbackReached(World.CALLBACK, 1)))
                .state("UNREPORTED", world -> calling(world).apply(world.pen.callHungUp(World.CALLBACK)));
        isAsIn(table, "callback");
    }

    @Test
    void callbackThatCallsTheCustomerFirstMovesAsItsTableSays() throws IOException {
        TransitionTable table = new TransitionTable(World::callback)
                .state("CALLING", world -> offered(world.customerFirst()))
                .state("REACHED", CallbackTransitionTest::answered)
                .state("ON_LINE", CallbackTransitionTest::onLine)
                .state("TALKING", world -> answered(world).ofCallback(OfferStage.CONNECTED, DialStatus.NONE))
                .state(
                        "UNREPORTED",
                        world -> offered(world.customerFirst()).apply(world.pen.callHungUp(World.CALLBACK)));
        isAsIn(table, "callback-customer-first");
    }

    private static void isAsIn(TransitionTable table, String name) throws IOException {
        ofCaller(table);
        ofCustomer(table);
        ofAgent(table);
        ofDesk(table);
        ofPbx(table);
        table.isAsIn(name);
    }

    private static World answered(World world) {
        return offered(world.customerFirst()).apply(world.pen.callbackReached(World.CALLBACK, 1));
    }

    /** The agent does not answer, and is not ready. */
    private static World onLine(World world) {
        return answered(world).ofCallback(OfferStage.RETURNED, DialStatus.NOANSWER);
    }

    private static World offered(World world) {
        return world.due().logsIn();
    }

    private static World calling(World world) {
        return offered(world).ofCallback(OfferStage.CONNECTED, DialStatus.NONE);
    }

    private static void ofCaller(TransitionTable table) {
        table.command("he wishes", World::reserved)
                .command(
                        "he wishes again",
                        world -> world.apply(world.pen.callWaiting(World.OTHER_CALL, World.CALLER, 40, 0, 0))
                                .apply(world.pen.callbackAccepted(World.OTHER_CALL, World.CALLER)))
                .command("he gets through", World::getsThrough)
                .command(
                        "he got through, it ends",
                        world -> world.getsThrough().apply(world.pen.callHungUp(World.CALLBACK)))
                .command("withdrawn", world -> world.apply(world.pen.reservationWithdrawn(World.CALL)))
                .command(
                        "withdrawn, it ends",
                        world -> world.apply(world.pen.reservationWithdrawn(World.CALL))
                                .apply(world.pen.callHungUp(World.CALLBACK)))
                .command(
                        "withdrawn, wished again",
                        world -> world.apply(world.pen.reservationWithdrawn(World.CALL))
                                .apply(world.pen.callWaiting(World.OTHER_CALL, World.CALLER, 40, 0, 0))
                                .apply(world.pen.callbackAccepted(World.OTHER_CALL, World.CALLER))
                                .apply(world.pen.callHungUp(World.CALLBACK)))
                .command("at another time", world -> world.apply(world.pen.reservationMoved(World.CALL, 0, 0)))
                .command(
                        "its call by hand",
                        world -> world.apply(world.pen.queue(1, 0))
                                .apply(world.pen.callRanked(World.CALLBACK, HOUR_MILLIS))
                                .apply(world.pen.callMoved(World.CALLBACK, 1))
                                .apply(world.pen.callWithdrawn(World.CALLBACK)));
    }

    private static void ofCustomer(TransitionTable table) {
        table.command("reached", world -> world.apply(world.pen.callbackReached(World.CALLBACK, 1)))
                .command("reached, attempt 2", world -> world.apply(world.pen.callbackReached(World.CALLBACK, 2)));
        for (DialStatus status : DialStatus.values()) {
            if (status != DialStatus.NULL_VAL) {
                table.command("ended " + status, world -> world.called(status))
                        .command(
                                "ended " + status + ", gone",
                                world -> world.called(status).apply(world.pen.callHungUp(World.CALLBACK)));
            }
        }
        table.command(
                        "last attempt, gone",
                        world -> world.apply(world.pen.callbackPolicy(new DeskPen.Policy(
                                        1, MINUTE_MILLIS, MINUTE_MILLIS, MINUTE_MILLIS, HOUR_MILLIS, MINUTE_MILLIS, 0)))
                                .called(DialStatus.BUSY)
                                .apply(world.pen.callHungUp(World.CALLBACK)))
                .command(
                        "busy, a minute too late",
                        world -> world.called(DialStatus.BUSY)
                                .apply(world.pen.callHungUp(World.CALLBACK))
                                .apply(world.pen.callbackReached(World.CALLBACK, 1)));
    }

    private static void ofAgent(TransitionTable table) {
        table.command("agent logs in", World::logsIn)
                .command("agent logs out", world -> world.apply(world.pen.loggedOut(0)))
                .command("ringing", world -> world.ofCallback(OfferStage.RINGING, DialStatus.NONE))
                .command("connected", world -> world.ofCallback(OfferStage.CONNECTED, DialStatus.NONE))
                .command("leg ended", world -> world.ofCallback(OfferStage.LEG_ENDED, DialStatus.NONE))
                .command(
                        "leg ended, 3 s",
                        world -> world.ofCallback(OfferStage.LEG_ENDED, DialStatus.NONE)
                                .pass(3_000))
                .command("returned", world -> world.ofCallback(OfferStage.RETURNED, DialStatus.NOANSWER))
                .command(
                        "returned, gone",
                        world -> world.ofCallback(OfferStage.RETURNED, DialStatus.NOANSWER)
                                .apply(world.pen.callHungUp(World.CALLBACK)))
                .command("waits in the loop", world -> world.apply(world.pen.callWaiting(World.CALLBACK, 7, 40, 0, 0)))
                .command("hangs up", world -> world.apply(world.pen.callHungUp(World.CALLBACK)))
                .command("fails over", world -> world.apply(world.pen.callFailedOver(World.CALLBACK)))
                .command(
                        "originate: gone",
                        world -> world.apply(world.pen.redirectRefused(World.CALLBACK, World.OFFER, true)));
    }

    private static void ofDesk(TransitionTable table) {
        table.command("calling hours end", world -> world.apply(world.pen.callingHours(false)))
                .command(
                        "hours end and begin",
                        world -> world.apply(world.pen.callingHours(false)).apply(world.pen.callingHours(true)))
                .command(
                        "hours end, it ends",
                        world -> world.apply(world.pen.callingHours(false)).apply(world.pen.callHungUp(World.CALLBACK)))
                .command("promises fail", world -> world.apply(world.pen.promises(false)))
                .command("three seconds", world -> world.pass(3_000))
                .command("a quarter minute", world -> world.pass(15_000))
                .command("an hour", world -> world.pass(HOUR_MILLIS))
                .command("a day", world -> world.pass(24 * HOUR_MILLIS));
    }

    private static void ofPbx(TransitionTable table) {
        for (SeenPhase phase : SeenPhase.values()) {
            if (phase != SeenPhase.NULL_VAL) {
                table.command("seen " + phase, world -> world.callbackSeen(phase));
            }
        }
        table.command("resync without it", World::resyncWithoutIt)
                .command(
                        "later without it",
                        world -> world.pass(LONG_ENOUGH_MILLIS).resyncWithoutIt())
                .command("pbx lost", world -> world.apply(world.pen.pbxLost(0)));
    }
}
