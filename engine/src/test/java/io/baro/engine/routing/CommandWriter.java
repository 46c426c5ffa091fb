package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.AgentDefinedEncoder;
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
import io.baro.engine.message.CallbackAcceptedEncoder;
import io.baro.engine.message.CallbackDeclinedEncoder;
import io.baro.engine.message.DayBeganEncoder;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.LadderStepDefinedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.OutcomePolicyDefinedEncoder;
import io.baro.engine.message.PbxLostEncoder;
import io.baro.engine.message.QueueClosedEncoder;
import io.baro.engine.message.QueueDefinedEncoder;
import io.baro.engine.message.QueueOpenedEncoder;
import io.baro.engine.message.RedirectRefusedEncoder;
import io.baro.engine.message.ResyncBeganEncoder;
import io.baro.engine.message.ResyncCompletedEncoder;
import io.baro.engine.message.RuleDefinedEncoder;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.message.RulesActivatedEncoder;
import io.baro.engine.message.RulesBegunEncoder;
import io.baro.engine.message.RulesCommittedEncoder;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.message.SettingsDefinedEncoder;
import io.baro.engine.message.TimeAdvancedEncoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes any command into one reused buffer: the tests' pen. Each method leaves the command in {@link #buffer()}. */
public final class CommandWriter {
    private static final int BUFFER_BYTES = 4096;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
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

    public CommandWriter settings(long ring, long grace, long wrapUp, long busyPause) {
        return done(new SettingsDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ringMillis(ring)
                .offerGraceMillis(grace)
                .wrapUpMillis(wrapUp)
                .busyPauseMillis(busyPause)
                .encodedLength());
    }

    /** A queue of the kind of its index, without limits. Skills as pairs: skill id, least level. */
    public CommandWriter queue(int queueId, int pbxId, int... skills) {
        return queue(QueueTold.plain(queueId, pbxId, skills));
    }

    public CommandWriter queue(QueueTold told) {
        QueueSettings settings = told.settings();
        QueueDefinedEncoder encoder = new QueueDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(told.queueId())
                .pbxId((short) told.pbxId())
                .kind(told.kind())
                .strategy(settings.strategy())
                .wrapUpMillis(settings.wrapUpMillis())
                .ringMillis(settings.ringMillis())
                .dedicatedMillis(settings.dedicatedMillis())
                .lastAgentMillis(settings.lastAgentMillis())
                .maxWaiting(settings.maxWaiting())
                .maxWaitMillis(settings.maxWaitMillis())
                .whenFull(settings.whenFull().action())
                .whenFullQueueId(settings.whenFull().queueId())
                .whenTooLong(settings.whenTooLong().action())
                .whenTooLongQueueId(settings.whenTooLong().queueId())
                .whenClosed(settings.whenClosed().action())
                .whenClosedQueueId(settings.whenClosed().queueId())
                .callbackPermille(settings.callbackPermille());
        QueueDefinedEncoder.SkillsEncoder skills =
                encoder.skillsCount(told.skills().size() / 2);
        for (int i = 0; i < told.skills().size(); i += 2) {
            skills.next()
                    .skillId(told.skills().get(i).shortValue())
                    .level(told.skills().get(i + 1).shortValue());
        }
        QueueDefinedEncoder.PreferredEncoder preferred =
                encoder.preferredCount(told.preferred().size() / 2);
        for (int i = 0; i < told.preferred().size(); i += 2) {
            preferred
                    .next()
                    .skillId(told.preferred().get(i).shortValue())
                    .weight(told.preferred().get(i + 1).shortValue());
        }
        return done(encoder.encodedLength());
    }

    /** Skills as pairs: skill id, least level. */
    public CommandWriter step(int queueId, int step, Step.Conditions when, int... skills) {
        LadderStepDefinedEncoder encoder = new LadderStepDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queueId)
                .step((short) step)
                .afterMillis(when.afterMillis())
                .ewtOverMillis(when.ewtOverMillis())
                .ewtAdvantageMillis(when.ewtAdvantageMillis())
                .keepReady(when.keepReady())
                .centres(when.centres());
        LadderStepDefinedEncoder.SkillsEncoder group = encoder.skillsCount(skills.length / 2);
        for (int i = 0; i < skills.length; i += 2) {
            group.next().skillId((short) skills[i]).level((short) skills[i + 1]);
        }
        return done(encoder.encodedLength());
    }

    public CommandWriter policy(OfferOutcome outcome, long restMillis, int mostInARow) {
        return done(new OutcomePolicyDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .outcome(outcome)
                .restMillis(restMillis)
                .mostInARow((short) mostInARow)
                .encodedLength());
    }

    public CommandWriter queueOpened(int queueId, long closesAtMillis) {
        return done(new QueueOpenedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queueId)
                .closesAtMillis(closesAtMillis)
                .encodedLength());
    }

    public CommandWriter queueClosed(int queueId) {
        return done(new QueueClosedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queueId)
                .encodedLength());
    }

    public CommandWriter dayBegan() {
        return done(new DayBeganEncoder().wrapAndApplyHeader(buffer, 0, header).encodedLength());
    }

    /** Skills as pairs: skill id, level. */
    public CommandWriter agent(int agentId, int pbxId, int... skills) {
        return weighedAgent(agentId, pbxId, 10, skills);
    }

    /** Skills as pairs: skill id, level. */
    public CommandWriter weighedAgent(int agentId, int pbxId, int weight, int... skills) {
        AgentDefinedEncoder encoder = new AgentDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .pbxId((short) pbxId)
                .weight((short) weight);
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
    public record When(RulePart part, RuleField field, RuleOp comparison, long window, long threshold) {}

    /** What a rule does, for tests outside this package. */
    public record Then(
            boolean routeToAgent,
            boolean shedNever,
            boolean offerCallback,
            boolean divert,
            long boostMillis,
            int moveToKind) {
        /** Neither diverts nor moves. */
        public Then(boolean routeToAgent, boolean shedNever, boolean offerCallback, long boostMillis) {
            this(routeToAgent, shedNever, offerCallback, false, boostMillis, -1);
        }
    }

    /** One op of a rule's code. */
    public record Code(RulePart part, RuleOp op, RuleField field, long operand) {}

    public CommandWriter rule(int ruleId, Then then, When... conditions) {
        List<Code> code = new ArrayList<>();
        for (RulePart part : List.of(RulePart.CALL, RulePart.QUEUE, RulePart.UNTIL)) {
            int before = code.size();
            for (When condition : conditions) {
                if (condition.part() == part) {
                    boolean isFirst = code.size() == before;
                    code.add(new Code(part, RuleOp.FIELD, condition.field(), condition.window()));
                    code.add(new Code(part, RuleOp.CONSTANT, RuleField.NONE, condition.threshold()));
                    code.add(new Code(part, condition.comparison(), RuleField.NONE, 0));
                    if (!isFirst) {
                        code.add(new Code(part, RuleOp.AND, RuleField.NONE, 0));
                    }
                }
            }
        }
        return rule(ruleId, then, code);
    }

    public CommandWriter rule(int ruleId, Then actions, List<Code> code) {
        RuleDefinedEncoder encoder = new RuleDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ruleId((short) ruleId)
                .boostMillis(actions.boostMillis())
                .moveToKind(actions.moveToKind());
        encoder.actions()
                .clear()
                .routeToAgent(actions.routeToAgent())
                .shedNever(actions.shedNever())
                .offerCallback(actions.offerCallback())
                .divert(actions.divert());
        RuleDefinedEncoder.CodeEncoder group = encoder.codeCount(code.size());
        for (Code op : code) {
            group.next().part(op.part()).op(op.op()).field(op.field()).operand(op.operand());
        }
        return done(encoder.encodedLength());
    }

    public CommandWriter rulesCommitted(int version) {
        return rulesCommitted(version, RuleBook.ALL);
    }

    public CommandWriter rulesCommitted(int version, int sharePermille) {
        return done(new RulesCommittedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .sharePermille(sharePermille)
                .encodedLength());
    }

    public CommandWriter rulesActivated(int version, int sharePermille) {
        return done(new RulesActivatedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .sharePermille(sharePermille)
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
                .encodedLength());
    }

    public CommandWriter loggedOut(int agentId) {
        return done(new AgentLoggedOutEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .encodedLength());
    }

    public CommandWriter wrapUpExtended(int agentId, long byMillis) {
        return done(new AgentWrapUpExtendedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agentId)
                .byMillis(byMillis)
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
