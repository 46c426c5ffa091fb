package io.baro.acd.view;

import io.baro.acd.customer.CallTokens;
import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.CommandRefusedDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.RulesAppliedDecoder;
import io.baro.engine.message.SpikeChangedDecoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Hands each decision that was carried away to who keeps that part of the floor. Never keeps anything itself. Guarded by {@link LiveFloor}'s lock. */
final class FloorReader {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallAdmittedDecoder admitted = new CallAdmittedDecoder();
    private final CallJoinedDecoder joined = new CallJoinedDecoder();
    private final CallClimbedDecoder climbed = new CallClimbedDecoder();
    private final CallRerankedDecoder reranked = new CallRerankedDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final OfferCallbackDecoder callback = new OfferCallbackDecoder();
    private final OfferEndedDecoder offerEnded = new OfferEndedDecoder();
    private final CallConnectedDecoder connected = new CallConnectedDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    private final DivertCallDecoder divert = new DivertCallDecoder();
    private final AgentChangedDecoder agentChanged = new AgentChangedDecoder();
    private final SpikeChangedDecoder spike = new SpikeChangedDecoder();
    private final RulesAppliedDecoder rulesApplied = new RulesAppliedDecoder();
    private final CommandRefusedDecoder refused = new CommandRefusedDecoder();
    private final ReservationChangedDecoder reservationChanged = new ReservationChangedDecoder();
    private final ReservationClosedDecoder reservationClosed = new ReservationClosedDecoder();

    private final Boards boards;
    private final CallFold calls;
    private final DecisionFold decisions;
    private final CallTokens tokens;
    private FloorNames names;
    private boolean restarted;

    FloorReader(Boards boards, FloorNames names, CallTokens tokens) {
        this.boards = boards;
        this.tokens = tokens;
        calls = new CallFold(boards, tokens);
        decisions = new DecisionFold(boards, tokens);
        know(names);
    }

    void know(FloorNames now) {
        names = now;
        calls.know(now);
        decisions.know(now);
    }

    /** Whether all was forgotten and told anew since this was asked last. */
    boolean takeRestarted() {
        boolean taken = restarted;
        restarted = false;
        return taken;
    }

    void onMessage(int type, MutableDirectBuffer buffer, int index, int ignoredLength) {
        if (type == DecisionTap.RESTART) {
            boards.restart();
            restarted = true;
            return;
        }
        long timeMillis = buffer.getLong(index);
        int offset = index + Long.BYTES;
        boolean told = type == DecisionTap.TOLD;
        header.wrap(buffer, offset);
        if (!told) {
            onNews(timeMillis, buffer, offset);
        }
        onFact(timeMillis, buffer, offset, told);
    }

    private void onFact(long timeMillis, DirectBuffer buffer, int offset, boolean told) {
        switch (header.templateId()) {
            case CallAdmittedDecoder.TEMPLATE_ID ->
                calls.admitted(admitted.wrapAndApplyHeader(buffer, offset, header), timeMillis, told);
            case CallJoinedDecoder.TEMPLATE_ID ->
                calls.joined(joined.wrapAndApplyHeader(buffer, offset, header), timeMillis, told);
            case CallClimbedDecoder.TEMPLATE_ID -> calls.climbed(climbed.wrapAndApplyHeader(buffer, offset, header));
            case CallRerankedDecoder.TEMPLATE_ID -> calls.reranked(reranked.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallDecoder.TEMPLATE_ID -> calls.offered(offer.wrapAndApplyHeader(buffer, offset, header));
            case OfferEndedDecoder.TEMPLATE_ID ->
                calls.offerEnded(offerEnded.wrapAndApplyHeader(buffer, offset, header));
            case CallConnectedDecoder.TEMPLATE_ID ->
                calls.connected(connected.wrapAndApplyHeader(buffer, offset, header), told);
            case CallClosedDecoder.TEMPLATE_ID -> calls.closed(closed.wrapAndApplyHeader(buffer, offset, header));
            case AgentChangedDecoder.TEMPLATE_ID ->
                boards.agents().changed(agentChanged.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case ReservationChangedDecoder.TEMPLATE_ID -> {
                reservationChanged.wrapAndApplyHeader(buffer, offset, header);
                String token = tokens.of(reservationChanged.reservationId());
                boards.reservations().changed(reservationChanged, token, names);
            }
            default -> onRareFact(buffer, offset);
        }
    }

    private void onRareFact(DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case ReservationClosedDecoder.TEMPLATE_ID ->
                boards.reservations().closed(reservationClosed.wrapAndApplyHeader(buffer, offset, header));
            case SpikeChangedDecoder.TEMPLATE_ID -> {
                spike.wrapAndApplyHeader(buffer, offset, header);
                boards.queues().spike(spike.queueId(), spike.active() == 1);
            }
            case CommandRefusedDecoder.TEMPLATE_ID ->
                boards.refusals().add(refused.wrapAndApplyHeader(buffer, offset, header));
            case RulesAppliedDecoder.TEMPLATE_ID ->
                boards.decisions()
                        .rulesVersion(rulesApplied
                                .wrapAndApplyHeader(buffer, offset, header)
                                .version());
            default -> {
                // Instructions whose outcome will be told.
            }
        }
    }

    /** What is written into the log of decisions. */
    private void onNews(long timeMillis, DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case CallJoinedDecoder.TEMPLATE_ID ->
                decisions.joined(joined.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case OfferCallDecoder.TEMPLATE_ID ->
                decisions.offered(offer.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case OfferEndedDecoder.TEMPLATE_ID ->
                decisions.offerEnded(offerEnded.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case CallConnectedDecoder.TEMPLATE_ID ->
                decisions.connected(connected.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case OfferCallbackDecoder.TEMPLATE_ID ->
                decisions.callback(callback.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case CallClimbedDecoder.TEMPLATE_ID ->
                decisions.climbed(climbed.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case CallRerankedDecoder.TEMPLATE_ID ->
                decisions.reranked(reranked.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case DivertCallDecoder.TEMPLATE_ID ->
                decisions.diverted(divert.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case CallClosedDecoder.TEMPLATE_ID ->
                decisions.closed(closed.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case SpikeChangedDecoder.TEMPLATE_ID ->
                decisions.spike(spike.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case RulesAppliedDecoder.TEMPLATE_ID ->
                decisions.rules(rulesApplied.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            case CommandRefusedDecoder.TEMPLATE_ID ->
                decisions.refused(refused.wrapAndApplyHeader(buffer, offset, header), timeMillis);
            default -> {
                // Nothing that anybody asks why about.
            }
        }
    }
}
