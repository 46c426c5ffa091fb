package io.baro.engine.simulation;

import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.routing.Router;
import java.util.HashSet;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Routing 32-38: a reservation that was confirmed is open, or was closed with an outcome that was told once. No promise is forgotten. */
final class EveryReservationEndsOnce implements Invariant {
    private final Set<Long> open = new HashSet<>();
    private final Set<Long> closed = new HashSet<>();
    private final Set<Long> confirmed = new HashSet<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConfirmReservationDecoder confirm = new ConfirmReservationDecoder();
    private final ReservationChangedDecoder changed = new ReservationChangedDecoder();
    private final ReservationClosedDecoder closing = new ReservationClosedDecoder();
    private String broken;

    /** Hears every decision at the moment it is made. */
    void note(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case ConfirmReservationDecoder.TEMPLATE_ID ->
                confirmed.add(confirm.wrapAndApplyHeader(buffer, offset, header).reservationId());
            case ReservationChangedDecoder.TEMPLATE_ID -> {
                long id = changed.wrapAndApplyHeader(buffer, offset, header).reservationId();
                open.add(id);
                if (closed.contains(id)) {
                    broken = "reservation " + id + " changes after it was closed";
                }
            }
            case ReservationClosedDecoder.TEMPLATE_ID -> {
                long id = closing.wrapAndApplyHeader(buffer, offset, header).reservationId();
                if (!open.remove(id) || !closed.add(id)) {
                    broken = "reservation " + id + " is closed, and was not open";
                }
            }
            default -> {}
        }
    }

    @Override
    public String violation(Router router) {
        for (long id : confirmed) {
            if (broken == null && !open.contains(id) && !closed.contains(id)) {
                broken = "reservation " + id + " was confirmed and is not heard of";
            }
        }
        confirmed.clear();
        ReservationBook book = router.center().reservations();
        for (int i = 0; i < book.size(); i++) {
            if (broken == null && !open.contains(book.at(i).id())) {
                broken = "reservation " + book.at(i).id() + " is in the book, and nobody was told";
            }
        }
        if (broken == null && open.size() != book.size()) {
            broken = open.size() + " reservations were told as open, " + book.size() + " are";
        }
        return broken;
    }
}
