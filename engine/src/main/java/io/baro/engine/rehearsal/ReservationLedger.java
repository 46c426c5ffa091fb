package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallbackProgressedDecoder;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ReservationOutcome;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;

/**
 * Owns the identity of promises: made = kept + withdrawn + exhausted + expired + open, where every one that was confirmed to a caller was
 * made, and every one that was kept was seen to reach its customer. One thread.
 */
final class ReservationLedger {
    private static final int OUTCOMES = ReservationOutcome.EXPIRED.value() + 1;

    private final long[] closed = new long[OUTCOMES];
    private final LongHashSet open = new LongHashSet();
    private final LongHashSet over = new LongHashSet();
    private final LongHashSet confirmed = new LongHashSet();
    private final LongHashSet reached = new LongHashSet();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallbackProgressedDecoder progressed = new CallbackProgressedDecoder();
    private final ConfirmReservationDecoder confirm = new ConfirmReservationDecoder();
    private final ReservationChangedDecoder changed = new ReservationChangedDecoder();
    private final ReservationClosedDecoder closing = new ReservationClosedDecoder();
    private long made;
    private long strays;

    /** Promises that were made. */
    long made() {
        return made;
    }

    /** Promises that are not closed. */
    long open() {
        return open.size();
    }

    /** Promises that ended so. */
    long closed(ReservationOutcome outcome) {
        return closed[outcome.value()];
    }

    boolean identityHolds() {
        return strays == 0
                && confirmed.isEmpty()
                && made == Arrays.stream(closed).sum() + open.size()
                && reached.size() >= closed(ReservationOutcome.KEPT);
    }

    void onCommand(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.templateId() == CallbackProgressedDecoder.TEMPLATE_ID) {
            progressed.wrapAndApplyHeader(buffer, offset, header);
            if (progressed.stage() == CallbackStage.REACHED) {
                reached.add(CallIds.reservationOf(progressed.callId()));
            }
        }
    }

    void onDecision(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case ConfirmReservationDecoder.TEMPLATE_ID -> {
                long id = confirm.wrapAndApplyHeader(buffer, offset, header).reservationId();
                if (!open.contains(id)) {
                    confirmed.add(id);
                }
            }
            case ReservationChangedDecoder.TEMPLATE_ID ->
                changed(changed.wrapAndApplyHeader(buffer, offset, header).reservationId());
            case ReservationClosedDecoder.TEMPLATE_ID -> {
                closing.wrapAndApplyHeader(buffer, offset, header);
                closed(closing.reservationId(), closing.outcome());
            }
            default -> {
                // Promises nothing.
            }
        }
    }

    private void changed(long id) {
        confirmed.remove(id);
        if (open.add(id)) {
            made++;
            strays += over.contains(id) ? 1 : 0;
        }
    }

    private void closed(long id, ReservationOutcome outcome) {
        closed[outcome.value()]++;
        boolean known = open.remove(id) && over.add(id);
        boolean kept = outcome != ReservationOutcome.KEPT || reached.contains(id);
        strays += known && kept ? 0 : 1;
    }
}
