package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallMovedDecoder;
import io.baro.engine.message.CallRankedDecoder;
import io.baro.engine.message.CallWithdrawnDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationMovedDecoder;

/** Routing 46-49: what somebody does by hand to a call or a reservation. */
final class NaiveOperator {
    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveLine line;
    private final NaiveDesk desk;

    NaiveOperator(NaiveCentre centre, NaiveDecisions decisions, NaiveLine line, NaiveDesk desk) {
        this.centre = centre;
        this.decisions = decisions;
        this.line = line;
        this.desk = desk;
    }

    /** Routing 46. */
    void ranked(CallRankedDecoder asked) {
        NaiveCall call = centre.call(asked.callId());
        if (call == null) {
            decisions.refused(RefusalReason.UNKNOWN_CALL, CallRankedDecoder.TEMPLATE_ID, asked.callId());
        } else if (CallIds.isCallback(call.id)
                || call.state == NaiveCall.State.ENTERING
                || call.state == NaiveCall.State.TALKING) {
            decisions.refused(RefusalReason.WRONG_STATE, CallRankedDecoder.TEMPLATE_ID, asked.callId());
        } else {
            call.boost = Math.clamp(asked.boostMillis(), 0, call.rules.maxBoost);
            call.rulesAsked = true;
            decisions.callReranked(call);
        }
    }

    /** Routing 47. */
    void moved(CallMovedDecoder asked) {
        NaiveCall call = centre.call(asked.callId());
        NaiveQueue target = centre.queue(asked.queueId());
        RefusalReason refusal = null;
        if (call == null) {
            refusal = RefusalReason.UNKNOWN_CALL;
        } else if (isNoCallerInLine(call)) {
            refusal = RefusalReason.WRONG_STATE;
        } else if (target == null || target.pbx != call.pbx) {
            refusal = RefusalReason.UNKNOWN_QUEUE;
        } else if (target == call.queue) {
            refusal = RefusalReason.WRONG_STATE;
        } else if (!target.open) {
            refusal = RefusalReason.QUEUE_CLOSED;
        } else if (line.isFull(target)) {
            refusal = RefusalReason.QUEUE_FULL;
        }
        if (refusal != null) {
            decisions.refused(refusal, CallMovedDecoder.TEMPLATE_ID, asked.callId());
        } else {
            line.movesTo(call, target);
        }
    }

    /** Routing 48. */
    void withdrawn(CallWithdrawnDecoder asked) {
        NaiveCall call = centre.call(asked.callId());
        if (call == null) {
            decisions.refused(RefusalReason.UNKNOWN_CALL, CallWithdrawnDecoder.TEMPLATE_ID, asked.callId());
        } else if (isNoCallerInLine(call)) {
            decisions.refused(RefusalReason.WRONG_STATE, CallWithdrawnDecoder.TEMPLATE_ID, asked.callId());
        } else {
            line.divert(call, RefusalReason.BY_OPERATOR);
        }
    }

    /** Routing 49. */
    void moved(ReservationMovedDecoder asked) {
        NaiveReservation reservation = centre.reservation(asked.reservationId());
        RefusalReason refusal = null;
        if (reservation == null) {
            refusal = RefusalReason.UNKNOWN_CALL;
        } else if (!desk.mayChange(reservation)) {
            refusal = RefusalReason.WRONG_STATE;
        } else if (NaiveDesk.isOver(asked.fromMillis(), asked.untilMillis(), centre.now)) {
            refusal = RefusalReason.WINDOW_PASSED;
        }
        if (refusal != null) {
            decisions.refused(refusal, ReservationMovedDecoder.TEMPLATE_ID, asked.reservationId());
            return;
        }
        if (reservation.kind == ReservationKind.CARE) {
            reservation.joined = Math.max(centre.now, asked.fromMillis());
        }
        desk.promise(reservation, asked.fromMillis(), asked.untilMillis());
        desk.place(reservation);
    }

    private static boolean isNoCallerInLine(NaiveCall call) {
        return !call.waits() || CallIds.isCallback(call.id);
    }
}
