package io.baro.acd.asterisk;

import io.baro.engine.message.AgentDeviceChangedEncoder;
import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.AgentLoggedOutEncoder;
import io.baro.engine.message.AgentPausedEncoder;
import io.baro.engine.message.AgentReadiedEncoder;
import io.baro.engine.message.CallArrivedEncoder;
import io.baro.engine.message.CallFailedOverEncoder;
import io.baro.engine.message.CallHungUpEncoder;
import io.baro.engine.message.CallSeenEncoder;
import io.baro.engine.message.CallWaitingEncoder;
import io.baro.engine.message.CallbackAcceptedEncoder;
import io.baro.engine.message.CallbackDeclinedEncoder;
import io.baro.engine.message.CallbackProgressedEncoder;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.PbxLostEncoder;
import io.baro.engine.message.RedirectRefusedEncoder;
import io.baro.engine.message.ResyncBeganEncoder;
import io.baro.engine.message.ResyncCompletedEncoder;
import io.baro.engine.port.Actor;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encodes each command that a PBX can cause and sends it. Methods with many fields return the encoder, to be followed by
 * {@link #send}. Never allocates, never judges. Runs on: event loop.
 */
final class Commands {
    private final CommandOutlet outlet;
    private final UnsafeBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CallArrivedEncoder callArrived = new CallArrivedEncoder();
    private final CallWaitingEncoder callWaiting = new CallWaitingEncoder();
    private final CallHungUpEncoder callHungUp = new CallHungUpEncoder();
    private final CallFailedOverEncoder callFailedOver = new CallFailedOverEncoder();
    private final CallbackAcceptedEncoder callbackAccepted = new CallbackAcceptedEncoder();
    private final CallbackDeclinedEncoder callbackDeclined = new CallbackDeclinedEncoder();
    private final CallbackProgressedEncoder callbackProgressed = new CallbackProgressedEncoder();
    private final CallSeenEncoder callSeen = new CallSeenEncoder();
    private final OfferProgressedEncoder offerProgressed = new OfferProgressedEncoder();
    private final RedirectRefusedEncoder redirectRefused = new RedirectRefusedEncoder();
    private final AgentLoggedInEncoder agentLoggedIn = new AgentLoggedInEncoder();
    private final AgentLoggedOutEncoder agentLoggedOut = new AgentLoggedOutEncoder();
    private final AgentPausedEncoder agentPaused = new AgentPausedEncoder();
    private final AgentReadiedEncoder agentReadied = new AgentReadiedEncoder();
    private final AgentDeviceChangedEncoder agentDeviceChanged = new AgentDeviceChangedEncoder();
    private final PbxLostEncoder pbxLost = new PbxLostEncoder();
    private final ResyncBeganEncoder resyncBegan = new ResyncBeganEncoder();
    private final ResyncCompletedEncoder resyncCompleted = new ResyncCompletedEncoder();
    private long readNanos;

    Commands(CommandOutlet outlet) {
        this.outlet = outlet;
        buffer = outlet.scratch();
    }

    /** The commands that follow were caused by bytes read at that {@link System#nanoTime()}. */
    void causedBy(long readNanos) {
        this.readNanos = readNanos;
    }

    CallArrivedEncoder callArrived() {
        return callArrived.wrapAndApplyHeader(buffer, 0, header);
    }

    CallWaitingEncoder callWaiting() {
        return callWaiting.wrapAndApplyHeader(buffer, 0, header);
    }

    CallbackAcceptedEncoder callbackAccepted() {
        return callbackAccepted.wrapAndApplyHeader(buffer, 0, header);
    }

    CallSeenEncoder callSeen() {
        return callSeen.wrapAndApplyHeader(buffer, 0, header);
    }

    OfferProgressedEncoder offerProgressed() {
        return offerProgressed.wrapAndApplyHeader(buffer, 0, header);
    }

    void callHungUp(long callId, short cause) {
        send(callHungUp
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .cause(cause)
                .encodedLength());
    }

    void callFailedOver(long callId) {
        send(callFailedOver.wrapAndApplyHeader(buffer, 0, header).callId(callId).encodedLength());
    }

    void callbackProgressed(long callId, CallbackStage stage, DialStatus status, short attempt, short cause) {
        send(callbackProgressed
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .stage(stage)
                .dialStatus(status)
                .attempt(attempt)
                .cause(cause)
                .encodedLength());
    }

    void callbackDeclined(long callId) {
        send(callbackDeclined
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .encodedLength());
    }

    void redirectRefused(long callId, long offerId, boolean gone) {
        send(redirectRefused
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .offerId(offerId)
                .gone((short) (gone ? 1 : 0))
                .encodedLength());
    }

    void agentLoggedIn(int agentId) {
        send(agentLoggedIn
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    void agentLoggedOut(int agentId) {
        send(agentLoggedOut
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    void agentPaused(int agentId, int reasonCode) {
        send(agentPaused
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .reasonCode(reasonCode)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    void agentReadied(int agentId) {
        send(agentReadied
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    void agentDeviceChanged(int agentId, DeviceState device) {
        send(agentDeviceChanged
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .device(device)
                .encodedLength());
    }

    void pbxLost(int pbxId) {
        send(pbxLost.wrapAndApplyHeader(buffer, 0, header).pbxId((short) pbxId).encodedLength());
    }

    void resyncBegan(int pbxId, boolean restarted) {
        send(resyncBegan
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbxId)
                .restarted((short) (restarted ? 1 : 0))
                .encodedLength());
    }

    void resyncCompleted(int pbxId) {
        send(resyncCompleted
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbxId)
                .encodedLength());
    }

    /** Sends the message whose encoder was filled last. */
    void send(int encodedLength) {
        outlet.send(MessageHeaderEncoder.ENCODED_LENGTH + encodedLength, readNanos);
    }
}
