package io.baro.engine.simulation;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.ChosenBy;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.SpikeChangedDecoder;
import io.baro.engine.message.Strategy;
import java.util.EnumSet;
import java.util.Set;
import org.agrona.DirectBuffer;

/** What has happened on the simulated floors so far: a simulation in which nothing of it happens proves nothing about it. */
final class Happenings {
    private final Set<Happening> seen = EnumSet.noneOf(Happening.class);
    private final Set<Strategy> strategies = EnumSet.noneOf(Strategy.class);
    private final Set<RefusalReason> diverted = EnumSet.noneOf(RefusalReason.class);

    /** Something that a good simulation shows. */
    enum Happening {
        CLIMBED,
        LENT_AGENT,
        CALL_CHOSE,
        AGENT_CHOSE,
        KEPT_FOR_AN_AGENT,
        OVERTAKEN_BY_BOOST,
        CALLBACK_OFFERED,
        CALLBACK_CONFIRMED,
        SPIKE,
        RANG_SEVERAL,
        ANSWERED_ELSEWHERE,
        RESYNC_ASKED,
        CUSTOMER_CALLED_AGAIN,
        RESULT_TOLD_AGAIN,
        CALLBACK_KEPT,
        CALLBACK_WITHDRAWN,
        CALLBACK_EXHAUSTED,
        CALLBACK_EXPIRED,
        CARE_CALL_KEPT,
        CALLBACK_BEFORE_CALLERS,
        CALLED_CUSTOMER_GOES_TO_ANOTHER_AGENT,
        RANKED_BY_HAND,
        MOVED_BY_HAND,
        RESERVATION_MOVED_BY_HAND
    }

    /** What no decision tells by itself. */
    void note(Happening happening) {
        seen.add(happening);
    }

    void note(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        switch (header.templateId()) {
            case CallClimbedDecoder.TEMPLATE_ID -> seen.add(Happening.CLIMBED);
            case CallRerankedDecoder.TEMPLATE_ID -> seen.add(Happening.RANKED_BY_HAND);
            case OfferCallbackDecoder.TEMPLATE_ID -> seen.add(Happening.CALLBACK_OFFERED);
            case ConfirmReservationDecoder.TEMPLATE_ID -> seen.add(Happening.CALLBACK_CONFIRMED);
            case SpikeChangedDecoder.TEMPLATE_ID -> seen.add(Happening.SPIKE);
            case ResyncPbxDecoder.TEMPLATE_ID -> seen.add(Happening.RESYNC_ASKED);
            case DivertCallDecoder.TEMPLATE_ID ->
                diverted.add(new DivertCallDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .reason());
            case OfferEndedDecoder.TEMPLATE_ID -> {
                OfferEndedDecoder ended = new OfferEndedDecoder().wrapAndApplyHeader(buffer, offset, header);
                if (ended.outcome() == OfferOutcome.ANSWERED_ELSEWHERE) {
                    seen.add(Happening.ANSWERED_ELSEWHERE);
                }
            }
            case OfferCallDecoder.TEMPLATE_ID ->
                offered(new OfferCallDecoder().wrapAndApplyHeader(buffer, offset, header));
            case ReservationClosedDecoder.TEMPLATE_ID ->
                closed(new ReservationClosedDecoder().wrapAndApplyHeader(buffer, offset, header));
            default -> {}
        }
    }

    /** A callback is to be called, for which the same attempt was begun before or not. */
    void noteDial(int attempt, boolean begunBefore) {
        if (begunBefore) {
            seen.add(Happening.RESULT_TOLD_AGAIN);
        } else if (attempt > 1) {
            seen.add(Happening.CUSTOMER_CALLED_AGAIN);
        }
    }

    private void closed(ReservationClosedDecoder reservation) {
        boolean kept = reservation.outcome() == ReservationOutcome.KEPT;
        seen.add(
                switch (reservation.outcome()) {
                    case KEPT, NULL_VAL -> Happening.CALLBACK_KEPT;
                    case WITHDRAWN -> Happening.CALLBACK_WITHDRAWN;
                    case EXHAUSTED -> Happening.CALLBACK_EXHAUSTED;
                    case EXPIRED -> Happening.CALLBACK_EXPIRED;
                });
        if (kept && reservation.kind() == ReservationKind.CARE) {
            seen.add(Happening.CARE_CALL_KEPT);
        }
    }

    private void offered(OfferCallDecoder offer) {
        strategies.add(offer.strategy());
        if (offer.ringIndex() > 0) {
            seen.add(Happening.RANG_SEVERAL);
        }
        ChosenBy by = offer.chosenBy();
        seen.add(
                by == ChosenBy.CALL
                        ? Happening.CALL_CHOSE
                        : by == ChosenBy.AGENT ? Happening.AGENT_CHOSE : Happening.KEPT_FOR_AN_AGENT);
        if (offer.agentId() % Floor.PBXS != CallIds.pbxOf(offer.callId())) {
            seen.add(Happening.LENT_AGENT);
        }
        if (CallIds.isCallback(offer.callId()) && offer.stillWaiting() > 0) {
            seen.add(Happening.CALLBACK_BEFORE_CALLERS);
        }
        if (CallIds.isCallback(offer.callId()) && offer.dialFollows() == 0) {
            seen.add(Happening.CALLED_CUSTOMER_GOES_TO_ANOTHER_AGENT);
        }
        if (by == ChosenBy.AGENT && offer.boostMillis() > 0 && offer.stillWaiting() > 0) {
            seen.add(Happening.OVERTAKEN_BY_BOOST);
        }
    }

    /** What has not happened, as text; empty if everything has. */
    String missing() {
        Set<Happening> unseen = EnumSet.complementOf(EnumSet.copyOf(seen));
        Set<Strategy> unused = EnumSet.allOf(Strategy.class);
        unused.removeAll(strategies);
        unused.remove(Strategy.NULL_VAL);
        Set<RefusalReason> reasons = EnumSet.of(
                RefusalReason.QUEUE_CLOSED,
                RefusalReason.QUEUE_FULL,
                RefusalReason.WAITED_TOO_LONG,
                RefusalReason.SHED,
                RefusalReason.BY_OPERATOR,
                RefusalReason.CALL_LIMIT);
        reasons.removeAll(diverted);
        return (unseen.isEmpty() ? "" : unseen.toString())
                + (unused.isEmpty() ? "" : unused.toString())
                + (reasons.isEmpty() ? "" : reasons.toString());
    }
}
