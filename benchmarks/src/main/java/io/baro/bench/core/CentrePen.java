package io.baro.bench.core;

import io.baro.engine.message.AgentDefinedEncoder;
import io.baro.engine.message.AgentDeviceChangedEncoder;
import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.AgentLoggedOutEncoder;
import io.baro.engine.message.AgentPausedEncoder;
import io.baro.engine.message.AgentReadiedEncoder;
import io.baro.engine.message.CallArrivedEncoder;
import io.baro.engine.message.CallHungUpEncoder;
import io.baro.engine.message.CallWaitingEncoder;
import io.baro.engine.message.CallbackDeclinedEncoder;
import io.baro.engine.message.DayBeganEncoder;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.QueueDefinedEncoder;
import io.baro.engine.message.ResyncBeganEncoder;
import io.baro.engine.message.ResyncCompletedEncoder;
import io.baro.engine.message.SettingsDefinedEncoder;
import io.baro.engine.message.Strategy;
import io.baro.engine.message.TimeAdvancedEncoder;
import io.baro.engine.port.Actor;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the commands of a rig's floor, one at a time, into one reused buffer. Decides nothing. One thread. */
final class CentrePen {
    private static final int BUFFER_BYTES = 512;
    /** Nobody, nowhere, no limit. */
    private static final int NONE = -1;

    private static final short NORMAL_CLEARING = 16;
    private static final int WEIGHT = 10;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder blockBytes = new MessageHeaderDecoder();
    private final CallArrivedEncoder arrived = new CallArrivedEncoder();
    private final CallWaitingEncoder waiting = new CallWaitingEncoder();
    private final CallHungUpEncoder hungUp = new CallHungUpEncoder();
    private final OfferProgressedEncoder progressed = new OfferProgressedEncoder();
    private final AgentLoggedInEncoder loggedIn = new AgentLoggedInEncoder();
    private final AgentLoggedOutEncoder loggedOut = new AgentLoggedOutEncoder();
    private final AgentPausedEncoder paused = new AgentPausedEncoder();
    private final AgentReadiedEncoder readied = new AgentReadiedEncoder();
    private final AgentDeviceChangedEncoder device = new AgentDeviceChangedEncoder();
    private final CallbackDeclinedEncoder declined = new CallbackDeclinedEncoder();
    private final DayBeganEncoder dayBegan = new DayBeganEncoder();
    private final TimeAdvancedEncoder time = new TimeAdvancedEncoder();

    /** The command last written. */
    DirectBuffer buffer() {
        return buffer;
    }

    /** Its length, header included, of those without groups. */
    int length() {
        return MessageHeaderEncoder.ENCODED_LENGTH + blockBytes.wrap(buffer, 0).blockLength();
    }

    /** Ring 20 s, wrap-up 10 s, as config/nhis; an offer without any word of it is given up after 1 s more. */
    void settings() {
        new SettingsDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ringMillis(20_000)
                .wrapUpMillis(10_000)
                .busyPauseMillis(15_000)
                .offerGraceMillis(1_000);
    }

    /** A queue without limits and without a ladder, for the longest idle, that asks for one skill: that of its kind. */
    void queue(int queueId, int pbxId, int kind) {
        QueueDefinedEncoder queue = new QueueDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queueId)
                .pbxId((short) pbxId)
                .kind(kind)
                .strategy(Strategy.LONGEST_IDLE)
                .wrapUpMillis(NONE)
                .ringMillis(NONE)
                .dedicatedMillis(0)
                .lastAgentMillis(0)
                .maxWaiting(NONE)
                .maxWaitMillis(NONE)
                .whenFull(LimitAction.NONE)
                .whenFullQueueId(NONE)
                .whenTooLong(LimitAction.NONE)
                .whenTooLongQueueId(NONE)
                .whenClosed(LimitAction.NONE)
                .whenClosedQueueId(NONE)
                .callbackPermille(0)
                .ringAtOnce((short) 1)
                .customerFirst((short) 0)
                .callbackAheadMillis(0);
        queue.skillsCount(1).next().skillId((short) kind).level((short) 1);
        queue.preferredCount(0);
    }

    /** An agent with these skills, each at its level. */
    void agent(int agentId, int pbxId, int[] skills, int[] levels) {
        AgentDefinedEncoder.SkillsEncoder group = new AgentDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .pbxId((short) pbxId)
                .weight((short) WEIGHT)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .skillsCount(skills.length);
        for (int i = 0; i < skills.length; i++) {
            group.next().skillId((short) skills[i]).level((short) levels[i]);
        }
    }

    void resyncBegan(int pbxId) {
        new ResyncBeganEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbxId)
                .restarted((short) 0);
    }

    void resyncCompleted(int pbxId) {
        new ResyncCompletedEncoder().wrapAndApplyHeader(buffer, 0, header).pbxId((short) pbxId);
    }

    void arrived(long callId, long callerKey, int age, int queueId) {
        arrived.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(callerKey)
                .callerAge((short) age)
                .queueId(queueId)
                .dedicatedAgentId(NONE)
                .teamQueueId(NONE);
    }

    void waiting(long callId, long callerKey, int age, int queueId) {
        waiting.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(callerKey)
                .callerAge((short) age)
                .queueId(queueId)
                .waitedMillis(0)
                .dedicatedAgentId(NONE)
                .teamQueueId(NONE);
    }

    void hungUp(long callId) {
        hungUp.wrapAndApplyHeader(buffer, 0, header).callId(callId).cause(NORMAL_CLEARING);
    }

    void progressed(long offerId, long callId, OfferStage stage) {
        progressed
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(offerId)
                .callId(callId)
                .stage(stage)
                .dialStatus(stage == OfferStage.DIAL_ENDED ? DialStatus.ANSWER : DialStatus.NONE)
                .cause(stage == OfferStage.LEG_ENDED ? NORMAL_CLEARING : 0)
                .techCause((short) 0);
    }

    void loggedIn(int agentId) {
        loggedIn.wrapAndApplyHeader(buffer, 0, header).agentId(agentId).putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
    }

    void loggedOut(int agentId) {
        loggedOut.wrapAndApplyHeader(buffer, 0, header).agentId(agentId).putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
    }

    void paused(int agentId) {
        paused.wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .reasonCode(1)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
    }

    void readied(int agentId) {
        readied.wrapAndApplyHeader(buffer, 0, header).agentId(agentId).putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
    }

    void device(int agentId, DeviceState state) {
        device.wrapAndApplyHeader(buffer, 0, header).agentId(agentId).device(state);
    }

    void callbackDeclined(long callId) {
        declined.wrapAndApplyHeader(buffer, 0, header).callId(callId);
    }

    void dayBegan() {
        dayBegan.wrapAndApplyHeader(buffer, 0, header);
    }

    void timeAdvanced() {
        time.wrapAndApplyHeader(buffer, 0, header);
    }
}
