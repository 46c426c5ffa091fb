package io.baro.engine.routing;

import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.CallbackProgressedDecoder;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationCarriedDecoder;
import io.baro.engine.message.ReservationMovedDecoder;
import io.baro.engine.message.ReservationWithdrawnDecoder;
import org.agrona.DirectBuffer;

/** Decodes commands about reservations and finds them, for {@link CallbackDesk} and {@link ReservationFlow}. Runs on: routing thread. */
final class ReservationCommands {
    private final CallCenter center;
    private final Decisions decisions;
    private final ReservationFlow flow;
    private final CallbackDesk desk;
    private final CustomerSide customers;
    private final CallFlow calls;
    private final CarriedReservations carry;
    private final CareCallAskedDecoder careCallAsked = new CareCallAskedDecoder();
    private final ReservationCarriedDecoder carried = new ReservationCarriedDecoder();
    private final ReservationWithdrawnDecoder withdrawn = new ReservationWithdrawnDecoder();
    private final ReservationMovedDecoder moved = new ReservationMovedDecoder();
    private final CallbackProgressedDecoder progressed = new CallbackProgressedDecoder();

    ReservationCommands(Router.Parts parts, Router.Flows flows) {
        center = parts.center();
        decisions = parts.decisions();
        flow = flows.reservations();
        desk = flows.desk();
        customers = flows.customers();
        calls = flows.calls();
        carry = new CarriedReservations(parts, desk);
    }

    void apply(MessageHeaderDecoder header, DirectBuffer buffer, int offset, long now) {
        int length = header.blockLength();
        int version = header.version();
        switch (header.templateId()) {
            case CareCallAskedDecoder.TEMPLATE_ID ->
                flow.careCallAsked(careCallAsked.wrap(buffer, offset, length, version), now);
            case ReservationWithdrawnDecoder.TEMPLATE_ID ->
                withdrawn(withdrawn.wrap(buffer, offset, length, version), now);
            case ReservationMovedDecoder.TEMPLATE_ID -> moved(moved.wrap(buffer, offset, length, version), now);
            case ReservationCarriedDecoder.TEMPLATE_ID ->
                carry.carried(carried.wrap(buffer, offset, length, version), now);
            case CallbackProgressedDecoder.TEMPLATE_ID ->
                progressed(progressed.wrap(buffer, offset, length, version), now);
            default -> throw new IllegalStateException("no command about a reservation: " + header.templateId());
        }
    }

    private void withdrawn(ReservationWithdrawnDecoder command, long nowMillis) {
        Reservation reservation = center.reservations().get(command.reservationId());
        if (reservation == null) {
            refuse(ReservationWithdrawnDecoder.TEMPLATE_ID, command.reservationId());
        } else {
            desk.withdraw(reservation, nowMillis);
        }
    }

    private void moved(ReservationMovedDecoder command, long nowMillis) {
        Reservation reservation = center.reservations().get(command.reservationId());
        CallbackWindow window = new CallbackWindow(command.fromMillis(), command.untilMillis());
        RefusalReason refusal = null;
        if (reservation == null) {
            refusal = RefusalReason.UNKNOWN_CALL;
        } else if (desk.isCalled(reservation)) {
            refusal = RefusalReason.WRONG_STATE;
        } else if (window.isOver(nowMillis)) {
            refusal = RefusalReason.WINDOW_PASSED;
        } else {
            desk.move(reservation, window, nowMillis);
        }
        if (refusal != null) {
            decisions.commandRefused(refusal, ReservationMovedDecoder.TEMPLATE_ID, command.reservationId());
        }
    }

    /** Facts of an attempt that is over come too late: they are refused. */
    private void progressed(CallbackProgressedDecoder command, long nowMillis) {
        Reservation reservation = center.reservations().ofCallback(command.callId());
        if (reservation == null || reservation.call == null || command.attempt() != reservation.attempts + 1) {
            refuse(CallbackProgressedDecoder.TEMPLATE_ID, command.callId());
        } else if (command.stage() == CallbackStage.REACHED) {
            customers.reached(reservation, nowMillis);
        } else if (customers.dialEnded(reservation, command.dialStatus(), command.cause(), nowMillis)) {
            calls.hungUp(reservation.call, nowMillis);
        }
    }

    private void refuse(int templateId, long subject) {
        decisions.commandRefused(RefusalReason.UNKNOWN_CALL, templateId, subject);
    }
}
