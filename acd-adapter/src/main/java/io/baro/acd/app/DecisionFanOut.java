package io.baro.acd.app;

import io.baro.acd.asterisk.PbxLink;
import io.baro.engine.callcenter.CallIds;
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
import io.baro.engine.port.DecisionListener;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Hands each decision to the PBX that holds its call, and to everybody who only watches. Never decides or waits. Runs on: routing
 * thread.
 */
final class DecisionFanOut implements DecisionListener {
    private static final int NOBODY = -1;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final RouteToMenuDecoder routeToMenu = new RouteToMenuDecoder();
    private final HoldInQueueDecoder holdInQueue = new HoldInQueueDecoder();
    private final OfferCallDecoder offerCall = new OfferCallDecoder();
    private final OfferCallbackDecoder offerCallback = new OfferCallbackDecoder();
    private final ConfirmReservationDecoder confirm = new ConfirmReservationDecoder();
    private final RefuseReservationDecoder refuse = new RefuseReservationDecoder();
    private final DialCallbackDecoder dial = new DialCallbackDecoder();
    private final DivertCallDecoder divert = new DivertCallDecoder();
    private final ResyncPbxDecoder resync = new ResyncPbxDecoder();

    private final DecisionListener[] watchers;
    /** By PBX id. Published before the first decision can come: links are started after this is set. */
    private volatile PbxLink[] links = {};

    DecisionFanOut(List<DecisionListener> watchers) {
        this.watchers = watchers.toArray(DecisionListener[]::new);
    }

    void connect(List<PbxLink> byPbxId) {
        links = byPbxId.toArray(PbxLink[]::new);
    }

    @Override
    public void onDecision(
            long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
        int pbxId = pbxOf(buffer, offset);
        PbxLink[] connected = links;
        if (pbxId >= 0 && pbxId < connected.length) {
            // The link counts what finds no room; the router's own deadline repairs it.
            boolean ignored = connected[pbxId].deliver(buffer, offset, length);
        }
        for (DecisionListener watcher : watchers) {
            watcher.onDecision(sequence, timeMillis, ingressNanos, buffer, offset, length);
        }
    }

    @Override
    public void onBatchEnd() {
        for (PbxLink link : links) {
            link.wake();
        }
        for (DecisionListener watcher : watchers) {
            watcher.onBatchEnd();
        }
    }

    private int pbxOf(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.templateId() == ResyncPbxDecoder.TEMPLATE_ID) {
            return resync.wrapAndApplyHeader(buffer, offset, header).pbxId();
        }
        long callId = callOf(header.templateId(), buffer, offset);
        return callId == NOBODY ? NOBODY : CallIds.pbxOf(callId);
    }

    /** The call that an instruction is about; nobody's for a fact. */
    private long callOf(int template, DirectBuffer buffer, int offset) {
        return switch (template) {
            case RouteToMenuDecoder.TEMPLATE_ID ->
                routeToMenu.wrapAndApplyHeader(buffer, offset, header).callId();
            case HoldInQueueDecoder.TEMPLATE_ID ->
                holdInQueue.wrapAndApplyHeader(buffer, offset, header).callId();
            case OfferCallDecoder.TEMPLATE_ID ->
                offerCall.wrapAndApplyHeader(buffer, offset, header).callId();
            case OfferCallbackDecoder.TEMPLATE_ID ->
                offerCallback.wrapAndApplyHeader(buffer, offset, header).callId();
            case ConfirmReservationDecoder.TEMPLATE_ID ->
                confirm.wrapAndApplyHeader(buffer, offset, header).callId();
            case RefuseReservationDecoder.TEMPLATE_ID ->
                refuse.wrapAndApplyHeader(buffer, offset, header).callId();
            case DialCallbackDecoder.TEMPLATE_ID ->
                dial.wrapAndApplyHeader(buffer, offset, header).callId();
            case DivertCallDecoder.TEMPLATE_ID ->
                divert.wrapAndApplyHeader(buffer, offset, header).callId();
            default -> NOBODY;
        };
    }
}
