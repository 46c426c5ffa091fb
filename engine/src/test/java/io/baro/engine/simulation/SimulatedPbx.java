package io.baro.engine.simulation;

import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.simulation.SimulatedCaller.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/**
 * One PBX in virtual time: callers' channels, phones that answer, refuse or ring out, redirects that cross, get lost, or hit a
 * channel that is gone. Sends what a real one would send, in its order; while it is cut off, nothing.
 */
final class SimulatedPbx {
    private static final int OWN_AGENT_LEFT = -2;
    private static final int RING_MILLIS = 20_000;
    private static final int TURN_MILLIS = 5_000;
    private static final int REDIRECT_MILLIS = 2;

    private final int pbxId;
    private final Agenda agenda;
    private final Dice dice;
    private final Consumer<CommandWriter> router;
    private final CommandWriter pen = new CommandWriter();
    private final TreeMap<Long, SimulatedCaller> callers = new TreeMap<>();
    private final int[] queues;
    private boolean cutOff;

    SimulatedPbx(int pbxId, int[] queues, Agenda agenda, Dice dice, Consumer<CommandWriter> router) {
        this.pbxId = pbxId;
        this.queues = queues;
        this.agenda = agenda;
        this.dice = dice;
        this.router = router;
    }

    /** Channels that exist now. */
    List<SimulatedCaller> alive() {
        return new ArrayList<>(callers.values());
    }

    SimulatedCaller caller(long callId) {
        return callers.get(callId);
    }

    boolean isCutOff() {
        return cutOff;
    }

    /** A caller comes in, and may lose patience at any time. */
    void callerEnters(long callId, long callerKey, int age) {
        SimulatedCaller caller =
                new SimulatedCaller(callId, callerKey, age, queues[dice.between(0, queues.length)], agenda.nowMillis());
        callers.put(callId, caller);
        if (dice.percent(20)) {
            caller.ownAgentId = dice.percent(20) ? OWN_AGENT_LEFT : dice.between(0, Floor.AGENTS);
            caller.teamQueueId = queues[0];
        }
        send(pen.ownAgent(caller.ownAgentId, caller.teamQueueId).callArrived(callId, callerKey, age, queues[0]));
        later(caller, 2_000, () -> menu(caller));
        agenda.in(dice.between(5_000, 600_000), () -> loseConcern(caller));
    }

    /** Links to the router break; the PBX goes on alone. */
    void cut() {
        cutOff = true;
        router.accept(pen.pbxLost(pbxId));
    }

    /** The links are back: tells all there is. */
    void reconnect() {
        cutOff = false;
        resync();
    }

    void resync() {
        if (cutOff) {
            return;
        }
        send(pen.resyncBegan(pbxId));
        for (SimulatedCaller caller : alive()) {
            send(pen.callSeen(new CommandWriter.Seen(
                    caller.callId,
                    caller.callerKey,
                    caller.phase(),
                    caller.queueId,
                    caller.offerId,
                    caller.agentId,
                    agenda.nowMillis() - caller.loopSinceMillis)));
        }
        send(pen.resyncCompleted(pbxId));
    }

    void redirectToMenu(long callId) {
        redirect(callId, this::menu);
    }

    void redirectToLoop(long callId) {
        redirect(callId, this::enterLoop);
    }

    void redirectToCallback(long callId) {
        redirect(callId, caller -> {
            caller.moveTo(Stage.CALLBACK);
            later(caller, dice.between(500, 6_000), () -> answerCallback(caller));
        });
    }

    /** The reservation is recorded: the caller hears so and hangs up. */
    void redirectToConfirmation(long callId) {
        redirect(callId, caller -> {
            caller.moveTo(Stage.CALLBACK);
            later(caller, 2_000, () -> end(caller));
        });
    }

    void redirectToFallback(long callId) {
        redirect(callId, this::failOver);
    }

    void redirectToDial(DirectBuffer buffer, int offset) {
        OfferCallDecoder offer = new OfferCallDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        long offerId = offer.offerId();
        int agentId = offer.agentId();
        redirect(offer.callId(), caller -> dial(caller, offerId, agentId));
    }

    private void redirect(long callId, Consumer<SimulatedCaller> target) {
        SimulatedCaller caller = callers.get(callId);
        if (cutOff || dice.percent(1)) {
            return;
        }
        if (caller == null) {
            agenda.in(1, () -> send(pen.redirectRefused(callId, 0, true)));
            return;
        }
        agenda.in(REDIRECT_MILLIS, () -> {
            if (caller.stage == Stage.TALKING) {
                throw new AssertionError("call " + callId + " is torn out of its talk");
            }
            if (caller.isAlive() && caller.stage != Stage.FALLBACK) {
                leaveDial(caller, DialStatus.CANCEL);
                target.accept(caller);
            }
        });
    }

    private void menu(SimulatedCaller caller) {
        caller.moveTo(Stage.ENTERING);
        later(caller, dice.between(2_000, 15_000), () -> enterLoop(caller));
    }

    private void enterLoop(SimulatedCaller caller) {
        if (caller.stage == Stage.ENTERING) {
            caller.loopSinceMillis = agenda.nowMillis();
        }
        caller.moveTo(Stage.LOOP);
        turn(caller);
    }

    private void turn(SimulatedCaller caller) {
        if (cutOff && dice.percent(30)) {
            failOver(caller);
            return;
        }
        long waited = agenda.nowMillis() - caller.loopSinceMillis;
        send(pen.ownAgent(caller.ownAgentId, caller.teamQueueId)
                .callWaiting(caller.callId, caller.callerKey, caller.age, caller.queueId, waited));
        later(caller, TURN_MILLIS, () -> turn(caller));
    }

    private void answerCallback(SimulatedCaller caller) {
        if (dice.percent(60)) {
            send(pen.callbackAccepted(caller.callId, caller.callerKey));
            later(caller, 10_000, () -> enterLoop(caller));
        } else {
            send(pen.callbackDeclined(caller.callId));
            enterLoop(caller);
        }
    }

    private void dial(SimulatedCaller caller, long offerId, int agentId) {
        caller.moveTo(Stage.DIALLING);
        caller.offerId = offerId;
        caller.agentId = agentId;
        caller.legMade = false;
        int fate = dice.between(0, 100);
        if (fate < 8) {
            later(caller, 2, () -> returned(caller, DialStatus.CHANUNAVAIL, 20));
            return;
        }
        later(caller, 2, () -> {
            caller.legMade = true;
            progressed(caller, OfferStage.DIALLED, DialStatus.NONE, 0);
            if (fate < 14) {
                later(caller, 30, () -> dialFails(caller, DialStatus.BUSY, 17));
            } else if (fate < 18) {
                later(caller, 900, () -> dialFails(caller, DialStatus.NOANSWER, 21));
            } else {
                later(caller, 40, () -> ring(caller, fate));
            }
        });
    }

    private void ring(SimulatedCaller caller, int fate) {
        progressed(caller, OfferStage.RINGING, DialStatus.NONE, 0);
        if (fate < 26) {
            later(caller, RING_MILLIS, () -> dialFails(caller, DialStatus.NOANSWER, 0));
        } else {
            later(caller, dice.between(200, 8_000), () -> answer(caller));
        }
    }

    private void answer(SimulatedCaller caller) {
        caller.moveTo(Stage.TALKING);
        progressed(caller, OfferStage.DIAL_ENDED, DialStatus.ANSWER, 0);
        progressed(caller, OfferStage.CONNECTED, DialStatus.NONE, 0);
        later(caller, dice.between(5_000, 300_000), () -> end(caller));
    }

    private void dialFails(SimulatedCaller caller, DialStatus status, int cause) {
        boolean legFirst = dice.percent(70);
        progressed(caller, OfferStage.DIAL_ENDED, status, 0);
        if (legFirst) {
            legEnded(caller, cause);
            returned(caller, status, cause);
        } else {
            long offerId = caller.offerId;
            returned(caller, status, cause);
            agenda.in(
                    1,
                    () -> send(
                            pen.offerProgressed(offerId, caller.callId, OfferStage.LEG_ENDED, DialStatus.NONE, cause)));
        }
    }

    private void returned(SimulatedCaller caller, DialStatus status, int cause) {
        progressed(caller, OfferStage.RETURNED, status, cause);
        enterLoop(caller);
    }

    private void leaveDial(SimulatedCaller caller, DialStatus status) {
        if (caller.stage == Stage.DIALLING && caller.legMade) {
            progressed(caller, OfferStage.DIAL_ENDED, status, 0);
            legEnded(caller, 0);
        }
    }

    private void legEnded(SimulatedCaller caller, int cause) {
        progressed(caller, OfferStage.LEG_ENDED, DialStatus.NONE, cause);
        caller.legMade = false;
    }

    private void failOver(SimulatedCaller caller) {
        caller.moveTo(Stage.FALLBACK);
        send(pen.callFailedOver(caller.callId));
        later(caller, dice.between(10_000, 120_000), () -> end(caller));
    }

    private void loseConcern(SimulatedCaller caller) {
        if (caller.isAlive() && caller.stage != Stage.TALKING) {
            leaveDial(caller, DialStatus.CANCEL);
            end(caller);
        }
    }

    private void end(SimulatedCaller caller) {
        if (caller.stage == Stage.TALKING) {
            legEnded(caller, 16);
        }
        caller.moveTo(Stage.GONE);
        callers.remove(caller.callId);
        send(pen.callHungUp(caller.callId));
    }

    private void later(SimulatedCaller caller, long millis, Runnable happening) {
        int move = caller.move;
        agenda.in(millis, () -> {
            if (caller.move == move && caller.isAlive()) {
                happening.run();
            }
        });
    }

    private void progressed(SimulatedCaller caller, OfferStage stage, DialStatus status, int cause) {
        send(pen.offerProgressed(caller.offerId, caller.callId, stage, status, cause));
    }

    private void send(CommandWriter command) {
        if (!cutOff) {
            router.accept(command);
        }
    }
}
