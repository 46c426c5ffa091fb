package io.baro.bench;

import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.port.DecisionSink;
import java.util.HashSet;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Callers whose reservations ended with an outcome, by what a router decided. Runs on: the rig's thread. */
final class EndedReservations implements DecisionSink {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ReservationClosedDecoder closed = new ReservationClosedDecoder();
    private final Set<Long> callers = new HashSet<>();

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        if (header.wrap(buffer, offset).templateId() == ReservationClosedDecoder.TEMPLATE_ID) {
            callers.add(closed.wrapAndApplyHeader(buffer, offset, header).callerKey());
        }
    }

    boolean has(long callerKey) {
        return callers.contains(callerKey);
    }
}
