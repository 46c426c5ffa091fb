package io.baro.engine.naive;

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
import io.baro.engine.message.DayBeganEncoder;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.OffersChangedEncoder;
import io.baro.engine.message.PbxLostEncoder;
import io.baro.engine.message.PromisesChangedEncoder;
import io.baro.engine.message.QueueClosedEncoder;
import io.baro.engine.message.QueueOpenedEncoder;
import io.baro.engine.message.RedirectRefusedEncoder;
import io.baro.engine.message.ResyncBeganEncoder;
import io.baro.engine.message.ResyncCompletedEncoder;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.message.TimeAdvancedEncoder;
import io.baro.engine.port.Actor;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes what happens on a floor. Each method gives the command as of {@link #time}. */
final class TrafficPen {
    private static final int BUFFER_BYTES = 256;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    long time;

    /** A caller: his channel, number, age, own agent and that agent's team. */
    record Caller(long callId, long key, int age, int dedicatedAgent, int teamQueue) {}

    Command arrived(Caller caller, int queue) {
        return done(new CallArrivedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(caller.callId())
                .callerKey(caller.key())
                .callerAge((short) caller.age())
                .queueId(queue)
                .dedicatedAgentId(caller.dedicatedAgent())
                .teamQueueId(caller.teamQueue())
                .encodedLength());
    }

    Command waiting(Caller caller, int queue, long waited) {
        return done(new CallWaitingEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(caller.callId())
                .callerKey(caller.key())
                .callerAge((short) caller.age())
                .queueId(queue)
                .waitedMillis(waited)
                .dedicatedAgentId(caller.dedicatedAgent())
                .teamQueueId(caller.teamQueue())
                .encodedLength());
    }

    /** What a list says of a channel. */
    record Seen(Caller caller, SeenPhase phase, int queue, long offerId, int agentId, long waited) {}

    Command seen(Seen seen) {
        return done(new CallSeenEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(seen.caller().callId())
                .callerKey(seen.caller().key())
                .phase(seen.phase())
                .callerAge((short) seen.caller().age())
                .queueId(seen.queue())
                .offerId(seen.offerId())
                .agentId(seen.agentId())
                .waitedMillis(seen.waited())
                .encodedLength());
    }

    Command hungUp(long callId) {
        return done(new CallHungUpEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .cause((short) 16)
                .encodedLength());
    }

    Command failedOver(long callId) {
        return done(new CallFailedOverEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .encodedLength());
    }

    Command declined(long callId) {
        return done(new CallbackDeclinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .encodedLength());
    }

    Command redirectRefused(long callId, long offerId, boolean gone) {
        return done(new RedirectRefusedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .offerId(offerId)
                .gone((short) (gone ? 1 : 0))
                .encodedLength());
    }

    /** A fact about an offer. */
    record Progress(long offerId, long callId, OfferStage stage, DialStatus status, int cause, int techCause) {}

    Command progressed(Progress fact) {
        return done(new OfferProgressedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(fact.offerId())
                .callId(fact.callId())
                .stage(fact.stage())
                .dialStatus(fact.status())
                .cause((short) fact.cause())
                .techCause((short) fact.techCause())
                .encodedLength());
    }

    Command loggedIn(int agent) {
        return done(new AgentLoggedInEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agent)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    Command loggedOut(int agent) {
        return done(new AgentLoggedOutEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agent)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    Command paused(int agent, int code) {
        return done(new AgentPausedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agent)
                .reasonCode(code)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    Command readied(int agent) {
        return done(new AgentReadiedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agent)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    Command wrapUpExtended(int agent, long by) {
        return done(new AgentWrapUpExtendedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agent)
                .byMillis(by)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    Command device(int agent, DeviceState state) {
        return done(new AgentDeviceChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agent)
                .device(state)
                .encodedLength());
    }

    Command timeAdvanced() {
        return done(
                new TimeAdvancedEncoder().wrapAndApplyHeader(buffer, 0, header).encodedLength());
    }

    Command promises(boolean allowed) {
        return done(new PromisesChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .allowed((short) (allowed ? 1 : 0))
                .encodedLength());
    }

    Command offers(boolean allowed) {
        return done(new OffersChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .allowed((short) (allowed ? 1 : 0))
                .encodedLength());
    }

    Command dayBegan() {
        return done(new DayBeganEncoder().wrapAndApplyHeader(buffer, 0, header).encodedLength());
    }

    Command queueOpened(int queue) {
        return done(new QueueOpenedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queue)
                .closesAtMillis(Long.MAX_VALUE)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    Command queueClosed(int queue) {
        return done(new QueueClosedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queue)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    Command pbxLost(int pbx) {
        return done(new PbxLostEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbx)
                .encodedLength());
    }

    Command resyncBegan(int pbx) {
        return done(new ResyncBeganEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbx)
                .restarted((short) 0)
                .encodedLength());
    }

    Command resyncCompleted(int pbx) {
        return done(new ResyncCompletedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbx)
                .encodedLength());
    }

    private Command done(int bodyLength) {
        return Command.of(time, buffer, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
