package io.baro.engine.routing;

import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationCarriedDecoder;
import io.baro.engine.message.ReservationKind;

/**
 * Takes reservations over that an earlier state promised, as they stood there: told twice, it takes each once. Never promises anything
 * itself. Runs on: routing thread.
 */
final class CarriedReservations {
    private final CallCenter center;
    private final Decisions decisions;
    private final CallbackDesk desk;

    CarriedReservations(Router.Parts parts, CallbackDesk desk) {
        center = parts.center();
        decisions = parts.decisions();
        this.desk = desk;
    }

    void carried(ReservationCarriedDecoder command, long nowMillis) {
        RefusalReason refusal = refusalOf(command, nowMillis);
        if (refusal != null) {
            decisions.commandRefused(refusal, ReservationCarriedDecoder.TEMPLATE_ID, command.reservationId());
        } else if (command.finished() != 0) {
            center.reservations().finishedCareCalls().add(command.reservationId(), command.untilMillis());
        } else {
            desk.place(made(command), nowMillis);
        }
    }

    private RefusalReason refusalOf(ReservationCarriedDecoder command, long nowMillis) {
        ReservationBook book = center.reservations();
        long id = command.reservationId();
        boolean care = command.kind() == ReservationKind.CARE;
        CallQueue queue = center.queue(command.queueId());
        if (book.isKnown(id, nowMillis) || CallIds.isCallback(id)) {
            return RefusalReason.ALREADY_RESERVED;
        }
        if (queue == null || queue.pbxId() != CallIds.pbxOf(id)) {
            return RefusalReason.UNKNOWN_QUEUE;
        }
        if (!care && book.ofCaller(command.callerKey()) != null) {
            return RefusalReason.ALREADY_RESERVED;
        }
        return (care ? book.isFullOfCareCalls(nowMillis) : book.isFull()) ? RefusalReason.RESERVATION_LIMIT : null;
    }

    private Reservation made(ReservationCarriedDecoder command) {
        Reservation.Terms terms = new Reservation.Terms(
                command.reservationId(),
                command.callerKey(),
                command.queueId(),
                command.kind(),
                command.joinedMillis(),
                command.boostMillis());
        int number = command.offset() + ReservationCarriedDecoder.numberEncodingOffset();
        Reservation made = center.reservations().make(terms, command.buffer(), number, command.madeMillis());
        center.queue(made.queueId()).promises(1);
        made.dueMillis = command.dueMillis();
        made.untilMillis = command.untilMillis();
        made.attempts = command.attempts();
        return made;
    }
}
