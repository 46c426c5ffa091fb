package io.baro.engine.routing;

import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.AgentDefinedEncoder;
import io.baro.engine.message.DayBeganEncoder;
import io.baro.engine.message.LadderStepDefinedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OffersChangedEncoder;
import io.baro.engine.message.OutcomePolicyDefinedEncoder;
import io.baro.engine.message.PromisesChangedEncoder;
import io.baro.engine.message.QueueClosedEncoder;
import io.baro.engine.message.QueueDefinedEncoder;
import io.baro.engine.message.QueueOpenedEncoder;
import io.baro.engine.message.RuleDefinedEncoder;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.message.RulesActivatedEncoder;
import io.baro.engine.message.RulesBegunEncoder;
import io.baro.engine.message.RulesCommittedEncoder;
import io.baro.engine.message.SettingsDefinedEncoder;
import io.baro.engine.port.Actor;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the configuration commands into one reused buffer: the part of the tests' pen that describes the floor and its rules. */
public abstract sealed class ConfigPen permits DeskPen {
    private static final int BUFFER_BYTES = 4096;

    final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    final MessageHeaderEncoder header = new MessageHeaderEncoder();
    Actor actor = Actor.NOBODY;

    abstract CommandWriter done(int bodyLength);

    /** Who asks for the commands that follow. */
    public void askedBy(Actor who) {
        actor = who;
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
                .callbackPermille(settings.callbackPermille())
                .ringAtOnce((short) settings.ringAtOnce())
                .customerFirst((short) (settings.customerFirst() ? 1 : 0))
                .callbackAheadMillis(settings.callbackAheadMillis());
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
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter queueClosed(int queueId) {
        return done(new QueueClosedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queueId)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter promises(boolean allowed) {
        return done(new PromisesChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .allowed((short) (allowed ? 1 : 0))
                .encodedLength());
    }

    public CommandWriter offers(boolean allowed) {
        return done(new OffersChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .allowed((short) (allowed ? 1 : 0))
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
                .weight((short) weight)
                .putActor(actor.bytes(), 0, Actor.BYTES);
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
                .putActor(actor.bytes(), 0, Actor.BYTES)
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
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }
}
