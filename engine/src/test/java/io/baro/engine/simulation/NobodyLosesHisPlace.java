package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationState;
import io.baro.engine.routing.Router;
import java.util.HashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Routing 1, 12, 14 and 45: who waits keeps his rank for life, unless somebody gives him another one by hand (46), or gets back what he
 * let others have; he climbs down no ladder, and is moved by limits four times at most.
 */
final class NobodyLosesHisPlace implements Invariant {
    private static final int MOST_MOVES = 4;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallRerankedDecoder reranked = new CallRerankedDecoder();
    private final ReservationChangedDecoder reservation = new ReservationChangedDecoder();
    private Map<Long, Place> before = new HashMap<>();

    /** Of a call that was over and admitted again, {@code entered} differs. */
    private record Place(long entered, long rank, int queueId, int step, boolean onLine) {}

    /** Hears every decision at the moment it is made: a place that is given by hand, or for another window, is a new one. */
    void note(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.templateId() == CallRerankedDecoder.TEMPLATE_ID) {
            before.remove(reranked.wrapAndApplyHeader(buffer, offset, header).callId());
        } else if (header.templateId() == ReservationChangedDecoder.TEMPLATE_ID) {
            reservation.wrapAndApplyHeader(buffer, offset, header);
            if (reservation.state() == ReservationState.WAITING) {
                before.remove(CallIds.callbackOf(reservation.reservationId()));
            }
        }
    }

    @Override
    public String violation(Router router) {
        Map<Long, Place> now = new HashMap<>();
        for (Call call = router.center().firstCall(); call != null; call = call.next()) {
            Place was = before.get(call.id());
            if (call.state == CallState.WAITING) {
                Place is = new Place(call.enteredMillis, call.rank(), call.queue.id(), call.step, call.onLine);
                now.put(call.id(), is);
                String lost = was == null || was.entered() != is.entered() ? null : lost(was, is);
                if (lost != null || call.moves > MOST_MOVES) {
                    return "call " + call.id() + ": " + lost + ", " + call.moves + " moves";
                }
            } else if (was != null) {
                now.put(call.id(), was);
            }
        }
        before = now;
        return null;
    }

    private static String lost(Place was, Place is) {
        boolean yieldsNoMore = is.onLine() && !was.onLine() && is.rank() <= was.rank();
        if (was.rank() != is.rank() && !yieldsNoMore) {
            return "its rank " + was.rank() + " became " + is.rank();
        }
        return was.queueId() == is.queueId() && is.step() < was.step() ? "it climbed down to " + is.step() : null;
    }
}
