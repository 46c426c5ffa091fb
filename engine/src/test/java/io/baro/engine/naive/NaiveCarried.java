package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationCarriedDecoder;
import io.baro.engine.message.ReservationKind;

/** Routing 44: what an earlier state promised. */
final class NaiveCarried {
    private static final long TWO_DAYS = 172_800_000;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveDesk desk;

    NaiveCarried(NaiveCentre centre, NaiveDecisions decisions, NaiveDesk desk) {
        this.centre = centre;
        this.decisions = decisions;
        this.desk = desk;
    }

    void carried(ReservationCarriedDecoder told) {
        long id = told.reservationId();
        NaiveQueue queue = centre.queue(told.queueId());
        boolean care = told.kind() == ReservationKind.CARE;
        centre.finishedCare.values().removeIf(forgotten -> forgotten <= centre.now);
        boolean full = centre.reservations.size() == centre.limits.reservations()
                || (care && centre.openCareCalls() + centre.finishedCare.size() >= centre.limits.reservations());
        RefusalReason refusal = null;
        if (centre.reservation(id) != null || centre.finishedCare.containsKey(id) || CallIds.isCallback(id)) {
            refusal = RefusalReason.ALREADY_RESERVED;
        } else if (queue == null || queue.pbx != CallIds.pbxOf(id)) {
            refusal = RefusalReason.UNKNOWN_QUEUE;
        } else if (!care && centre.reservationOf(told.callerKey()) != null) {
            refusal = RefusalReason.ALREADY_RESERVED;
        } else if (full) {
            refusal = RefusalReason.RESERVATION_LIMIT;
        }
        if (refusal != null) {
            decisions.refused(refusal, ReservationCarriedDecoder.TEMPLATE_ID, id);
        } else if (told.finished() != 0) {
            centre.finishedCare.put(id, told.untilMillis() + TWO_DAYS);
        } else {
            take(told, queue);
        }
    }

    private void take(ReservationCarriedDecoder told, NaiveQueue queue) {
        byte[] number = new byte[ReservationCarriedDecoder.numberLength()];
        for (int i = 0; i < number.length; i++) {
            number[i] = (byte) told.number(i);
        }
        NaiveReservation taken = new NaiveReservation(
                told.reservationId(), told.callerKey(), queue.id, told.kind(), number, told.madeMillis());
        taken.joined = told.joinedMillis();
        taken.boost = told.boostMillis();
        taken.due = told.dueMillis();
        taken.until = told.untilMillis();
        taken.attempts = told.attempts();
        centre.reservations.add(taken);
        desk.place(taken);
    }
}
