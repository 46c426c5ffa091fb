package io.baro.acd.care;

import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.CommandRefusedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.port.DecisionListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.agrona.DirectBuffer;

/**
 * Hears what became of care calls and hands it to {@link CareCalls}. Allocates for them alone. Written on the routing thread, read by the
 * watch's.
 */
public final class CareFacts implements DecisionListener {
    private final Queue<Fact> heard = new ConcurrentLinkedQueue<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ReservationClosedDecoder closed = new ReservationClosedDecoder();
    private final CommandRefusedDecoder refused = new CommandRefusedDecoder();

    /** What was heard of one of them. */
    sealed interface Fact {
        long reservationId();
    }

    /** It is over. */
    record Closed(long reservationId, ReservationOutcome outcome) implements Fact {}

    /** It was not taken. */
    record Refused(long reservationId, RefusalReason reason) implements Fact {}

    /** The next fact in its order, or null. */
    Fact poll() {
        return heard.poll();
    }

    @Override
    public void onDecision(
            long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        if (header.templateId() == ReservationClosedDecoder.TEMPLATE_ID) {
            closed.wrapAndApplyHeader(buffer, offset, header);
            if (closed.kind() == ReservationKind.CARE) {
                heard.add(new Closed(closed.reservationId(), closed.outcome()));
            }
        } else if (header.templateId() == CommandRefusedDecoder.TEMPLATE_ID) {
            refused.wrapAndApplyHeader(buffer, offset, header);
            if (refused.templateId() == CareCallAskedDecoder.TEMPLATE_ID) {
                heard.add(new Refused(refused.subject(), refused.reason()));
            }
        }
    }

    @Override
    public void onBatchEnd() {
        // Who reads looks by himself.
    }
}
