package io.baro.acd.asterisk;

import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.RefuseReservationDecoder;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.RouteToMenuDecoder;
import org.agrona.DirectBuffer;

/**
 * Turns decisions of the router into moves of callers. Never sends and never allocates. Runs on: event loop.
 */
final class DecisionTranslator {
    /** A phone that is to ring for less than a second rings for one: the dialplan counts in seconds. */
    private static final long MILLIS_PER_SECOND = 1000;

    /** Carries out what a decision asks of a PBX. */
    interface Actions {
        void move(Redirects.Move move);

        void dial(DialCallbackDecoder decision);

        void resync();
    }

    private final Actions actions;
    private final Redirects.Move move = new Redirects.Move();
    /** Grows from OfferCall to OfferCall as long as they ring together. */
    private final Redirects.Move dial = new Redirects.Move();

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final RouteToMenuDecoder routeToMenu = new RouteToMenuDecoder();
    private final HoldInQueueDecoder holdInQueue = new HoldInQueueDecoder();
    private final OfferCallDecoder offerCall = new OfferCallDecoder();
    private final OfferCallbackDecoder offerCallback = new OfferCallbackDecoder();
    private final ConfirmReservationDecoder confirmReservation = new ConfirmReservationDecoder();
    private final RefuseReservationDecoder refuseReservation = new RefuseReservationDecoder();
    private final DivertCallDecoder divertCall = new DivertCallDecoder();
    private final DialCallbackDecoder dialCallback = new DialCallbackDecoder();
    private final ResyncPbxDecoder resyncPbx = new ResyncPbxDecoder();

    DecisionTranslator(Actions actions) {
        this.actions = actions;
    }

    /** True for a decision that is an instruction for a PBX, and no mere fact. */
    static boolean isInstruction(int templateId) {
        return templateId >= RouteToMenuDecoder.TEMPLATE_ID && templateId <= DialCallbackDecoder.TEMPLATE_ID;
    }

    void onDecision(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID ->
                onRouteToMenu(routeToMenu.wrapAndApplyHeader(buffer, offset, header));
            case HoldInQueueDecoder.TEMPLATE_ID ->
                onHoldInQueue(holdInQueue.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallDecoder.TEMPLATE_ID -> onOfferCall(offerCall.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallbackDecoder.TEMPLATE_ID ->
                onOfferCallback(offerCallback.wrapAndApplyHeader(buffer, offset, header));
            case ConfirmReservationDecoder.TEMPLATE_ID ->
                onConfirmReservation(confirmReservation.wrapAndApplyHeader(buffer, offset, header));
            case RefuseReservationDecoder.TEMPLATE_ID ->
                onRefuseReservation(refuseReservation.wrapAndApplyHeader(buffer, offset, header));
            case DivertCallDecoder.TEMPLATE_ID -> onDivertCall(divertCall.wrapAndApplyHeader(buffer, offset, header));
            case DialCallbackDecoder.TEMPLATE_ID ->
                actions.dial(dialCallback.wrapAndApplyHeader(buffer, offset, header));
            case ResyncPbxDecoder.TEMPLATE_ID -> onResyncPbx(resyncPbx.wrapAndApplyHeader(buffer, offset, header));
            default -> throw new IllegalStateException("no instruction for a PBX: message " + header.templateId());
        }
    }

    private void onRouteToMenu(RouteToMenuDecoder decision) {
        actions.move(move.to(Destination.MENU, decision.callId(), 0));
    }

    private void onHoldInQueue(HoldInQueueDecoder decision) {
        actions.move(move.to(Destination.WAIT, decision.callId(), decision.queueId()));
    }

    private void onOfferCall(OfferCallDecoder decision) {
        // Nobody is on the line who could be moved.
        if (decision.dialFollows() == 1) {
            return;
        }
        if (decision.ringIndex() == 0) {
            int ringSeconds = (int) Math.max(1, decision.ringMillis() / MILLIS_PER_SECOND);
            dial.to(Destination.DIAL, decision.callId(), decision.agentId()).offer(decision.offerId(), ringSeconds);
        } else {
            dial.also(decision.agentId());
        }
        if (decision.moreFollow() == 0) {
            actions.move(dial);
        }
    }

    private void onOfferCallback(OfferCallbackDecoder decision) {
        actions.move(move.to(Destination.CALLBACK, decision.callId(), 0));
    }

    private void onConfirmReservation(ConfirmReservationDecoder decision) {
        actions.move(move.to(Destination.CALLBACK_OK, decision.callId(), 0));
    }

    private void onRefuseReservation(RefuseReservationDecoder decision) {
        actions.move(move.to(Destination.refusal(decision.reason()), decision.callId(), 0));
    }

    private void onDivertCall(DivertCallDecoder decision) {
        actions.move(move.to(Destination.DIVERT, decision.callId(), 0));
    }

    // One link, one PBX: the message was delivered to the link of the PBX that it names.
    private void onResyncPbx(ResyncPbxDecoder decision) {
        assert decision.pbxId() >= 0;
        actions.resync();
    }
}
