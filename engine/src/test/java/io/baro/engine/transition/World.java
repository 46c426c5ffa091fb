package io.baro.engine.transition;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.QueueTold;
import io.baro.engine.routing.Router;

/** One caller, one agent, one queue, one PBX, and the production router between them. */
final class World {
    static final long CALL = CallIds.of(0, 1_750_000_000L, 1);
    static final long OTHER_CALL = CallIds.of(0, 1_750_000_000L, 2);
    static final long CALLBACK = CallIds.callbackOf(CALL);
    static final long CALLER = 7;
    static final long OFFER = OfferIds.of(1, 0);
    static final long OTHER_OFFER = OfferIds.of(1, 1);

    private static final long START_MILLIS = 1_750_000_000_000L;
    private static final int AGE = 40;
    private static final long CONFIRMATION_MILLIS = 15_000;

    final CommandWriter pen = new CommandWriter();
    private final Router router = new Router(new Limits(10, 2, 2, 1, 10, 10));
    private long now = START_MILLIS;

    World() {
        apply(pen.settings(20_000, 5_000, 10_000, 15_000));
        apply(pen.queue(0, 0));
        apply(pen.agent(0, 0));
        apply(pen.resyncBegan(0));
        apply(pen.resyncCompleted(0));
    }

    World apply(CommandWriter command) {
        router.apply(now, command.buffer(), 0, (time, buffer, offset, length) -> {});
        return this;
    }

    World pass(long millis) {
        now += millis;
        return apply(pen.timeAdvanced());
    }

    World callWaits() {
        return apply(pen.callWaiting(CALL, CALLER, AGE, 0, 0));
    }

    World callArrives() {
        return apply(pen.callArrived(CALL, CALLER, AGE, 0));
    }

    World logsIn() {
        return apply(pen.loggedIn(0));
    }

    World offered() {
        return logsIn().callWaits();
    }

    World progressed(OfferStage stage) {
        return apply(pen.offerProgressed(OFFER, CALL, stage));
    }

    World progressed(OfferStage stage, DialStatus status, int cause) {
        return apply(pen.offerProgressed(OFFER, CALL, stage, status, cause));
    }

    World seen(SeenPhase phase) {
        apply(pen.resyncBegan(0));
        apply(pen.callSeen(new CommandWriter.Seen(CALL, CALLER, phase, 0, OFFER, 0, 0)));
        return apply(pen.resyncCompleted(0));
    }

    World resyncWithoutIt() {
        return apply(pen.resyncBegan(0)).apply(pen.resyncCompleted(0));
    }

    /** The call's state; RETURNING: offered, the agent's leg has ended. */
    String call() {
        Call call = router.center().call(CALL);
        if (call == null) {
            return "NONE";
        }
        return call.state.name().equals("OFFERED") && call.agent == null ? "RETURNING" : call.state.name();
    }

    /** The agent's state, and the reason of NOT_READY. */
    String agent() {
        Agent agent = router.center().agent(0);
        return switch (agent.state) {
            case NOT_READY -> agent.reason.name();
            default -> agent.state.name();
        };
    }

    /** The one call rings two agents. */
    World ringing() {
        apply(pen.queue(QueueTold.ringing(2, 0, 0)));
        apply(pen.agent(1, 0));
        apply(pen.loggedIn(1));
        return offered();
    }

    World otherProgressed(OfferStage stage) {
        return apply(pen.offerProgressed(OTHER_OFFER, CALL, stage));
    }

    World otherProgressed(OfferStage stage, DialStatus status, int cause) {
        return apply(pen.offerProgressed(OTHER_OFFER, CALL, stage, status, cause));
    }

    /** What is known of both offers. */
    String ring() {
        return brief(0) + "+" + brief(1);
    }

    private String brief(int agentId) {
        return switch (offer(agentId)) {
            case "NONE" -> "none";
            case "MADE" -> "made";
            case "DIALLED" -> "leg";
            case "RINGING" -> "rings";
            case "DIAL_ENDED" -> "ended";
            case "CONNECTED" -> "talks";
            default -> "gone";
        };
    }

    String offer() {
        return offer(0);
    }

    /** What is known of an agent's offer. */
    private String offer(int agentId) {
        Agent agent = router.center().agent(agentId);
        if (!agent.offer.isOpen()) {
            return "NONE";
        } else if (agent.offer.connected) {
            return agent.offer.call == null ? "CALLER_GONE" : "CONNECTED";
        } else if (agent.offer.call == null) {
            return "CALLER_GONE";
        } else if (!agent.offer.legSeen) {
            return "MADE";
        }
        return switch (agent.state) {
            case RINGING -> "RINGING";
            default -> agent.offer.dialStatus == DialStatus.NONE ? "DIALLED" : "DIAL_ENDED";
        };
    }

    /** Whether the caller has a reservation, or was asked. */
    String reservation() {
        if (router.center().reservations().ofCaller(CALLER) != null) {
            return "RESERVED";
        }
        Call call = router.center().call(CALL);
        return call == null ? "GONE" : call.callbackOffered ? "ASKED" : "WAITING";
    }

    /** The caller has a reservation that is not due yet. */
    World reserved() {
        return callWaits().apply(pen.callbackAccepted(CALL, CALLER));
    }

    /** It is due, and stands in line. */
    World due() {
        return reserved().pass(CONFIRMATION_MILLIS);
    }

    World ofCallback(OfferStage stage, DialStatus status) {
        return apply(pen.offerProgressed(OFFER, CALLBACK, stage, status, 0));
    }

    World called(DialStatus status) {
        return apply(pen.callbackEnded(CALLBACK, status, 1, 0));
    }

    World callbackSeen(SeenPhase phase) {
        apply(pen.resyncBegan(0));
        apply(pen.callSeen(new CommandWriter.Seen(CALLBACK, CALLER, phase, 0, OFFER, 0, 0)));
        return apply(pen.resyncCompleted(0));
    }

    /** The queue calls customers first. */
    World customerFirst() {
        return apply(pen.queue(QueueTold.customerFirst(0, 0, 0)));
    }

    /** Another agent has him by a call of his own. */
    World getsThrough() {
        apply(pen.agent(1, 0));
        apply(pen.callWaiting(OTHER_CALL, CALLER, AGE, 0, 0));
        return apply(pen.offerProgressed(OfferIds.of(9, 1), OTHER_CALL, OfferStage.CONNECTED));
    }

    /**
     * What the reservation made from the call is doing; LISTED: the PBX has a channel for it, nothing else is known. ON_LINE: the
     * customer waits.
     */
    String callback() {
        Reservation reservation = router.center().reservations().get(CALL);
        if (reservation == null) {
            return "CLOSED";
        } else if (reservation.call == null) {
            return "RESTING";
        } else if (reservation.call.state == CallState.WAITING) {
            return reservation.call.onLine ? "ON_LINE" : "WAITING";
        } else if (reservation.unreported) {
            return "UNREPORTED";
        } else if (reservation.customerFirst && reservation.served) {
            return "TALKING";
        } else if (reservation.reached) {
            return "REACHED";
        }
        boolean listed = reservation.call.state == CallState.ENTERING;
        return reservation.calling ? "CALLING" : listed ? "LISTED" : "OFFERED";
    }
}
