package io.baro.engine.transition;

import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.SeenPhase;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every command in every state of call, agent, offer and reservation: the tables of {@code transitions/} are whole and true. */
final class TransitionTest {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long LONG_ENOUGH_MILLIS = 2_500;

    @Test
    void callMovesAsItsTableSays() throws IOException {
        TransitionTable table = new TransitionTable(World::call)
                .state("NONE", world -> {})
                .state("ENTERING", World::callArrives)
                .state("WAITING", World::callWaits)
                .state("OFFERED", World::offered)
                .state(
                        "RETURNING",
                        world -> world.offered().progressed(OfferStage.DIALLED).progressed(OfferStage.LEG_ENDED))
                .state("TALKING", world -> world.offered().progressed(OfferStage.CONNECTED));
        ofCaller(table);
        ofOffer(table);
        ofPbx(table);
        byHand(table);
        table.command("agent logs in", World::logsIn)
                .command("agent logs out", world -> world.apply(world.pen.loggedOut(0)))
                .command("queue closes", world -> world.apply(world.pen.queueClosed(0)))
                .command("an hour passes", world -> world.pass(HOUR_MILLIS));
        table.isAsIn("call");
    }

    @Test
    void agentMovesAsHisTableSays() throws IOException {
        TransitionTable table = new TransitionTable(World::agent)
                .state("LOGGED_OUT", world -> {})
                .state("PAUSED", world -> world.logsIn().apply(world.pen.paused(0)))
                .state("NO_ANSWER", world -> rangOut(world, DialStatus.NOANSWER, 0))
                .state("BUSY", world -> rangOut(world, DialStatus.BUSY, 17))
                .state("UNREACHABLE", world -> rangOut(world, DialStatus.CHANUNAVAIL, 20))
                .state("OWN_CALL", world -> world.logsIn().apply(world.pen.device(0, DeviceState.IN_USE)))
                .state("READY", World::logsIn)
                .state("RESERVED", World::offered)
                .state("RINGING", world -> world.offered().progressed(OfferStage.RINGING))
                .state("TALKING", world -> world.offered().progressed(OfferStage.CONNECTED))
                .state(
                        "WRAP_UP",
                        world -> world.offered()
                                .progressed(OfferStage.CONNECTED)
                                .progressed(OfferStage.LEG_ENDED)
                                .apply(world.pen.callHungUp(World.CALL)));
        table.command("logs in", World::logsIn)
                .command("logs out", world -> world.apply(world.pen.loggedOut(0)))
                .command("pauses", world -> world.apply(world.pen.paused(0)))
                .command("is ready", world -> world.apply(world.pen.readied(0)))
                .command("needs longer", world -> world.apply(world.pen.wrapUpExtended(0, HOUR_MILLIS)))
                .command("has other skills", world -> world.apply(world.pen.agent(0, 0, 1, 1)));
        for (DeviceState device : DeviceState.values()) {
            if (device != DeviceState.NULL_VAL) {
                table.command("phone " + device, world -> world.apply(world.pen.device(0, device)));
            }
        }
        ofOffer(table);
        ofPbx(table);
        table.command("caller hangs up", world -> world.apply(world.pen.callHungUp(World.CALL)))
                .command("caller fails over", world -> world.apply(world.pen.callFailedOver(World.CALL)))
                .command(
                        "another call waits",
                        world -> world.apply(world.pen.callWaiting(World.OTHER_CALL, 8, 40, 0, 0)))
                .command(
                        "no offers, call waits",
                        world -> world.apply(world.pen.offers(false))
                                .apply(world.pen.callWaiting(World.OTHER_CALL, 8, 40, 0, 0)))
                .command("day begins", world -> world.apply(world.pen.dayBegan()))
                .command("an hour passes", world -> world.pass(HOUR_MILLIS));
        table.isAsIn("agent");
    }

    @Test
    void offerMovesAsItsTableSays() throws IOException {
        TransitionTable table = new TransitionTable(World::offer)
                .state("NONE", World::logsIn)
                .state("MADE", World::offered)
                .state("DIALLED", world -> world.offered().progressed(OfferStage.DIALLED))
                .state("RINGING", world -> world.offered().progressed(OfferStage.RINGING))
                .state(
                        "DIAL_ENDED",
                        world -> world.offered()
                                .progressed(OfferStage.DIALLED)
                                .progressed(OfferStage.DIAL_ENDED, DialStatus.BUSY, 17))
                .state("CONNECTED", world -> world.offered().progressed(OfferStage.CONNECTED))
                .state(
                        "CALLER_GONE",
                        world ->
                                world.offered().progressed(OfferStage.RINGING).apply(world.pen.callHungUp(World.CALL)));
        ofCaller(table);
        ofOffer(table);
        ofPbx(table);
        table.command("agent logs out", world -> world.apply(world.pen.loggedOut(0)))
                .command("agent pauses", world -> world.apply(world.pen.paused(0)))
                .command("phone UNAVAILABLE", world -> world.apply(world.pen.device(0, DeviceState.UNAVAILABLE)))
                .command("an hour passes", world -> world.pass(HOUR_MILLIS));
        table.isAsIn("offer");
    }

    @Test
    void reservationMovesAsItsTableSays() throws IOException {
        TransitionTable table = new TransitionTable(World::reservation)
                .state("GONE", world -> {})
                .state("WAITING", World::callWaits)
                .state("ASKED", world -> asked(world.callWaits()))
                .state(
                        "RESERVED",
                        world -> asked(world.callWaits()).apply(world.pen.callbackAccepted(World.CALL, World.CALLER)));
        ofCaller(table);
        table.command(
                        "accepts, no promises",
                        world -> world.apply(world.pen.promises(false))
                                .apply(world.pen.callbackAccepted(World.CALL, World.CALLER)))
                .command("accepts, withheld", world -> world.apply(world.pen.callbackAccepted(World.CALL, 0)))
                .command(
                        "accepts on another call",
                        world -> world.apply(world.pen.callWaiting(World.OTHER_CALL, World.CALLER, 40, 0, 0))
                                .apply(world.pen.callbackAccepted(World.OTHER_CALL, World.CALLER)))
                .command("agent logs in", World::logsIn)
                .command("resync without it", World::resyncWithoutIt)
                .command("an hour passes", world -> world.pass(HOUR_MILLIS));
        table.isAsIn("reservation");
    }

    private static void ofCaller(TransitionTable table) {
        table.command("arrives", World::callArrives)
                .command("waits", World::callWaits)
                .command("hangs up", world -> world.apply(world.pen.callHungUp(World.CALL)))
                .command("fails over", world -> world.apply(world.pen.callFailedOver(World.CALL)))
                .command(
                        "accepts a callback",
                        world -> world.apply(world.pen.callbackAccepted(World.CALL, World.CALLER)))
                .command("declines a callback", world -> world.apply(world.pen.callbackDeclined(World.CALL)))
                .command(
                        "redirect: gone",
                        world -> world.apply(world.pen.redirectRefused(World.CALL, World.OFFER, true)))
                .command(
                        "redirect: refused",
                        world -> world.apply(world.pen.redirectRefused(World.CALL, World.OFFER, false)));
    }

    @Test
    void offersThatRingTogetherMoveAsTheirTableSays() throws IOException {
        TransitionTable table = new TransitionTable(World::ring)
                .state("made+made", World::ringing)
                .state("leg+made", world -> world.ringing().progressed(OfferStage.DIALLED))
                .state(
                        "rings+rings",
                        world -> world.ringing().progressed(OfferStage.RINGING).otherProgressed(OfferStage.RINGING))
                .state(
                        "none+leg",
                        world -> world.ringing()
                                .otherProgressed(OfferStage.DIALLED)
                                .progressed(OfferStage.LEG_ENDED, DialStatus.NONE, 17))
                .state(
                        "gone+talks",
                        world -> world.ringing().progressed(OfferStage.DIALLED).otherProgressed(OfferStage.CONNECTED))
                .state(
                        "gone+gone",
                        world -> world.ringing()
                                .progressed(OfferStage.DIALLED)
                                .otherProgressed(OfferStage.DIALLED)
                                .apply(world.pen.callHungUp(World.CALL)));
        ofCaller(table);
        ofOffer(table);
        table.command("leg ended elsewhere", world -> world.progressed(OfferStage.LEG_ENDED, DialStatus.NONE, 26))
                .command("other connected", world -> world.otherProgressed(OfferStage.CONNECTED))
                .command("other leg ended", world -> world.otherProgressed(OfferStage.LEG_ENDED))
                .command("other returned", world -> world.otherProgressed(OfferStage.RETURNED, DialStatus.NOANSWER, 0))
                .command(
                        "loses, logged out",
                        world -> world.apply(world.pen.loggedOut(0)).otherProgressed(OfferStage.CONNECTED));
        ofPbx(table);
        table.command("an hour passes", world -> world.pass(HOUR_MILLIS));
        table.isAsIn("ring");
    }

    private static void ofOffer(TransitionTable table) {
        table.command("dialled", world -> world.progressed(OfferStage.DIALLED))
                .command("ringing", world -> world.progressed(OfferStage.RINGING))
                .command("dial ended", world -> world.progressed(OfferStage.DIAL_ENDED, DialStatus.BUSY, 17))
                .command("connected", world -> world.progressed(OfferStage.CONNECTED))
                .command("leg ended", world -> world.progressed(OfferStage.LEG_ENDED))
                .command("leg ended busy", world -> world.progressed(OfferStage.LEG_ENDED, DialStatus.NONE, 17))
                .command("returned", world -> world.progressed(OfferStage.RETURNED, DialStatus.NOANSWER, 0))
                .command("returned answered", world -> world.progressed(OfferStage.RETURNED, DialStatus.ANSWER, 0));
    }

    private static void ofPbx(TransitionTable table) {
        for (SeenPhase phase : SeenPhase.values()) {
            if (phase != SeenPhase.NULL_VAL) {
                table.command("seen " + phase, world -> world.seen(phase))
                        .command(
                                "seen later " + phase,
                                world -> world.pass(LONG_ENOUGH_MILLIS).seen(phase));
            }
        }
        table.command("resync without it", World::resyncWithoutIt)
                .command("pbx lost", world -> world.apply(world.pen.pbxLost(0)))
                .command(
                        "pbx lost, then back",
                        world -> world.apply(world.pen.pbxLost(0)).seen(SeenPhase.WAITING));
    }

    private static void byHand(TransitionTable table) {
        table.command("is ranked by hand", world -> world.apply(world.pen.callRanked(World.CALL, HOUR_MILLIS)))
                .command(
                        "is moved by hand",
                        world -> world.apply(world.pen.queue(1, 0)).apply(world.pen.callMoved(World.CALL, 1)))
                .command("is taken out by hand", world -> world.apply(world.pen.callWithdrawn(World.CALL)));
    }

    private static void rangOut(World world, DialStatus status, int cause) {
        world.offered().progressed(OfferStage.RETURNED, status, cause).apply(world.pen.callHungUp(World.CALL));
    }

    /** A limit of the queue asks him at his next turn. */
    private static World asked(World world) {
        return world.apply(world.pen.queue(Asking.queue()))
                .apply(world.pen.queueClosed(0))
                .callWaits();
    }
}
