package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallbackProgressedDecoder;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import io.baro.engine.message.ReservationWithdrawnDecoder;
import java.util.List;
import java.util.Set;

/** Routing 32-44: when a reservation stands in line, and how it ends. */
final class NaiveDesk {
    private static final long CONFIRMATION = 15_000;
    private static final long NO_ROOM = 1_000;
    private static final long TWO_DAYS = 172_800_000;
    private static final long SEEN_SILENCE = 120_000;
    private static final long REPORT = 3_000;
    private static final Set<DialStatus> CLEAR =
            Set.of(DialStatus.ANSWER, DialStatus.NOANSWER, DialStatus.BUSY, DialStatus.CANCEL, DialStatus.NONE);

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveRules rules;
    private final NaiveLine line;

    NaiveDesk(NaiveCentre centre, NaiveDecisions decisions, NaiveRules rules, NaiveLine line) {
        this.centre = centre;
        this.decisions = decisions;
        this.rules = rules;
        this.line = line;
    }

    static boolean isOver(long from, long until, long now) {
        return until > 0 && (until <= now || until <= from);
    }

    void record(NaiveReservation made, long from, long until) {
        promise(made, from, until);
        centre.reservations.add(made);
    }

    /** Routing 32: he is not being called. */
    boolean mayChange(NaiveReservation reservation) {
        return reservation.call == null || reservation.waits();
    }

    void promise(NaiveReservation made, long from, long until) {
        dropCall(made);
        boolean callback = made.kind == ReservationKind.CALLBACK;
        made.due = Math.max(from, centre.now + (callback ? CONFIRMATION : 0));
        made.until = until > 0 ? until : Math.max(from, centre.now) + centre.callbackLife;
    }

    void careCallAsked(CareCallAskedDecoder asked) {
        long id = asked.reservationId();
        NaiveQueue queue = centre.queue(asked.queueId());
        RefusalReason refusal = null;
        centre.finishedCare.values().removeIf(forgotten -> forgotten <= centre.now);
        if (centre.reservation(id) != null || centre.finishedCare.containsKey(id) || CallIds.isCallback(id)) {
            refusal = RefusalReason.ALREADY_RESERVED;
        } else if (queue == null || queue.pbx != CallIds.pbxOf(id)) {
            refusal = RefusalReason.UNKNOWN_QUEUE;
        } else if (isOver(asked.fromMillis(), asked.untilMillis(), centre.now)) {
            refusal = RefusalReason.WINDOW_PASSED;
        } else if (centre.reservations.size() == centre.limits.reservations()
                || centre.openCareCalls() + centre.finishedCare.size() >= centre.limits.reservations()) {
            refusal = RefusalReason.RESERVATION_LIMIT;
        }
        if (refusal != null) {
            decisions.refused(refusal, CareCallAskedDecoder.TEMPLATE_ID, id);
            return;
        }
        byte[] number = new byte[CareCallAskedDecoder.numberLength()];
        for (int i = 0; i < number.length; i++) {
            number[i] = (byte) asked.number(i);
        }
        NaiveReservation care =
                new NaiveReservation(id, asked.callerKey(), queue.id, ReservationKind.CARE, number, centre.now);
        care.joined = Math.max(centre.now, asked.fromMillis());
        care.boost = asked.boostMillis();
        record(care, asked.fromMillis(), asked.untilMillis());
        place(care);
    }

    void withdrawn(long id) {
        NaiveReservation reservation = centre.reservation(id);
        if (reservation == null) {
            decisions.refused(RefusalReason.UNKNOWN_CALL, ReservationWithdrawnDecoder.TEMPLATE_ID, id);
        } else {
            withdraw(reservation);
        }
    }

    void gotThrough(long callerKey) {
        NaiveReservation reservation = centre.reservationOf(callerKey);
        if (reservation != null) {
            withdraw(reservation);
        }
    }

    private void withdraw(NaiveReservation reservation) {
        reservation.withdrawn = true;
        if (reservation.call == null || reservation.waits()) {
            dropCall(reservation);
            close(reservation, ReservationOutcome.WITHDRAWN);
        }
    }

    /** The call of the dial that it tells the end of, or null. */
    NaiveCall progressed(CallbackProgressedDecoder fact) {
        NaiveReservation reservation = centre.reservationOfCallback(fact.callId());
        if (reservation == null || reservation.call == null || fact.attempt() != reservation.attempts + 1) {
            decisions.refused(RefusalReason.UNKNOWN_CALL, CallbackProgressedDecoder.TEMPLATE_ID, fact.callId());
        } else if (fact.stage() == CallbackStage.REACHED) {
            reached(reservation);
        } else {
            reservation.calling = true;
            reservation.result = result(fact.dialStatus(), fact.cause());
            if (reservation.result == DialStatus.CONGESTION) {
                trunkFailed(reservation.pbx);
            }
            return reservation.call;
        }
        return null;
    }

    /** Routing 37: whether the call of a reservation is over when the dial to the customer is. */
    boolean endsWithItsDial(NaiveCall call) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        if (reservation.waits() || call.state == NaiveCall.State.TALKING) {
            return false;
        }
        return reservation.customerFirst || (reservation.unreported && call.agents.isEmpty());
    }

    private void reached(NaiveReservation reservation) {
        if (reservation.customerFirst) {
            agentRingsNow(reservation);
            answered(reservation);
        } else if (!reservation.reached) {
            reservation.calling = true;
            reservation.reached = true;
            serves(reservation);
            decisions.reservationChanged(reservation, ReservationState.REACHED);
        }
    }

    /** Who was called first is on the line. */
    private void answered(NaiveReservation reservation) {
        boolean first = !reservation.reached;
        reservation.calling = true;
        reservation.reached = true;
        reservation.call.onLine = !reservation.unreported;
        reservation.call.boost = reservation.call.onLine ? reservation.boost : reservation.call.boost;
        if (first) {
            decisions.reservationChanged(reservation, ReservationState.REACHED);
        }
    }

    /** Routing 34: his offer counts from when he hears of it. */
    private void agentRingsNow(NaiveReservation reservation) {
        List<NaiveAgent> agents = reservation.call.agents;
        if (!reservation.reached && !agents.isEmpty() && !agents.getFirst().connected) {
            NaiveAgent agent = agents.getFirst();
            long ring = agent.offerQueue.ring < 0 ? centre.ring : agent.offerQueue.ring;
            agent.offerOpened = centre.now;
            agent.deadline = centre.now + ring + centre.grace;
        }
    }

    private void serves(NaiveReservation reservation) {
        reservation.served = true;
        List<NaiveAgent> agents = reservation.call.agents;
        if (!agents.isEmpty() && reservation.callerKey != 0) {
            centre.lastAgentOf.put(reservation.callerKey, agents.getFirst().id);
        }
    }

    /** Its channel is where only the first called customer's is; he has not answered as far as is known. */
    void isCalled(NaiveCall call) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        reservation.customerFirst = true;
        reservation.calling = true;
    }

    /** Routing 34: where only a caller can be, he is on the line. */
    void isOnLine(NaiveCall call) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        reservation.customerFirst = true;
        reservation.unreported = false;
        answered(reservation);
    }

    void isOffered(NaiveCall call) {
        if (centre.reservationOfCallback(call.id).customerFirst) {
            isOnLine(call);
        }
    }

    void servedElsewhere(NaiveCall call) {
        centre.reservationOfCallback(call.id).served = true;
    }

    /** Routing 40: nobody listened when it ended. */
    void endedUnseen(NaiveCall call) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        reservation.reached = reservation.reached && !call.onLine;
    }

    /** Routing 37: its channel is gone; {@code begun}: an agent's phone was called. */
    void left(NaiveCall call, boolean begun) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        boolean known = reservation.served || reservation.reached || reservation.result != DialStatus.NONE;
        if (reservation.calling && !known && !reservation.unreported) {
            reservation.unreported = true;
            call.inLine = false;
            call.changeAt = NaiveCentre.NEVER;
            call.onLine = false;
            call.state = NaiveCall.State.OFFERED;
            call.silentAt = centre.now + REPORT;
            return;
        }
        if (!begun && !reservation.calling && !known) {
            reservation.due = centre.now + fruitless(reservation);
        }
        ended(call);
    }

    private static DialStatus result(DialStatus status, int cause) {
        if (CLEAR.contains(status)) {
            return status;
        }
        return switch (cause) {
            case 17, 21 -> DialStatus.BUSY;
            case 1, 18, 19, 20, 22, 27, 28 -> DialStatus.NOANSWER;
            default -> DialStatus.CONGESTION;
        };
    }

    private void trunkFailed(int pbx) {
        centre.pbx(pbx).callbacksFrom = centre.now + centre.trunkRetry;
        for (NaiveReservation reservation : List.copyOf(centre.reservations)) {
            if (reservation.pbx == pbx && reservation.waits()) {
                dropCall(reservation);
                rest(reservation);
            }
        }
    }

    /** Nobody may be called any more, or everybody again. */
    void hoursChanged() {
        for (NaiveReservation reservation : List.copyOf(centre.reservations)) {
            if (centre.mayCall() && reservation.call == null) {
                place(reservation);
            } else if (!centre.mayCall() && reservation.waits()) {
                dropCall(reservation);
                rest(reservation);
            }
        }
    }

    void due(NaiveReservation reservation) {
        if (reservation.call == null || reservation.waits()) {
            dropCall(reservation);
            place(reservation);
        }
    }

    void connected(NaiveCall call) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        if (reservation.customerFirst) {
            answered(reservation);
            serves(reservation);
            return;
        }
        reservation.calling = true;
        decisions.reservationChanged(reservation, ReservationState.CALLING);
    }

    /** Its call is over, for whatever reason. */
    void ended(NaiveCall call) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        dropCall(reservation);
        boolean told = reservation.result == DialStatus.ANSWER && !reservation.reached;
        reservation.result = reservation.reached ? DialStatus.CANCEL : reservation.result;
        if (reservation.served || told) {
            close(reservation, ReservationOutcome.KEPT);
        } else if (!reservation.calling) {
            place(reservation);
        } else if (!failedForGood(reservation)) {
            place(reservation);
        }
    }

    private boolean failedForGood(NaiveReservation reservation) {
        long pause = switch (reservation.result) {
            case BUSY, CANCEL -> centre.busyRetry;
            case NOANSWER -> centre.noAnswerRetry;
            default -> fruitless(reservation);
        };
        reservation.due = centre.now + pause;
        boolean ofCustomer = reservation.result != DialStatus.CONGESTION && reservation.result != DialStatus.NONE;
        reservation.fruitless = ofCustomer ? 0 : reservation.fruitless;
        reservation.attempts += ofCustomer ? 1 : 0;
        if (reservation.attempts < centre.mostAttempts || reservation.withdrawn) {
            return false;
        }
        close(reservation, ReservationOutcome.EXHAUSTED);
        return true;
    }

    /** Routing 37: 1, 2, 4, 8, 16, 32, 32 ... times the pause for a trunk. */
    private long fruitless(NaiveReservation reservation) {
        reservation.fruitless++;
        return centre.trunkRetry * Math.min(32, 1L << Math.min(40, reservation.fruitless - 1));
    }

    void place(NaiveReservation reservation) {
        if (reservation.withdrawn) {
            close(reservation, ReservationOutcome.WITHDRAWN);
        } else if (centre.now >= reservation.until) {
            close(reservation, ReservationOutcome.EXPIRED);
        } else if (!centre.mayCall() || dueOf(reservation) > centre.now) {
            rest(reservation);
        } else if (centre.calls.size() == centre.limits.calls()) {
            reservation.due = centre.now + NO_ROOM;
            rest(reservation);
        } else {
            beginCall(reservation);
            decisions.reservationChanged(reservation, ReservationState.WAITING);
            line.callback(reservation.call);
        }
    }

    /** A channel of a callback that the list of a PBX holds and the twin does not know. */
    NaiveCall seen(NaiveReservation reservation) {
        if (centre.calls.size() == centre.limits.calls()) {
            return null;
        }
        beginCall(reservation);
        reservation.call.silentAt = centre.now + SEEN_SILENCE;
        return reservation.call;
    }

    private void beginCall(NaiveReservation reservation) {
        NaiveCall call = new NaiveCall(CallIds.callbackOf(reservation.id), reservation.callerKey, -1, centre.now);
        call.queue = centre.queue(reservation.queueId);
        call.joined = reservation.joined;
        call.boost = reservation.boost - yields(reservation);
        call.rules = rules.versionFor(call.id);
        call.judgedTooLong = true;
        centre.calls.add(call);
        reservation.call = call;
        reservation.calling = false;
        reservation.customerFirst = false;
        reservation.reached = false;
        reservation.served = false;
        reservation.unreported = false;
        reservation.result = DialStatus.NONE;
        reservation.deadline = reservation.until;
    }

    /** Routing 45. */
    private long yields(NaiveReservation reservation) {
        if (reservation.kind == ReservationKind.CARE) {
            return 0;
        }
        return Math.clamp((reservation.until - reservation.made) / 2, 0, centre.callbackYield);
    }

    private void rest(NaiveReservation reservation) {
        decisions.reservationChanged(reservation, ReservationState.RESTING);
        reservation.deadline = Math.min(reservation.until, centre.mayCall() ? dueOf(reservation) : NaiveCentre.NEVER);
    }

    private long dueOf(NaiveReservation reservation) {
        return Math.max(reservation.due, centre.pbx(reservation.pbx).callbacksFrom);
    }

    private void dropCall(NaiveReservation reservation) {
        centre.calls.remove(reservation.call);
        reservation.call = null;
    }

    private void close(NaiveReservation reservation, ReservationOutcome outcome) {
        decisions.reservationClosed(reservation, outcome);
        centre.reservations.remove(reservation);
        boolean done = outcome == ReservationOutcome.KEPT || outcome == ReservationOutcome.EXHAUSTED;
        if (done && reservation.kind == ReservationKind.CARE) {
            centre.finishedCare.put(reservation.id, reservation.until + TWO_DAYS);
        }
    }
}
