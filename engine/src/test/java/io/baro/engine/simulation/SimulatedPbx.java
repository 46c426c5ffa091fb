package io.baro.engine.simulation;

import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.DeskPen;
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
    private static final SimulatedDial.Callee NOBODY = new SimulatedDial.Callee(0, -1);
    private static final int TURN_MILLIS = 5_000;
    private static final int REDIRECT_MILLIS = 2;

    private final int pbxId;
    private final Agenda agenda;
    private final Dice dice;
    private final Consumer<CommandWriter> router;
    private final CommandWriter pen = new CommandWriter();
    private final TreeMap<Long, SimulatedCaller> callers = new TreeMap<>();
    private final List<SimulatedCallback> callbacks = new ArrayList<>();
    private final CalledCustomers customers = new CalledCustomers();
    private final int[] queues;
    private final List<SimulatedDial.Callee> ringing = new ArrayList<>();
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
            List<SimulatedDial.Callee> callees = caller.dial == null ? List.of() : caller.dial.alive();
            if (callees.isEmpty()) {
                seen(caller, NOBODY);
            }
            callees.forEach(callee -> seen(caller, callee));
        }
        callbacks.forEach(this::seen);
        send(pen.resyncCompleted(pbxId));
    }

    private void seen(SimulatedCaller caller, SimulatedDial.Callee callee) {
        send(pen.callSeen(new CommandWriter.Seen(
                caller.callId,
                caller.callerKey,
                caller.phase(),
                caller.queueId,
                callee.offerId(),
                callee.agentId(),
                agenda.nowMillis() - caller.loopSinceMillis)));
    }

    private void seen(SimulatedCallback callback) {
        send(pen.callSeen(new CommandWriter.Seen(
                callback.callId, 0, callback.phase(), -1, callback.offerId, callback.agentId, 0)));
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
        ringing.add(new SimulatedDial.Callee(offer.offerId(), offer.agentId()));
        if (offer.moreFollow() == 0) {
            List<SimulatedDial.Callee> callees = List.copyOf(ringing);
            ringing.clear();
            redirect(offer.callId(), caller -> dial(caller, callees));
        }
    }

    /** Makes a channel that keeps a callback. */
    void originate(DialCallbackDecoder dial) {
        SimulatedCallback callback = new SimulatedCallback(this, dice, dial);
        if (cutOff || dice.percent(1)) {
            return;
        }
        agenda.in(REDIRECT_MILLIS, () -> {
            callbacks.add(callback);
            callback.start();
        });
    }

    /** Whom this PBX has called back so far. */
    CalledCustomers customers() {
        return customers;
    }

    void reached(long callId, int attempt) {
        send(pen.callbackReached(callId, attempt));
    }

    void ended(long callId, DialStatus status, int attempt, int cause) {
        send(pen.callbackEnded(callId, status, attempt, cause));
    }

    void callbackGone(SimulatedCallback callback, boolean told) {
        callbacks.remove(callback);
        if (told) {
            send(pen.callHungUp(callback.callId));
        }
    }

    /** The customer answered: he is a caller, and the agent who is kept for him is dialled. */
    void callbackIsOnLine(SimulatedCallback callback, Runnable atTheEnd) {
        callbacks.remove(callback);
        SimulatedCaller customer = new SimulatedCaller(callback.callId, 0, -1, callback.queueId, agenda.nowMillis());
        customer.atTheEnd = atTheEnd;
        callers.put(callback.callId, customer);
        dial(customer, List.of(new SimulatedDial.Callee(callback.offerId, callback.agentId)));
        agenda.in(dice.between(5_000, 600_000), () -> loseConcern(customer));
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
                leaveDial(caller);
                target.accept(caller);
            }
        });
    }

    private void menu(SimulatedCaller caller) {
        caller.moveTo(Stage.ENTERING);
        later(caller, dice.between(2_000, 15_000), () -> enterLoop(caller));
    }

    void enterLoop(SimulatedCaller caller) {
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
            send(pen.callbackAccepted(caller.callId, caller.callerKey, wish()));
            later(caller, 10_000, () -> enterLoop(caller));
        } else {
            send(pen.callbackDeclined(caller.callId));
            enterLoop(caller);
        }
    }

    private DeskPen.Wish wish() {
        if (dice.percent(70)) {
            return DeskPen.Wish.NOW;
        }
        long from = agenda.nowMillis() + dice.between(-60_000, 300_000);
        RefusalReason problem = dice.percent(10) ? RefusalReason.NOT_DIALABLE : RefusalReason.NULL_VAL;
        return new DeskPen.Wish(from, from + dice.between(30_000, 600_000), problem);
    }

    private void dial(SimulatedCaller caller, List<SimulatedDial.Callee> callees) {
        caller.moveTo(Stage.DIALLING);
        caller.dial = new SimulatedDial(this, caller, dice, callees);
        caller.dial.start();
    }

    /** One of those who rang has the caller. */
    void talks(SimulatedCaller caller) {
        caller.moveTo(Stage.TALKING);
        customers.serve(caller.callId);
        later(caller, dice.between(5_000, 300_000), () -> end(caller));
    }

    private void leaveDial(SimulatedCaller caller) {
        if (caller.stage == Stage.DIALLING) {
            caller.dial.cancel();
        }
    }

    private void failOver(SimulatedCaller caller) {
        caller.moveTo(Stage.FALLBACK);
        customers.serve(caller.callId);
        send(pen.callFailedOver(caller.callId));
        later(caller, dice.between(10_000, 120_000), () -> end(caller));
    }

    private void loseConcern(SimulatedCaller caller) {
        if (caller.isAlive() && caller.stage != Stage.TALKING) {
            leaveDial(caller);
            end(caller);
        }
    }

    private void end(SimulatedCaller caller) {
        if (caller.stage == Stage.TALKING) {
            caller.dial.hangUp();
        }
        caller.moveTo(Stage.GONE);
        caller.atTheEnd.run();
        callers.remove(caller.callId);
        send(pen.callHungUp(caller.callId));
    }

    void later(SimulatedCaller caller, long millis, Runnable happening) {
        int move = caller.move;
        agenda.in(millis, () -> {
            if (caller.move == move && caller.isAlive()) {
                happening.run();
            }
        });
    }

    /** A moment later, whatever becomes of the caller. */
    void soon(Runnable happening) {
        agenda.in(1, happening);
    }

    /** Whatever becomes of any caller. */
    void in(long millis, Runnable happening) {
        agenda.in(millis, happening);
    }

    void progressed(long offerId, long callId, OfferStage stage, DialStatus status, int cause) {
        send(pen.offerProgressed(offerId, callId, stage, status, cause));
    }

    private void send(CommandWriter command) {
        if (!cutOff) {
            router.accept(command);
        }
    }
}
