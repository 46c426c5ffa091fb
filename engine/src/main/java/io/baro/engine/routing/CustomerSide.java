package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.ReservationState;

/**
 * What is heard of the customer of a callback: his phone is called, he answered, he is on the line, he is served, he is gone. What it
 * means for the reservation is for {@link CallbackDesk} to say (docs/routing.md 34-37). Runs on: routing thread.
 */
final class CustomerSide {
    /** The PBX tells the result within milliseconds of the end of the call's channel; later than this its report is lost. */
    private static final long REPORT_MILLIS = 3_000;

    private final CallCenter center;
    private final Timers timers;
    private final Facts facts;
    private final Settings settings;
    private final ContactHistory contacts;
    private final CallbackDesk desk;

    CustomerSide(Router.Parts parts, CallbackDesk desk) {
        center = parts.center();
        timers = parts.timers();
        facts = parts.facts();
        settings = parts.settings();
        contacts = parts.contacts();
        this.desk = desk;
    }

    /** The agent is there: the customer's phone is called now, or they talk. */
    void connected(Call call) {
        Reservation reservation = center.reservations().ofCallback(call.id());
        if (reservation.customerFirst) {
            isOnLine(reservation);
            reservation.served = true;
            contacts.served(reservation.callerKey(), call.agent.id());
        } else {
            reservation.calling = true;
            facts.reservationChanged(reservation, ReservationState.CALLING);
        }
    }

    /** The customer answered: the agent has him, or his phone rings from now on. */
    void reached(Reservation reservation, long nowMillis) {
        Agent agent = reservation.call.agent;
        if (reservation.customerFirst) {
            ringsNow(reservation, agent, nowMillis);
            isOnLine(reservation);
        } else if (!reservation.reached) {
            answer(reservation);
            reservation.served = true;
            if (agent != null) {
                contacts.served(reservation.callerKey(), agent.id());
            }
        }
    }

    /** Its channel was seen where only a customer is who was called first; he has not answered as far as is known. */
    void isCalled(Call call) {
        Reservation reservation = center.reservations().ofCallback(call.id());
        reservation.customerFirst = true;
        reservation.calling = true;
    }

    /** He is where only a caller can be, whatever was heard of him before. */
    void isOnLine(Call call) {
        Reservation reservation = center.reservations().ofCallback(call.id());
        reservation.customerFirst = true;
        reservation.unreported = false;
        isOnLine(reservation);
    }

    /** Its channel is with the agent, or on the way to him: of a customer who was called first, he is on the line. */
    void isOffered(Call call) {
        if (center.reservations().ofCallback(call.id()).customerFirst) {
            isOnLine(call);
        }
    }

    /** Somebody else than our agents serves him. */
    void servedElsewhere(Call call) {
        center.reservations().ofCallback(call.id()).served = true;
    }

    /** The dial to the customer is over; true if his call is, too. What it means for the reservation shows when its call ends. */
    boolean dialEnded(Reservation reservation, DialStatus status, int cause, long nowMillis) {
        DialStatus result = CallbackResults.of(status, cause);
        reservation.calling = true;
        reservation.result = result.value();
        if (CallbackResults.isOfTrunk(result)) {
            desk.trunkFailed(center.pbx(CallIds.pbxOf(reservation.id())), nowMillis);
        }
        Call call = reservation.call;
        if (call == null || call.state == CallState.TALKING || (call.state == CallState.WAITING && !call.onLine)) {
            return false;
        }
        return reservation.customerFirst || (reservation.unreported && call.agent == null);
    }

    /** It ended while nobody listened: whether an agent had him who was on the line is not known, and the PBX remembers that he answered. */
    void endedUnseen(Call call) {
        Reservation reservation = center.reservations().ofCallback(call.id());
        reservation.reached = reservation.reached && !call.onLine;
    }

    /**
     * Its channel is gone, and its agents are parted from it. If his phone was called, what became of it is yet to be told.
     *
     * @param begun whether an agent's phone was dialled
     */
    void left(Call call, boolean begun, long nowMillis) {
        Reservation reservation = center.reservations().ofCallback(call.id());
        boolean known = reservation.served || reservation.reached || reservation.result != DialStatus.NONE.value();
        if (reservation.calling && !known && !reservation.unreported) {
            reservation.unreported = true;
            call.leaveLine();
            timers.cancelChange(call);
            call.onLine = false;
            call.state = CallState.OFFERED;
            timers.arm(call, nowMillis + REPORT_MILLIS);
        } else {
            desk.ended(call, begun, nowMillis);
        }
    }

    /** The agent who was kept for him: his phone rings from now on. */
    private void ringsNow(Reservation reservation, Agent agent, long nowMillis) {
        if (!reservation.reached && agent != null && !agent.offer.connected) {
            agent.offer.openedMillis = nowMillis;
            timers.arm(agent, nowMillis + settings.ringMillis(agent.offer.queue) + settings.offerGraceMillis);
        }
    }

    /** He who was called first is a caller from now on, unless his channel is gone already. */
    private void isOnLine(Reservation reservation) {
        Call call = reservation.call;
        call.onLine = !reservation.unreported;
        if (call.onLine && call.boostMillis != reservation.boostMillis()) {
            yieldsNoMore(call, reservation.boostMillis());
        }
        if (!reservation.reached) {
            answer(reservation);
        }
    }

    /** A caller has his own place, wherever he stands. */
    private static void yieldsNoMore(Call call, long ownBoostMillis) {
        boolean stands = call.inLine.inLine();
        call.leaveLine();
        call.yields = false;
        call.boostMillis = ownBoostMillis;
        if (stands) {
            call.standInLine();
        }
    }

    private void answer(Reservation reservation) {
        reservation.calling = true;
        reservation.reached = true;
        facts.reservationChanged(reservation, ReservationState.REACHED);
    }
}
