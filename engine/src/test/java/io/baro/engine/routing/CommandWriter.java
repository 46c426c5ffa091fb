package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.message.AgentDeviceChangedEncoder;
import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.AgentLoggedOutEncoder;
import io.baro.engine.message.AgentPausedEncoder;
import io.baro.engine.message.AgentReadiedEncoder;
import io.baro.engine.message.AgentWrapUpExtendedEncoder;
import io.baro.engine.message.CallArrivedEncoder;
import io.baro.engine.message.CallFailedOverEncoder;
import io.baro.engine.message.CallHungUpEncoder;
import io.baro.engine.message.CallSeenEncoder;
import io.baro.engine.message.CallWaitingEncoder;
import io.baro.engine.message.CallbackDeclinedEncoder;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.PbxLostEncoder;
import io.baro.engine.message.RedirectRefusedEncoder;
import io.baro.engine.message.ResyncBeganEncoder;
import io.baro.engine.message.ResyncCompletedEncoder;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.message.TimeAdvancedEncoder;
import io.baro.engine.port.Actor;
import org.agrona.MutableDirectBuffer;

/** Writes any command into one reused buffer: the tests' pen. Each method leaves the command in {@link #buffer()}. */
public final class CommandWriter extends HandPen {
    private final CallArrivedEncoder callArrived = new CallArrivedEncoder();
    private final CallWaitingEncoder callWaiting = new CallWaitingEncoder();
    private final CallHungUpEncoder callHungUp = new CallHungUpEncoder();
    private final OfferProgressedEncoder offerProgressed = new OfferProgressedEncoder();
    private final TimeAdvancedEncoder timeAdvanced = new TimeAdvancedEncoder();
    private int length;
    private int dedicatedAgentId = Call.NO_AGENT;
    private int teamQueueId = -1;

    /** The last command, header first. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Length of the last command in bytes. */
    public int length() {
        return length;
    }

    public CommandWriter timeAdvanced() {
        return done(timeAdvanced.wrapAndApplyHeader(buffer, 0, header).encodedLength());
    }

    public CommandWriter pbxLost(int pbxId) {
        return done(new PbxLostEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbxId)
                .encodedLength());
    }

    public CommandWriter resyncBegan(int pbxId) {
        return done(new ResyncBeganEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbxId)
                .restarted((short) 0)
                .encodedLength());
    }

    /** What a list of the PBX says of a caller. */
    public record Seen(
            long callId, long callerKey, SeenPhase phase, int queueId, long offerId, int agentId, long waitedMillis) {}

    public CommandWriter callSeen(Seen seen) {
        return done(new CallSeenEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(seen.callId())
                .callerKey(seen.callerKey())
                .phase(seen.phase())
                .callerAge((short) -1)
                .queueId(seen.queueId())
                .offerId(seen.offerId())
                .agentId(seen.agentId())
                .waitedMillis(seen.waitedMillis())
                .encodedLength());
    }

    public CommandWriter resyncCompleted(int pbxId) {
        return done(new ResyncCompletedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbxId)
                .encodedLength());
    }

    /** Whose customer the caller of the next commands is: his own agent, or one who left, and the team that takes him over. */
    public CommandWriter ownAgent(int agentId, int teamQueueId) {
        dedicatedAgentId = agentId;
        this.teamQueueId = teamQueueId;
        return this;
    }

    public CommandWriter callArrived(long callId, long callerKey, int age, int queueId) {
        return done(callArrived
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(callerKey)
                .callerAge((short) age)
                .queueId(queueId)
                .dedicatedAgentId(dedicatedAgentId)
                .teamQueueId(teamQueueId)
                .encodedLength());
    }

    public CommandWriter callWaiting(long callId, long callerKey, int age, int queueId, long waitedMillis) {
        return done(callWaiting
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(callerKey)
                .callerAge((short) age)
                .queueId(queueId)
                .waitedMillis(waitedMillis)
                .dedicatedAgentId(dedicatedAgentId)
                .teamQueueId(teamQueueId)
                .encodedLength());
    }

    public CommandWriter callHungUp(long callId) {
        return done(callHungUp
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .cause((short) 16)
                .encodedLength());
    }

    public CommandWriter callFailedOver(long callId) {
        return done(new CallFailedOverEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .encodedLength());
    }

    public CommandWriter callbackDeclined(long callId) {
        return done(new CallbackDeclinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .encodedLength());
    }

    public CommandWriter redirectRefused(long callId, long offerId, boolean gone) {
        return done(new RedirectRefusedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .offerId(offerId)
                .gone((short) (gone ? 1 : 0))
                .encodedLength());
    }

    public CommandWriter offerProgressed(long offerId, long callId, OfferStage stage) {
        return offerProgressed(offerId, callId, stage, DialStatus.NONE, 0);
    }

    public CommandWriter offerProgressed(long offerId, long callId, OfferStage stage, DialStatus status, int cause) {
        return done(offerProgressed
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(offerId)
                .callId(callId)
                .stage(stage)
                .dialStatus(status)
                .cause((short) cause)
                .techCause((short) 0)
                .encodedLength());
    }

    /** With what his phone answered, so far as it is known. */
    public CommandWriter legEnded(long offerId, long callId, int cause, int sipStatus) {
        offerProgressed(offerId, callId, OfferStage.LEG_ENDED, DialStatus.NONE, cause);
        offerProgressed.techCause((short) sipStatus);
        return this;
    }

    public CommandWriter loggedIn(int agentId) {
        return done(new AgentLoggedInEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter loggedOut(int agentId) {
        return done(new AgentLoggedOutEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter wrapUpExtended(int agentId, long byMillis) {
        return done(new AgentWrapUpExtendedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .byMillis(byMillis)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter paused(int agentId) {
        return paused(agentId, 0);
    }

    public CommandWriter paused(int agentId, int reasonCode) {
        return done(new AgentPausedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .reasonCode(reasonCode)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter readied(int agentId) {
        return done(new AgentReadiedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter device(int agentId, DeviceState state) {
        return done(new AgentDeviceChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .device(state)
                .encodedLength());
    }

    @Override
    CommandWriter done(int bodyLength) {
        length = MessageHeaderEncoder.ENCODED_LENGTH + bodyLength;
        return this;
    }
}
