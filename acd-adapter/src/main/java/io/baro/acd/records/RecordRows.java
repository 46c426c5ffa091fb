package io.baro.acd.records;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.RefuseReservationDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.port.DecisionSink;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;

/** Gives each decision to the tables that it changes: the one list of what is recorded. Decides nothing. One thread. */
final class RecordRows implements DecisionSink {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallAdmittedDecoder admitted = new CallAdmittedDecoder();
    private final CallJoinedDecoder joined = new CallJoinedDecoder();
    private final CallClimbedDecoder climbed = new CallClimbedDecoder();
    private final CallRerankedDecoder reranked = new CallRerankedDecoder();
    private final CallConnectedDecoder connected = new CallConnectedDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    private final OfferCallDecoder offerCall = new OfferCallDecoder();
    private final OfferEndedDecoder offerEnded = new OfferEndedDecoder();
    private final OfferCallbackDecoder offerCallback = new OfferCallbackDecoder();
    private final HoldInQueueDecoder held = new HoldInQueueDecoder();
    private final ConfirmReservationDecoder confirmed = new ConfirmReservationDecoder();
    private final RefuseReservationDecoder refused = new RefuseReservationDecoder();
    private final ReservationClosedDecoder reservationClosed = new ReservationClosedDecoder();
    private final AgentChangedDecoder agentChanged = new AgentChangedDecoder();
    private final DivertCallDecoder diverted = new DivertCallDecoder();

    private final RecordBatch batch = newBatch();
    private final CommandAtHand command = new CommandAtHand();
    private final CallRows calls;
    private final OfferRows offers;
    private final DecisionRows decisions;
    private final ReservationRows reservations;

    RecordRows(int journal) {
        calls = new CallRows(journal, batch);
        offers = new OfferRows(journal, batch);
        decisions = new DecisionRows(journal, batch);
        reservations = new ReservationRows(journal, batch);
    }

    private static RecordBatch newBatch() {
        return new RecordBatch(Stream.of(
                        CallRows.STATEMENTS, OfferRows.STATEMENTS, DecisionRows.STATEMENTS, ReservationRows.STATEMENTS)
                .flatMap(List::stream)
                .toList());
    }

    RecordBatch batch() {
        return batch;
    }

    CallRows calls() {
        return calls;
    }

    OfferRows offers() {
        return offers;
    }

    /** The decisions that come now are of this command. */
    void begin(long sequence, DirectBuffer buffer, int offset) {
        command.wrap(sequence, buffer, offset);
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallAdmittedDecoder.TEMPLATE_ID ->
                calls.admitted(admitted.wrapAndApplyHeader(buffer, offset, header), command, timeMillis);
            case CallJoinedDecoder.TEMPLATE_ID -> {
                joined.wrapAndApplyHeader(buffer, offset, header);
                calls.joined(joined, timeMillis);
                if (command.moves(joined.callId(), joined.queueId())) {
                    decisions.moved(joined, command, timeMillis);
                }
            }
            case CallClimbedDecoder.TEMPLATE_ID -> calls.climbed(climbed.wrapAndApplyHeader(buffer, offset, header));
            case CallConnectedDecoder.TEMPLATE_ID -> {
                connected.wrapAndApplyHeader(buffer, offset, header);
                calls.connected(connected, timeMillis);
                offers.answered(connected.agentId(), command, timeMillis);
            }
            case CallClosedDecoder.TEMPLATE_ID ->
                calls.closed(closed.wrapAndApplyHeader(buffer, offset, header), command, timeMillis);
            case OfferCallDecoder.TEMPLATE_ID -> {
                offerCall.wrapAndApplyHeader(buffer, offset, header);
                offers.offered(offerCall, command, timeMillis);
                decisions.offered(offerCall, command, timeMillis);
            }
            case OfferEndedDecoder.TEMPLATE_ID ->
                offers.ended(offerEnded.wrapAndApplyHeader(buffer, offset, header), command, timeMillis);
            default -> onPromise(timeMillis, buffer, offset);
        }
    }

    /** What is decided instead of an offer, or by hand. Whatever else there is, is not recorded. */
    private void onPromise(long timeMillis, DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case OfferCallbackDecoder.TEMPLATE_ID -> {
                offerCallback.wrapAndApplyHeader(buffer, offset, header);
                calls.callbackOffered(offerCallback, timeMillis);
                decisions.callbackOffered(offerCallback, command, timeMillis);
            }
            case CallRerankedDecoder.TEMPLATE_ID -> {
                reranked.wrapAndApplyHeader(buffer, offset, header);
                calls.reranked(reranked);
                decisions.rankChanged(reranked, command, timeMillis);
            }
            case HoldInQueueDecoder.TEMPLATE_ID ->
                decisions.held(held.wrapAndApplyHeader(buffer, offset, header), command, timeMillis);
            case ConfirmReservationDecoder.TEMPLATE_ID -> {
                confirmed.wrapAndApplyHeader(buffer, offset, header);
                reservations.confirmed(confirmed, command, timeMillis);
                decisions.confirmed(confirmed, command, timeMillis);
            }
            case RefuseReservationDecoder.TEMPLATE_ID ->
                decisions.refused(refused.wrapAndApplyHeader(buffer, offset, header), command, timeMillis);
            case ReservationClosedDecoder.TEMPLATE_ID ->
                reservations.closed(reservationClosed.wrapAndApplyHeader(buffer, offset, header), command, timeMillis);
            case AgentChangedDecoder.TEMPLATE_ID -> {
                agentChanged.wrapAndApplyHeader(buffer, offset, header);
                if (agentChanged.state() == AgentState.TALKING && CallIds.isCallback(agentChanged.callId())) {
                    offers.answered(agentChanged.agentId(), command, timeMillis);
                }
            }
            case DivertCallDecoder.TEMPLATE_ID ->
                decisions.diverted(diverted.wrapAndApplyHeader(buffer, offset, header), command, timeMillis);
            default -> {}
        }
    }
}
