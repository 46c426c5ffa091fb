package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Pbx;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import org.agrona.DirectBuffer;

/**
 * The callback desk: when a reservation stands in line, what a call to the customer that failed means for it, how it ends
 * (docs/routing.md 32-44). The line itself treats its call as any other. Runs on: routing thread.
 */
final class CallbackDesk {
    /** The caller still hears the confirmation and hangs up; his line would be busy. */
    private static final long CONFIRMATION_MILLIS = 15_000;

    /** As many calls live as there may be; callers come first. */
    private static final long NO_ROOM_MILLIS = 1_000;

    /** A channel of a callback that was listed is heard of before: its agent's phone rings for less. */
    private static final long SEEN_SILENCE_MILLIS = 120_000;

    /** From a minute to half an hour. */
    private static final int MOST_DOUBLINGS = 5;

    private final CallCenter center;
    private final Timers timers;
    private final Facts facts;
    private final Settings settings;
    private final RuleBook rules;
    private final LineFlow lines;

    CallbackDesk(Router.Parts parts, LineFlow lines) {
        center = parts.center();
        timers = parts.timers();
        facts = parts.facts();
        settings = parts.settings();
        rules = parts.rules();
        this.lines = lines;
    }

    /** Records a reservation. It must fit into the book. */
    Reservation make(Reservation.Terms terms, CallbackWindow window, DirectBuffer number, int offset, long nowMillis) {
        Reservation made = center.reservations().make(terms, number, offset, nowMillis);
        center.queue(made.queueId()).promises(1);
        promise(made, window, nowMillis);
        return made;
    }

    /** He wants to be called otherwise: at that number, in that window. He keeps his place. Only while nobody calls him. */
    void change(Reservation reservation, CallbackWindow window, DirectBuffer number, int offset, long nowMillis) {
        if (isWaiting(reservation)) {
            takeOut(reservation);
        }
        reservation.callAt(number, offset);
        promise(reservation, window, nowMillis);
    }

    /** Somebody wants it called in that window: a caller keeps his place, a care call's is its window's beginning. Only while nobody calls it. */
    void move(Reservation reservation, CallbackWindow window, long nowMillis) {
        if (isWaiting(reservation)) {
            takeOut(reservation);
        }
        if (reservation.kind() == ReservationKind.CARE) {
            reservation.joins(Math.max(nowMillis, window.fromMillis()));
        }
        promise(reservation, window, nowMillis);
        place(reservation, nowMillis);
    }

    private void promise(Reservation made, CallbackWindow window, long nowMillis) {
        made.dueMillis = Math.max(window.fromMillis(), nowMillis);
        made.untilMillis = window.untilMillis() > 0
                ? window.untilMillis()
                : Math.max(nowMillis, window.fromMillis()) + settings.callbacks.lifeMillis();
        if (made.kind() == ReservationKind.CALLBACK) {
            made.dueMillis = Math.max(made.dueMillis, nowMillis + CONFIRMATION_MILLIS);
        }
    }

    /** Whether a phone is called for it now, or was and the end is awaited. */
    boolean isCalled(Reservation reservation) {
        return reservation.call != null && !isWaiting(reservation);
    }

    /** A reservation without a call finds its place: in line, at rest until it is due, or closed. */
    void place(Reservation reservation, long nowMillis) {
        if (reservation.withdrawn) {
            close(reservation, ReservationOutcome.WITHDRAWN);
        } else if (nowMillis >= reservation.untilMillis) {
            close(reservation, ReservationOutcome.EXPIRED);
        } else if (settings.mayCall() && due(reservation) <= nowMillis) {
            stand(reservation, nowMillis);
        } else {
            rest(reservation);
        }
    }

    /** It is due, or over. One that is offered or talks is judged when its call ends. */
    void deadline(Reservation reservation, long nowMillis) {
        if (reservation.call == null) {
            place(reservation, nowMillis);
        } else if (isWaiting(reservation)) {
            takeOut(reservation);
            place(reservation, nowMillis);
        }
    }

    /** Nobody may be called any more, or everybody again. */
    void hoursMayHaveChanged(boolean couldCall, long nowMillis) {
        boolean mayCall = settings.mayCall();
        for (int i = 0; mayCall != couldCall && i < center.reservations().size(); i++) {
            Reservation reservation = center.reservations().at(i);
            if (mayCall && reservation.call == null && nowMillis < reservation.untilMillis) {
                place(reservation, nowMillis);
            } else if (!mayCall && isWaiting(reservation)) {
                putToRest(reservation);
            }
        }
    }

    /** The caller got through by a call of his own. */
    void gotThrough(long callerKey, long nowMillis) {
        Reservation reservation = center.reservations().ofCaller(callerKey);
        if (reservation != null) {
            withdraw(reservation, nowMillis);
        }
    }

    /** Nobody wants it any more: it ends now, or when its call does. */
    void withdraw(Reservation reservation, long nowMillis) {
        reservation.withdrawn = true;
        if (isWaiting(reservation)) {
            takeOut(reservation);
        }
        if (reservation.call == null) {
            place(reservation, nowMillis);
        }
    }

    /** Its call ended, without agents any more, after their phones were called if that was to be; the reservation goes on, or is closed. */
    void ended(Call call, long nowMillis) {
        ended(call, true, nowMillis);
    }

    /**
     * Its call ended, without agents any more; the reservation goes on, or is closed.
     *
     * @param begun whether a phone was called; if not, there is something wrong that would be so again at once
     */
    void ended(Call call, boolean begun, long nowMillis) {
        Reservation reservation = center.reservations().ofCallback(call.id());
        takeOut(reservation);
        DialStatus result = DialStatus.get((short) reservation.result);
        if (reservation.served || (result == DialStatus.ANSWER && !reservation.reached)) {
            close(reservation, ReservationOutcome.KEPT);
        } else if (reservation.reached) {
            failed(reservation, DialStatus.CANCEL, nowMillis);
        } else if (reservation.calling) {
            failed(reservation, result, nowMillis);
        } else {
            reservation.dueMillis = begun ? reservation.dueMillis : nowMillis + fruitlessMillis(reservation);
            place(reservation, nowMillis);
        }
    }

    /** A call of a reservation that a PBX has and the router did not: null if there is no room. */
    Call seen(Reservation reservation, long nowMillis) {
        Call call = admit(reservation, nowMillis);
        if (call != null) {
            timers.arm(call, nowMillis + SEEN_SILENCE_MILLIS);
        }
        return call;
    }

    private Call admit(Reservation reservation, long nowMillis) {
        Call call = center.admit(
                CallIds.callbackOf(reservation.id()), reservation.callerKey(), Call.UNKNOWN_AGE, nowMillis);
        if (call != null) {
            call.queue = center.queue(reservation.queueId());
            call.joinedMillis = reservation.joinedMillis();
            call.boostMillis = reservation.boostMillis() - yields(reservation);
            call.rulesVersion = rules.choose(call.id()).version();
            call.rulesAsked = true;
            call.movedByRule = true;
            call.judgedTooLong = true;
            call.callbackOffered = true;
            reservation.call = call;
            reservation.beginAttempt();
            timers.arm(reservation, reservation.untilMillis);
        }
        return call;
    }

    /** How far behind its place it stands: the caller of a spike needs an agent now, who is called back only soon enough. */
    private long yields(Reservation reservation) {
        long halfItsLife = (reservation.untilMillis - reservation.madeMillis()) / 2;
        return reservation.kind() == ReservationKind.CALLBACK
                ? Math.max(0, Math.min(settings.callbacks.yieldMillis(), halfItsLife))
                : 0;
    }

    private void stand(Reservation reservation, long nowMillis) {
        Call call = admit(reservation, nowMillis);
        if (call == null) {
            reservation.dueMillis = nowMillis + NO_ROOM_MILLIS;
            rest(reservation);
        } else {
            facts.reservationChanged(reservation, ReservationState.WAITING);
            lines.callback(call, nowMillis);
        }
    }

    private void putToRest(Reservation reservation) {
        takeOut(reservation);
        rest(reservation);
    }

    private void rest(Reservation reservation) {
        facts.reservationChanged(reservation, ReservationState.RESTING);
        long due = settings.mayCall() ? due(reservation) : Timers.NEVER;
        timers.arm(reservation, Math.min(due, reservation.untilMillis));
    }

    private long due(Reservation reservation) {
        return Math.max(reservation.dueMillis, center.pbx(CallIds.pbxOf(reservation.id())).callbacksFromMillis);
    }

    private void failed(Reservation reservation, DialStatus result, long nowMillis) {
        if (CallbackResults.isOfCustomer(result)) {
            reservation.attempts++;
            reservation.fruitless = 0;
            reservation.dueMillis = nowMillis
                    + (result == DialStatus.NOANSWER
                            ? settings.callbacks.noAnswerRetryMillis()
                            : settings.callbacks.busyRetryMillis());
        } else {
            reservation.dueMillis = nowMillis + fruitlessMillis(reservation);
        }
        if (!reservation.withdrawn && reservation.attempts >= settings.callbacks.mostAttempts()) {
            close(reservation, ReservationOutcome.EXHAUSTED);
        } else {
            place(reservation, nowMillis);
        }
    }

    /** Twice as long each time: a number that the trunk never carries must not go first whenever the trunk is tried again. */
    private long fruitlessMillis(Reservation reservation) {
        int doublings = Math.min(reservation.fruitless, MOST_DOUBLINGS);
        reservation.fruitless = doublings + 1;
        return settings.callbacks.trunkRetryMillis() << doublings;
    }

    /** What failed for one customer would fail for all: nobody is called over that PBX for a while. */
    void trunkFailed(Pbx pbx, long nowMillis) {
        pbx.callbacksFromMillis = nowMillis + settings.callbacks.trunkRetryMillis();
        for (int i = 0; i < center.reservations().size(); i++) {
            Reservation reservation = center.reservations().at(i);
            if (isWaiting(reservation) && CallIds.pbxOf(reservation.id()) == pbx.id()) {
                putToRest(reservation);
            }
        }
    }

    private void takeOut(Reservation reservation) {
        Call call = reservation.call;
        reservation.call = null;
        call.leaveLine();
        timers.cancel(call);
        timers.cancelChange(call);
        center.end(call);
    }

    private void close(Reservation reservation, ReservationOutcome outcome) {
        timers.cancel(reservation);
        facts.reservationClosed(reservation, outcome);
        center.queue(reservation.queueId()).promises(-1);
        center.reservations().close(reservation, outcome);
    }

    /** Of it alone, without a customer who holds the line. */
    private static boolean isWaiting(Reservation reservation) {
        Call call = reservation.call;
        return call != null && call.state == CallState.WAITING && call.isPromise();
    }
}
