package io.baro.acd.report;

import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.rehearsal.Onlooker;
import org.agrona.DirectBuffer;

/** Reads the facts of a day and enters them in its {@link DayBook}. Counts nothing itself but agents' time. One thread. */
public final class DayObserver implements Onlooker {
    private enum Work {
        AWAY,
        READY,
        BUSY
    }

    private final DayBook book;
    private final Work[] work;
    private final long[] since;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallAdmittedDecoder admitted = new CallAdmittedDecoder();
    private final CallJoinedDecoder joined = new CallJoinedDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final CallConnectedDecoder connected = new CallConnectedDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    private final AgentChangedDecoder changed = new AgentChangedDecoder();

    public DayObserver(DayBook book, int agents) {
        this.book = book;
        work = new Work[agents];
        since = new long[agents];
        java.util.Arrays.fill(work, Work.AWAY);
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallAdmittedDecoder.TEMPLATE_ID ->
                book.admitted(
                        admitted.wrapAndApplyHeader(buffer, offset, header).callId(), timeMillis);
            case CallJoinedDecoder.TEMPLATE_ID ->
                book.joined(joined.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case OfferCallDecoder.TEMPLATE_ID ->
                book.offered(offer.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case CallConnectedDecoder.TEMPLATE_ID ->
                book.connected(connected.wrapAndApplyHeader(buffer, offset, header));
            case CallClosedDecoder.TEMPLATE_ID -> book.closed(closed.wrapAndApplyHeader(buffer, offset, header));
            case AgentChangedDecoder.TEMPLATE_ID -> {
                changed.wrapAndApplyHeader(buffer, offset, header);
                turnTo(changed.agentId(), workIn(changed.state()), timeMillis);
            }
            default -> {
                // In no book.
            }
        }
    }

    private void turnTo(int agentId, Work next, long nowMillis) {
        if (work[agentId] != Work.AWAY) {
            book.worked(agentId, work[agentId] == Work.BUSY, since[agentId], nowMillis);
        }
        work[agentId] = next;
        since[agentId] = nowMillis;
    }

    private static Work workIn(AgentState state) {
        return switch (state) {
            case READY -> Work.READY;
            case RESERVED, RINGING, TALKING, WRAP_UP -> Work.BUSY;
            case LOGGED_OUT, NOT_READY, NULL_VAL -> Work.AWAY;
        };
    }
}
