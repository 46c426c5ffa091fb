package io.baro.engine.simulation;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.routing.Router;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;

/**
 * Routing 37: an attempt follows those that failed and no other, there are no more than the policy allows, and who was reached is not
 * called again. That the PBX dials each attempt once is {@link CalledCustomers}' promise.
 */
final class NobodyIsCalledTooOften implements Invariant {
    private final Map<Long, Integer> failed = new HashMap<>();
    private final Set<Long> closed = new HashSet<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DialCallbackDecoder dial = new DialCallbackDecoder();
    private final ReservationChangedDecoder changed = new ReservationChangedDecoder();
    private final ReservationClosedDecoder closing = new ReservationClosedDecoder();
    private String broken;

    /** Hears every decision at the moment it is made. */
    void note(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case DialCallbackDecoder.TEMPLATE_ID -> dialled(dial.wrapAndApplyHeader(buffer, offset, header));
            case ReservationChangedDecoder.TEMPLATE_ID -> {
                changed.wrapAndApplyHeader(buffer, offset, header);
                attempts(changed.reservationId(), changed.attempts());
            }
            case ReservationClosedDecoder.TEMPLATE_ID -> {
                closing.wrapAndApplyHeader(buffer, offset, header);
                attempts(closing.reservationId(), closing.attempts());
                closed.add(closing.reservationId());
            }
            default -> {}
        }
    }

    @Override
    public String violation(Router router) {
        return broken;
    }

    private void dialled(DialCallbackDecoder command) {
        long id = CallIds.reservationOf(command.callId());
        if (closed.contains(id)) {
            broken = "reservation " + id + " is closed, and its customer is to be called";
        } else if (command.attempt() != failed.getOrDefault(id, 0) + 1 || command.attempt() > Floor.MOST_ATTEMPTS) {
            broken = "attempt " + command.attempt() + " of reservation " + id + " after " + failed.get(id);
        }
    }

    private void attempts(long id, int now) {
        int before = failed.getOrDefault(id, 0);
        if (now < before || now > before + 1 || now > Floor.MOST_ATTEMPTS) {
            broken = "reservation " + id + " goes from " + before + " to " + now + " attempts";
        }
        failed.put(id, now);
    }
}
