package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationKind;

/**
 * What happens when a caller takes or declines a callback: the reservation keeps his rank, at most one a caller. Told twice, it
 * confirms twice and records once. Runs on: routing thread.
 */
final class ReservationFlow {
    private final CallCenter center;
    private final Decisions decisions;
    private final Settings settings;
    private final LineFlow lines;
    private final CallEnds ends;
    private final CallbackDesk desk;

    ReservationFlow(Router.Parts parts, LineFlow lines, CallEnds ends, CallbackDesk desk) {
        center = parts.center();
        decisions = parts.decisions();
        settings = parts.settings();
        this.lines = lines;
        this.ends = ends;
        this.desk = desk;
    }

    /** The caller pressed 1: his call ends as reserved, unless an agent is already on the way to him. */
    void accepted(CallbackAcceptedDecoder command, long nowMillis) {
        long callId = command.callId();
        Call call = center.call(callId);
        CallbackWindow window = window(command);
        Reservation existing = center.reservations().ofCaller(command.callerKey());
        if (call == null) {
            acceptedByEndedCall(callId);
        } else if (call.state == CallState.OFFERED || call.state == CallState.TALKING || call.isCallback()) {
            decisions.commandRefused(RefusalReason.WRONG_STATE, CallbackAcceptedDecoder.TEMPLATE_ID, callId);
        } else if (!settings.promising) {
            decisions.refuseReservation(callId, RefusalReason.NOT_DURABLE);
        } else if (command.callerKey() == 0) {
            decisions.refuseReservation(callId, RefusalReason.NUMBER_WITHHELD);
        } else if (command.problem() != RefusalReason.NULL_VAL) {
            decisions.refuseReservation(callId, command.problem());
        } else if (window.isOver(nowMillis)) {
            decisions.refuseReservation(callId, RefusalReason.WINDOW_PASSED);
        } else if (call.queue == null) {
            decisions.refuseReservation(callId, RefusalReason.UNKNOWN_QUEUE);
        } else if (existing == null && center.reservations().isFull()) {
            decisions.refuseReservation(callId, RefusalReason.RESERVATION_LIMIT);
        } else {
            reserve(call, existing, window, command, nowMillis);
        }
    }

    /** Somebody of a list is to be called. */
    void careCallAsked(CareCallAskedDecoder command, long nowMillis) {
        CallbackWindow window = new CallbackWindow(command.fromMillis(), command.untilMillis());
        CallQueue queue = center.queue(command.queueId());
        ReservationBook book = center.reservations();
        if (book.isKnown(command.reservationId(), nowMillis) || CallIds.isCallback(command.reservationId())) {
            refuseCare(RefusalReason.ALREADY_RESERVED, command);
        } else if (queue == null || queue.pbxId() != CallIds.pbxOf(command.reservationId())) {
            refuseCare(RefusalReason.UNKNOWN_QUEUE, command);
        } else if (window.isOver(nowMillis)) {
            refuseCare(RefusalReason.WINDOW_PASSED, command);
        } else if (book.isFullOfCareCalls(nowMillis)) {
            refuseCare(RefusalReason.RESERVATION_LIMIT, command);
        } else {
            Reservation.Terms terms = new Reservation.Terms(
                    command.reservationId(),
                    command.callerKey(),
                    command.queueId(),
                    ReservationKind.CARE,
                    Math.max(nowMillis, window.fromMillis()),
                    command.boostMillis());
            int number = command.offset() + CareCallAskedDecoder.numberEncodingOffset();
            desk.place(desk.make(terms, window, command.buffer(), number, nowMillis), nowMillis);
        }
    }

    private void refuseCare(RefusalReason reason, CareCallAskedDecoder command) {
        decisions.commandRefused(reason, CareCallAskedDecoder.TEMPLATE_ID, command.reservationId());
    }

    /** He has one reservation: a second wish changes the first, or confirms it if he is being called. */
    private void reserve(
            Call call, Reservation existing, CallbackWindow window, CallbackAcceptedDecoder command, long nowMillis) {
        Reservation reservation = existing;
        boolean called = existing != null && desk.isCalled(existing);
        int number = command.offset() + CallbackAcceptedDecoder.numberEncodingOffset();
        if (existing == null) {
            Reservation.Terms terms = new Reservation.Terms(
                    call.id(),
                    command.callerKey(),
                    call.queue.id(),
                    ReservationKind.CALLBACK,
                    call.joinedMillis,
                    call.boostMillis);
            reservation = desk.make(terms, window, command.buffer(), number, nowMillis);
        } else if (!called) {
            desk.change(existing, window, command.buffer(), number, nowMillis);
        }
        reservation.withdrawn = false;
        decisions.confirmReservation(reservation.id(), call.id(), reservation.queueId());
        ends.close(call, CallOutcome.RESERVED, false);
        if (!called) {
            desk.place(reservation, nowMillis);
        }
    }

    /** A command of an older schema says nothing of a window. */
    private static CallbackWindow window(CallbackAcceptedDecoder command) {
        return new CallbackWindow(Math.max(0, command.fromMillis()), Math.max(0, command.untilMillis()));
    }

    /** The caller stays in line. */
    void declined(Call call, long nowMillis) {
        if (call.state == CallState.WAITING && !call.isCallback()) {
            lines.turn(call, nowMillis);
        }
    }

    private void acceptedByEndedCall(long callId) {
        Reservation existing = center.reservations().get(callId);
        if (existing != null) {
            decisions.confirmReservation(callId, callId, existing.queueId());
        } else {
            decisions.refuseReservation(callId, RefusalReason.UNKNOWN_CALL);
        }
    }
}
