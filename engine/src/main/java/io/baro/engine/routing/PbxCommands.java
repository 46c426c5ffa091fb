package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.Pbx;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.CallSeenDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OffersChangedDecoder;
import io.baro.engine.message.PbxLostDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ResyncBeganDecoder;
import io.baro.engine.message.ResyncCompletedDecoder;
import io.baro.engine.message.SeenPhase;
import org.agrona.DirectBuffer;

/** Decodes commands about a PBX and finds what they are about, for {@link PbxFlow}. Runs on: routing thread. */
final class PbxCommands {
    private final CallCenter center;
    private final Decisions decisions;
    private final PbxFlow flow;
    private final CallFlow calls;
    private final CallbackDesk desk;
    private final PbxLostDecoder pbxLost = new PbxLostDecoder();
    private final ResyncBeganDecoder resyncBegan = new ResyncBeganDecoder();
    private final OffersChangedDecoder offersChanged = new OffersChangedDecoder();
    private final CallSeenDecoder callSeen = new CallSeenDecoder();
    private final ResyncCompletedDecoder resyncCompleted = new ResyncCompletedDecoder();

    PbxCommands(Router.Parts parts, Router.Flows flows) {
        center = parts.center();
        decisions = parts.decisions();
        flow = flows.pbxs();
        calls = flows.calls();
        desk = flows.desk();
    }

    void apply(MessageHeaderDecoder header, DirectBuffer buffer, int offset, long nowMillis) {
        int length = header.blockLength();
        int version = header.version();
        switch (header.templateId()) {
            case PbxLostDecoder.TEMPLATE_ID -> pbxLost(pbxLost.wrap(buffer, offset, length, version), nowMillis);
            case ResyncBeganDecoder.TEMPLATE_ID ->
                resyncBegan(resyncBegan.wrap(buffer, offset, length, version), nowMillis);
            case CallSeenDecoder.TEMPLATE_ID -> callSeen(callSeen.wrap(buffer, offset, length, version), nowMillis);
            case ResyncCompletedDecoder.TEMPLATE_ID ->
                resyncCompleted(resyncCompleted.wrap(buffer, offset, length, version), nowMillis);
            case OffersChangedDecoder.TEMPLATE_ID ->
                flow.offersChanged(
                        offersChanged.wrap(buffer, offset, length, version).allowed() != 0, nowMillis);
            default -> throw new IllegalStateException("no command about a PBX: " + header.templateId());
        }
    }

    private void pbxLost(PbxLostDecoder command, long nowMillis) {
        Pbx pbx = known(command.pbxId(), PbxLostDecoder.TEMPLATE_ID);
        if (pbx != null) {
            flow.lost(pbx, nowMillis);
        }
    }

    private void resyncBegan(ResyncBeganDecoder command, long nowMillis) {
        Pbx pbx = known(command.pbxId(), ResyncBeganDecoder.TEMPLATE_ID);
        if (pbx != null) {
            flow.resyncBegan(pbx, nowMillis);
        }
    }

    private void resyncCompleted(ResyncCompletedDecoder command, long nowMillis) {
        Pbx pbx = known(command.pbxId(), ResyncCompletedDecoder.TEMPLATE_ID);
        if (pbx != null) {
            flow.resyncCompleted(pbx, nowMillis);
        }
    }

    private void callSeen(CallSeenDecoder command, long nowMillis) {
        if (known(CallIds.pbxOf(command.callId()), CallSeenDecoder.TEMPLATE_ID) == null) {
            return;
        }
        Call call = center.call(command.callId());
        if (call == null && CallIds.isCallback(command.callId())) {
            call = adoptCallback(command.callId(), nowMillis);
        } else if (call == null && command.phase() != SeenPhase.FAILED_OVER) {
            call = adopt(command, nowMillis);
        }
        if (call != null) {
            flow.seenKnown(call, command.phase(), center.agent(command.agentId()), command.offerId(), nowMillis);
        }
    }

    private Call adoptCallback(long callId, long nowMillis) {
        Reservation reservation = center.reservations().ofCallback(callId);
        if (reservation == null) {
            decisions.commandRefused(RefusalReason.UNKNOWN_CALL, CallSeenDecoder.TEMPLATE_ID, callId);
            return null;
        }
        return desk.seen(reservation, nowMillis);
    }

    private Call adopt(CallSeenDecoder command, long nowMillis) {
        if (center.reservations().isMadeFrom(command.callId())
                || calls.wasDiverted(command.callId(), CallSeenDecoder.TEMPLATE_ID, nowMillis)) {
            return null;
        }
        CallQueue named = center.queue(command.queueId());
        CallQueue queue = named != null && named.pbxId() == CallIds.pbxOf(command.callId()) ? named : null;
        if (queue == null && command.phase() == SeenPhase.WAITING) {
            decisions.commandRefused(RefusalReason.UNKNOWN_QUEUE, CallSeenDecoder.TEMPLATE_ID, command.queueId());
            return null;
        }
        Call call =
                calls.admit(command.callId(), command.callerKey(), command.callerAge(), command.queueId(), nowMillis);
        if (call != null) {
            // Waits are told in whole seconds: callers of one second keep their order by having the same arrival, then
            // by id.
            long joinedMillis = center.pbx(call.pbxId()).resyncBeganMillis - command.waitedMillis();
            flow.seenUnknown(call, command.phase(), queue, joinedMillis, nowMillis);
        }
        return call;
    }

    private Pbx known(int pbxId, int templateId) {
        Pbx pbx = center.pbx(pbxId);
        if (pbx == null) {
            decisions.commandRefused(RefusalReason.UNKNOWN_PBX, templateId, pbxId);
        }
        return pbx;
    }
}
