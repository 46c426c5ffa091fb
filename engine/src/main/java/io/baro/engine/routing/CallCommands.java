package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallFailedOverDecoder;
import io.baro.engine.message.CallHungUpDecoder;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.CallbackDeclinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.RedirectRefusedDecoder;
import io.baro.engine.message.RefusalReason;
import org.agrona.DirectBuffer;

/** Decodes commands about a call and finds it, for {@link CallFlow} and {@link ReservationFlow}. Runs on: routing thread. */
final class CallCommands {
    private final CallCenter center;
    private final Decisions decisions;
    private final CallFlow flow;
    private final PbxFlow pbxs;
    private final ReservationFlow reservations;
    private final CallArrivedDecoder callArrived = new CallArrivedDecoder();
    private final CallWaitingDecoder callWaiting = new CallWaitingDecoder();
    private final CallHungUpDecoder callHungUp = new CallHungUpDecoder();
    private final CallFailedOverDecoder callFailedOver = new CallFailedOverDecoder();
    private final CallbackAcceptedDecoder callbackAccepted = new CallbackAcceptedDecoder();
    private final CallbackDeclinedDecoder callbackDeclined = new CallbackDeclinedDecoder();
    private final RedirectRefusedDecoder redirectRefused = new RedirectRefusedDecoder();

    CallCommands(Router.Parts parts, Router.Flows flows) {
        center = parts.center();
        decisions = parts.decisions();
        flow = flows.calls();
        pbxs = flows.pbxs();
        reservations = flows.reservations();
    }

    void apply(MessageHeaderDecoder header, DirectBuffer buffer, int offset, long now) {
        int length = header.blockLength();
        int version = header.version();
        switch (header.templateId()) {
            case CallArrivedDecoder.TEMPLATE_ID -> arrived(callArrived.wrap(buffer, offset, length, version), now);
            case CallWaitingDecoder.TEMPLATE_ID -> waiting(callWaiting.wrap(buffer, offset, length, version), now);
            case CallHungUpDecoder.TEMPLATE_ID -> hungUp(callHungUp.wrap(buffer, offset, length, version), now);
            case CallFailedOverDecoder.TEMPLATE_ID ->
                failedOver(callFailedOver.wrap(buffer, offset, length, version), now);
            case CallbackAcceptedDecoder.TEMPLATE_ID ->
                accepted(callbackAccepted.wrap(buffer, offset, length, version), now);
            case CallbackDeclinedDecoder.TEMPLATE_ID ->
                declined(callbackDeclined.wrap(buffer, offset, length, version), now);
            case RedirectRefusedDecoder.TEMPLATE_ID ->
                redirectRefused(redirectRefused.wrap(buffer, offset, length, version), now);
            default -> throw new IllegalStateException("no command about a call: " + header.templateId());
        }
    }

    private void arrived(CallArrivedDecoder command, long nowMillis) {
        CallQueue entry = queueOf(command.callId(), command.queueId(), CallArrivedDecoder.TEMPLATE_ID);
        if (entry != null) {
            flow.arrived(command, entry, nowMillis);
        }
    }

    private void waiting(CallWaitingDecoder command, long nowMillis) {
        Reservation called = center.reservations().ofCallback(command.callId());
        if (CallIds.isCallback(command.callId()) && called != null) {
            flow.customerWaits(called, nowMillis);
            return;
        }
        CallQueue queue = queueOf(command.callId(), command.queueId(), CallWaitingDecoder.TEMPLATE_ID);
        if (queue != null) {
            flow.waiting(command, queue, nowMillis);
        }
    }

    private void hungUp(CallHungUpDecoder command, long nowMillis) {
        if (center.diverted().forget(command.callId())) {
            return;
        }
        Call call = known(command.callId(), CallHungUpDecoder.TEMPLATE_ID);
        if (call != null) {
            flow.hungUp(call, nowMillis);
        }
    }

    private void failedOver(CallFailedOverDecoder command, long nowMillis) {
        if (center.diverted().forget(command.callId())) {
            return;
        }
        Call call = known(command.callId(), CallFailedOverDecoder.TEMPLATE_ID);
        if (call != null) {
            flow.failedOver(call, nowMillis);
        }
    }

    private void accepted(CallbackAcceptedDecoder command, long nowMillis) {
        reservations.accepted(command, nowMillis);
    }

    private void declined(CallbackDeclinedDecoder command, long nowMillis) {
        Call call = known(command.callId(), CallbackDeclinedDecoder.TEMPLATE_ID);
        if (call != null) {
            reservations.declined(call, nowMillis);
        }
    }

    /** A redirect to a channel that is gone is a hang-up; any other refusal is unknown until the PBX is compared. */
    private void redirectRefused(RedirectRefusedDecoder command, long nowMillis) {
        Call call = known(command.callId(), RedirectRefusedDecoder.TEMPLATE_ID);
        if (call != null && command.gone() != 0) {
            flow.hungUp(call, nowMillis);
        } else if (call != null && command.offerId() != 0) {
            pbxs.askForResync(center.pbx(call.pbxId()), nowMillis);
        }
    }

    private Call known(long callId, int templateId) {
        Call call = center.call(callId);
        if (call == null) {
            decisions.commandRefused(RefusalReason.UNKNOWN_CALL, templateId, callId);
        }
        return call;
    }

    /** The queue that a caller's own call names; what the router makes itself does not come in, nor what it has done with. */
    private CallQueue queueOf(long callId, int queueId, int templateId) {
        CallQueue queue = center.queue(queueId);
        if (CallIds.isCallback(callId)) {
            decisions.commandRefused(RefusalReason.UNKNOWN_CALL, templateId, callId);
            return null;
        }
        if (queue == null || queue.pbxId() != CallIds.pbxOf(callId)) {
            decisions.commandRefused(RefusalReason.UNKNOWN_QUEUE, templateId, queueId);
            return null;
        }
        return queue;
    }
}
