package io.baro.engine.routing;

import io.baro.engine.message.AgentDefinedEncoder;
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
import io.baro.engine.message.Comparison;
import io.baro.engine.message.ConditionField;
import io.baro.engine.message.ConditionPart;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.PbxLostEncoder;
import io.baro.engine.message.QueueDefinedEncoder;
import io.baro.engine.message.RedirectRefusedEncoder;
import io.baro.engine.message.ResyncBeganEncoder;
import io.baro.engine.message.ResyncCompletedEncoder;
import io.baro.engine.message.RuleDefinedEncoder;
import io.baro.engine.message.RulesBegunEncoder;
import io.baro.engine.message.RulesCommittedEncoder;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.message.SettingsDefinedEncoder;
import io.baro.engine.message.TimeAdvancedEncoder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes any command into one reused buffer: the tests' pen. Each method leaves the command in {@link #buffer()}. */
public final class CommandWriter {
    private static final int BUFFER_BYTES = 1024;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CallArrivedEncoder callArrived = new CallArrivedEncoder();
    private final CallWaitingEncoder callWaiting = new CallWaitingEncoder();
    private final CallHungUpEncoder callHungUp = new CallHungUpEncoder();
    private final OfferProgressedEncoder offerProgressed = new OfferProgressedEncoder();
    private final TimeAdvancedEncoder timeAdvanced = new TimeAdvancedEncoder();
    private int length;

    /** The last command, header first. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Length of the last command in bytes. */
    public int length() {
        return length;
    }

    public CommandWriter settings(long ring, long grace, long wrapUp, long busyPause) {
        return done(new SettingsDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ringMillis(ring)
                .offerGraceMillis(grace)
                .wrapUpMillis(wrapUp)
                .busyPauseMillis(busyPause)
                .encodedLength());
    }

    /** Skills as pairs: skill id, least level. */
    public CommandWriter queue(int queueId, int pbxId, int... skills) {
        QueueDefinedEncoder encoder = new QueueDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queueId)
                .pbxId((short) pbxId);
        QueueDefinedEncoder.SkillsEncoder group = encoder.skillsCount(skills.length / 2);
        for (int i = 0; i < skills.length; i += 2) {
            group.next().skillId((short) skills[i]).level((short) skills[i + 1]);
        }
        return done(encoder.encodedLength());
    }

    /** Skills as pairs: skill id, level. */
    public CommandWriter agent(int agentId, int pbxId, int... skills) {
        AgentDefinedEncoder encoder = new AgentDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .pbxId((short) pbxId);
        AgentDefinedEncoder.SkillsEncoder group = encoder.skillsCount(skills.length / 2);
        for (int i = 0; i < skills.length; i += 2) {
            group.next().skillId((short) skills[i]).level((short) skills[i + 1]);
        }
        return done(encoder.encodedLength());
    }

    public CommandWriter rulesBegun(int version, long maxBoost, int count) {
        return done(new RulesBegunEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .maxBoostMillis(maxBoost)
                .ruleCount((short) count)
                .encodedLength());
    }

    /** A comparison of a rule. */
    public record When(ConditionPart part, ConditionField field, Comparison comparison, long window, long threshold) {}

    /** What a rule does, for tests outside this package. */
    public record Then(boolean routeToAgent, boolean shedNever, boolean offerCallback, long boostMillis) {}

    public CommandWriter rule(int ruleId, Then then, When... conditions) {
        return rule(
                ruleId,
                new Rule.Actions(then.routeToAgent(), then.shedNever(), then.offerCallback(), then.boostMillis()),
                conditions);
    }

    CommandWriter rule(int ruleId, Rule.Actions actions, When... conditions) {
        RuleDefinedEncoder encoder = new RuleDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ruleId((short) ruleId)
                .boostMillis(actions.boostMillis());
        encoder.actions()
                .clear()
                .routeToAgent(actions.routeToAgent())
                .shedNever(actions.shedNever())
                .offerCallback(actions.offerCallback());
        RuleDefinedEncoder.ConditionsEncoder group = encoder.conditionsCount(conditions.length);
        for (When condition : conditions) {
            group.next()
                    .part(condition.part())
                    .field(condition.field())
                    .comparison(condition.comparison())
                    .windowMillis(condition.window())
                    .threshold(condition.threshold());
        }
        return done(encoder.encodedLength());
    }

    public CommandWriter rulesCommitted(int version) {
        return done(new RulesCommittedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .encodedLength());
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

    public CommandWriter callArrived(long callId, long callerKey, int age, int queueId) {
        return done(callArrived
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(callerKey)
                .callerAge((short) age)
                .queueId(queueId)
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

    public CommandWriter callbackAccepted(long callId, long callerKey) {
        CallbackAcceptedEncoder encoder = new CallbackAcceptedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(callerKey);
        for (int i = 0; i < CallbackAcceptedEncoder.numberLength(); i++) {
            encoder.number(i, (short) i);
        }
        return done(encoder.encodedLength());
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

    public CommandWriter loggedIn(int agentId) {
        return done(new AgentLoggedInEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .encodedLength());
    }

    public CommandWriter loggedOut(int agentId) {
        return done(new AgentLoggedOutEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .encodedLength());
    }

    public CommandWriter paused(int agentId) {
        return done(new AgentPausedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .reasonCode(0)
                .encodedLength());
    }

    public CommandWriter readied(int agentId) {
        return done(new AgentReadiedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .encodedLength());
    }

    public CommandWriter device(int agentId, DeviceState state) {
        return done(new AgentDeviceChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .device(state)
                .encodedLength());
    }

    private CommandWriter done(int bodyLength) {
        length = MessageHeaderEncoder.ENCODED_LENGTH + bodyLength;
        return this;
    }
}
