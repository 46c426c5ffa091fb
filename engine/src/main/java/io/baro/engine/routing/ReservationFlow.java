package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.RefusalReason;
import org.agrona.DirectBuffer;

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

    ReservationFlow(Router.Parts parts, LineFlow lines, CallEnds ends) {
        center = parts.center();
        decisions = parts.decisions();
        settings = parts.settings();
        this.lines = lines;
        this.ends = ends;
    }

    /** The caller pressed 1: his call ends as reserved, unless an agent is already on the way to him. */
    void accepted(long callId, long callerKey, DirectBuffer sealedNumber, int offset, long nowMillis) {
        Call call = center.call(callId);
        Reservation existing = center.reservations().ofCaller(callerKey);
        if (call == null) {
            acceptedByEndedCall(callId, existing);
        } else if (call.state == CallState.OFFERED || call.state == CallState.TALKING) {
            decisions.commandRefused(RefusalReason.WRONG_STATE, CallbackAcceptedDecoder.TEMPLATE_ID, callId);
        } else if (!settings.promising) {
            decisions.refuseReservation(callId, RefusalReason.NOT_DURABLE);
        } else if (callerKey == 0) {
            decisions.refuseReservation(callId, RefusalReason.NUMBER_WITHHELD);
        } else if (call.queue == null) {
            decisions.refuseReservation(callId, RefusalReason.UNKNOWN_QUEUE);
        } else if (existing == null && center.reservations().isFull()) {
            decisions.refuseReservation(callId, RefusalReason.RESERVATION_LIMIT);
        } else {
            Reservation reservation = existing != null
                    ? existing
                    : center.reservations().make(call, callerKey, sealedNumber, offset, nowMillis);
            decisions.confirmReservation(reservation.id(), callId, reservation.queueId());
            ends.close(call, CallOutcome.RESERVED, false);
        }
    }

    /** The caller stays in line. */
    void declined(Call call, long nowMillis) {
        if (call.state == CallState.WAITING) {
            lines.turn(call, nowMillis);
        }
    }

    private void acceptedByEndedCall(long callId, Reservation existing) {
        if (existing != null && existing.id() == callId) {
            decisions.confirmReservation(callId, callId, existing.queueId());
        } else {
            decisions.refuseReservation(callId, RefusalReason.UNKNOWN_CALL);
        }
    }
}
