package io.baro.engine.rehearsal;

import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns one caller's channel from arrival to hangup: his way through the dialplan and what it tells the router, as
 * {@code extensions.conf} has it. Never routes. One thread.
 */
final class RehearsedCaller {
    /** Where the dialplan is. */
    enum Place {
        ENTRY,
        MENU,
        WAITING,
        CALLBACK_OFFERED,
        CALLBACK_ASKED,
        CALLBACK_CONFIRMED,
        APOLOGY,
        DIALLING,
        TALKING,
        FALLBACK,
        GONE
    }

    /** Wait(2) of acd-in: who is not moved by then goes to the menu by himself. */
    private static final long ENTRY_WAIT_MILLIS = 2_000;

    /** ACD_TURN of the dialplan. */
    private static final long TURN_MILLIS = 5_000;

    /** The question stands for 5 s, its answer is waited for 10 s. */
    private static final long CALLBACK_SILENCE_MILLIS = 5_000;

    private static final long CALLBACK_WAIT_MILLIS = 10_000;
    private static final long TONE_MILLIS = 1_000;

    /** The fallback queue is not Baro's: its callers are off our hands, and talk for a minute. */
    private static final long FALLBACK_MILLIS = 60_000;

    private static final long NOT_IN_LINE = -1;

    final long callId;
    final CallScript script;
    private final Exchange exchange;
    private Place place = Place.ENTRY;
    private int queueId;
    private long inLineSinceMillis = NOT_IN_LINE;
    /** Those that ring together for him, or the one that talks to him. */
    private final List<AgentLeg> legs = new ArrayList<>();

    private long dialledOfferId;

    /** Every move of the channel ends what was planned for the old place. */
    private int move;

    private boolean talked;
    private boolean confirmed;
    private boolean accepted;
    private boolean fellBack;

    RehearsedCaller(long callId, CallScript script, Exchange exchange) {
        this.callId = callId;
        this.script = script;
        this.exchange = exchange;
        queueId = script.entryQueueId();
    }

    Place place() {
        return place;
    }

    int queueId() {
        return queueId;
    }

    List<AgentLeg> legs() {
        return legs;
    }

    /** Null: he has none. */
    AgentLeg firstLeg() {
        return legs.isEmpty() ? null : legs.getFirst();
    }

    /** Whether an agent spoke to him. */
    boolean talked() {
        return talked;
    }

    /** Whether his reservation was confirmed to him. */
    boolean confirmed() {
        return confirmed;
    }

    /** Whether he asked for a callback. */
    boolean accepted() {
        return accepted;
    }

    /** Whether he came to the fallback queue of the PBX. */
    boolean fellBack() {
        return fellBack;
    }

    long inLineMillis() {
        return inLineSinceMillis == NOT_IN_LINE ? 0 : exchange.agenda().nowMillis() - inLineSinceMillis;
    }

    void start() {
        exchange.send(exchange.pen().arrived(callId, script));
        later(ENTRY_WAIT_MILLIS, this::enterMenu);
    }

    void enterMenu() {
        stand(Place.MENU);
        later(script.menuMillis(), this::choose);
    }

    private void choose() {
        if (script.wishedQueueId() < 0) {
            hangUp(LegEnd.NORMAL);
        } else {
            enterLoop(script.wishedQueueId());
        }
    }

    /** Past the menu into a park loop. */
    void enterLoop(int newQueueId) {
        queueId = newQueueId;
        stand(Place.WAITING);
        if (inLineSinceMillis == NOT_IN_LINE) {
            inLineSinceMillis = exchange.agenda().nowMillis();
            exchange.agenda().in(script.patienceMillis(), Agenda.caller(callId), this::losePatience);
        }
        turn();
    }

    void enterDial(List<AgentLeg.Plan> plans) {
        stand(Place.DIALLING);
        dialledOfferId = plans.getFirst().offerId();
        plans.forEach(plan -> legs.add(new AgentLeg(exchange, this, plan)));
        List.copyOf(legs).forEach(AgentLeg::start);
    }

    void enterCallback() {
        stand(Place.CALLBACK_OFFERED);
        if (script.takesCallback()) {
            later(script.callbackMillis(), this::acceptCallback);
        } else {
            later(CALLBACK_SILENCE_MILLIS, this::declineCallback);
        }
    }

    void enterConfirmation() {
        stand(Place.CALLBACK_CONFIRMED);
        confirmed = true;
        later(TONE_MILLIS, () -> hangUp(LegEnd.NORMAL));
    }

    void enterApology() {
        stand(Place.APOLOGY);
        later(TONE_MILLIS, () -> enterLoop(queueId));
    }

    void enterFallback() {
        stand(Place.FALLBACK);
        fellBack = true;
        exchange.send(exchange.pen().failedOver(callId));
        later(FALLBACK_MILLIS, () -> hangUp(LegEnd.NORMAL));
    }

    /** A redirect takes him away from agents' legs that are not answered. */
    void leaveLegs() {
        List<AgentLeg> left = List.copyOf(legs);
        legs.clear();
        left.forEach(AgentLeg::cancel);
    }

    /** One of those that rang is first: the others are hung up before that is told. */
    void answeredBy(AgentLeg winner) {
        List<AgentLeg> others = new ArrayList<>(legs);
        others.remove(winner);
        legs.retainAll(List.of(winner));
        others.forEach(AgentLeg::lose);
    }

    /** The agent's leg is answered. */
    void bridged() {
        stand(Place.TALKING);
        talked = true;
    }

    /** The guard of the dialplan lets this agent not be dialled; who was to ring alone shows in the result. */
    void legRefused(AgentLeg leg) {
        if (legs.size() > 1 || leg.offerId() != dialledOfferId) {
            leg.tellTaken();
        }
        legFailed(leg, DialStatus.BUSY, LegEnd.NONE);
    }

    /** A leg ended without a talk: when it was the last, the dialplan says so and goes on waiting. */
    void legFailed(AgentLeg leg, DialStatus status, LegEnd end) {
        legs.remove(leg);
        if (!legs.isEmpty()) {
            return;
        }
        exchange.send(exchange.pen().progressed(dialledOfferId, callId, OfferStage.RETURNED, status, end));
        if (place == Place.DIALLING) {
            enterLoop(queueId);
        }
    }

    /** The talk is over. */
    void talkEnded() {
        legs.clear();
        hangUp(LegEnd.NORMAL);
    }

    private void turn() {
        exchange.send(exchange.pen().waiting(callId, script, queueId, inLineMillis()));
        later(TURN_MILLIS, this::turn);
    }

    private void acceptCallback() {
        stand(Place.CALLBACK_ASKED);
        accepted = true;
        exchange.send(exchange.pen().callbackAccepted(callId, script.callerKey()));
        later(CALLBACK_WAIT_MILLIS, () -> enterLoop(queueId));
    }

    private void declineCallback() {
        exchange.send(exchange.pen().callbackDeclined(callId));
        enterLoop(queueId);
    }

    private void losePatience() {
        if (place == Place.GONE
                || place == Place.TALKING
                || place == Place.CALLBACK_CONFIRMED
                || place == Place.FALLBACK) {
            return;
        }
        leaveLegs();
        hangUp(LegEnd.NORMAL);
    }

    private void hangUp(LegEnd end) {
        stand(Place.GONE);
        exchange.send(exchange.pen().hungUp(callId, end.cause()));
        exchange.ended(this);
    }

    private void stand(Place newPlace) {
        place = newPlace;
        move++;
    }

    private void later(long millis, Runnable happening) {
        int planned = move;
        exchange.agenda().in(millis, Agenda.caller(callId), () -> {
            if (move == planned) {
                happening.run();
            }
        });
    }
}
