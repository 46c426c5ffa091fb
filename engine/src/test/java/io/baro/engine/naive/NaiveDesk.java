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

/** Routing 32-40: when a reservation stands in line, and how it ends. */
final class NaiveDesk {
    private static final long CONFIRMATION = 15_000;
    private static final long NO_ROOM = 1_000;
    private static final long TWO_DAYS = 172_800_000;
    private static final long SEEN_SILENCE = 120_000;
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
        boolean callback = made.kind == ReservationKind.CALLBACK;
        made.due = Math.max(from, centre.now + (callback ? CONFIRMATION : 0));
        made.until = until > 0 ? until : Math.max(from, centre.now) + centre.callbackLife;
        centre.reservations.add(made);
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

    void progressed(CallbackProgressedDecoder fact) {
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
        }
    }

    private void reached(NaiveReservation reservation) {
        if (reservation.reached) {
            return;
        }
        reservation.calling = true;
        reservation.reached = true;
        List<NaiveAgent> agents = reservation.call.agents;
        if (!agents.isEmpty() && reservation.callerKey != 0) {
            centre.lastAgentOf.put(reservation.callerKey, agents.getFirst().id);
        }
        decisions.reservationChanged(reservation, ReservationState.REACHED);
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
        reservation.calling = true;
        decisions.reservationChanged(reservation, ReservationState.CALLING);
    }

    /** Its call is over, for whatever reason. */
    void ended(NaiveCall call) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        dropCall(reservation);
        boolean answered = reservation.reached || reservation.result == DialStatus.ANSWER;
        if (answered) {
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
            default -> centre.trunkRetry;
        };
        reservation.due = centre.now + pause;
        boolean ofCustomer = reservation.result != DialStatus.CONGESTION && reservation.result != DialStatus.NONE;
        reservation.attempts += ofCustomer ? 1 : 0;
        if (reservation.attempts < centre.mostAttempts || reservation.withdrawn) {
            return false;
        }
        close(reservation, ReservationOutcome.EXHAUSTED);
        return true;
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
        call.boost = reservation.boost;
        call.rules = rules.versionFor(call.id);
        call.judgedTooLong = true;
        centre.calls.add(call);
        reservation.call = call;
        reservation.calling = false;
        reservation.reached = false;
        reservation.result = DialStatus.NONE;
        reservation.deadline = reservation.until;
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
