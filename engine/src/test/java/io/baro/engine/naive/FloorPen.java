package io.baro.engine.naive;

import io.baro.engine.message.AgentDefinedEncoder;
import io.baro.engine.message.LadderStepDefinedEncoder;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OutcomePolicyDefinedEncoder;
import io.baro.engine.message.QueueDefinedEncoder;
import io.baro.engine.message.RuleDefinedEncoder;
import io.baro.engine.message.RulesActivatedEncoder;
import io.baro.engine.message.RulesBegunEncoder;
import io.baro.engine.message.RulesCommittedEncoder;
import io.baro.engine.message.SettingsDefinedEncoder;
import io.baro.engine.message.Strategy;
import io.baro.engine.port.Actor;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes what an operator says of floor and rules. Each method gives the command as of {@link #time}. */
final class FloorPen {
    private static final int BUFFER_BYTES = 4_096;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    long time;

    /** A queue; wrap-up and ringing as for all. */
    record Queue(
            int id,
            int pbx,
            int kind,
            Strategy strategy,
            long wrapUp,
            long ring,
            long dedicated,
            long lastAgent,
            int maxWaiting,
            long maxWait,
            At whenFull,
            At whenTooLong,
            At whenClosed,
            int ringAtOnce,
            boolean customerFirst,
            long ahead,
            Map<Integer, Integer> skills,
            Map<Integer, Integer> preferred) {}

    /** What happens at a limit. */
    record At(LimitAction action, int queueId) {}

    /** A step of a ladder, by number. */
    record Step(int queueId, int number, NaiveStep step) {}

    Command settings(long ring, long grace, long wrapUp, long busyPause) {
        return done(new SettingsDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ringMillis(ring)
                .offerGraceMillis(grace)
                .wrapUpMillis(wrapUp)
                .busyPauseMillis(busyPause)
                .encodedLength());
    }

    Command policy(OfferOutcome outcome, long rest, int most) {
        return done(new OutcomePolicyDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .outcome(outcome)
                .restMillis(rest)
                .mostInARow((short) most)
                .encodedLength());
    }

    Command queue(Queue queue) {
        QueueDefinedEncoder encoder = new QueueDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queue.id())
                .pbxId((short) queue.pbx())
                .kind(queue.kind())
                .strategy(queue.strategy())
                .wrapUpMillis(queue.wrapUp())
                .ringMillis(queue.ring())
                .dedicatedMillis(queue.dedicated())
                .lastAgentMillis(queue.lastAgent())
                .maxWaiting(queue.maxWaiting())
                .maxWaitMillis(queue.maxWait())
                .whenFull(queue.whenFull().action())
                .whenFullQueueId(queue.whenFull().queueId())
                .whenTooLong(queue.whenTooLong().action())
                .whenTooLongQueueId(queue.whenTooLong().queueId())
                .whenClosed(queue.whenClosed().action())
                .whenClosedQueueId(queue.whenClosed().queueId())
                .callbackPermille(0)
                .ringAtOnce((short) queue.ringAtOnce())
                .customerFirst((short) (queue.customerFirst() ? 1 : 0))
                .callbackAheadMillis(queue.ahead());
        QueueDefinedEncoder.SkillsEncoder skills =
                encoder.skillsCount(queue.skills().size());
        queue.skills()
                .forEach((skill, level) ->
                        skills.next().skillId(skill.shortValue()).level(level.shortValue()));
        QueueDefinedEncoder.PreferredEncoder preferred =
                encoder.preferredCount(queue.preferred().size());
        queue.preferred()
                .forEach((skill, weight) ->
                        preferred.next().skillId(skill.shortValue()).weight(weight.shortValue()));
        return done(encoder.encodedLength());
    }

    Command step(Step told) {
        NaiveStep step = told.step();
        LadderStepDefinedEncoder encoder = new LadderStepDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(told.queueId())
                .step((short) told.number())
                .afterMillis(step.after())
                .ewtOverMillis(step.ewtOver())
                .ewtAdvantageMillis(step.ewtAdvantage())
                .keepReady(step.keepReady())
                .centres(step.centres());
        LadderStepDefinedEncoder.SkillsEncoder skills =
                encoder.skillsCount(step.skills().size());
        step.skills()
                .forEach((skill, level) ->
                        skills.next().skillId(skill.shortValue()).level(level.shortValue()));
        return done(encoder.encodedLength());
    }

    Command agent(int id, int pbx, int weight, Map<Integer, Integer> skills) {
        AgentDefinedEncoder encoder = new AgentDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(id)
                .pbxId((short) pbx)
                .weight((short) weight)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        AgentDefinedEncoder.SkillsEncoder group = encoder.skillsCount(skills.size());
        skills.forEach(
                (skill, level) -> group.next().skillId(skill.shortValue()).level(level.shortValue()));
        return done(encoder.encodedLength());
    }

    Command rulesBegun(int version, long maxBoost, int count) {
        return done(new RulesBegunEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .maxBoostMillis(maxBoost)
                .ruleCount((short) count)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    Command rule(NaiveRule rule) {
        RuleDefinedEncoder encoder = new RuleDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ruleId((short) rule.id())
                .boostMillis(rule.then().boost())
                .moveToKind(rule.then().moveToKind());
        encoder.actions()
                .clear()
                .routeToAgent(rule.then().routeToAgent())
                .shedNever(rule.then().shedNever())
                .offerCallback(rule.then().offerCallback())
                .divert(rule.then().divert());
        List<NaiveRule.Op> code = rule.code();
        RuleDefinedEncoder.CodeEncoder group = encoder.codeCount(code.size());
        for (NaiveRule.Op op : code) {
            group.next().part(op.part()).op(op.op()).field(op.field()).operand(op.operand());
        }
        return done(encoder.encodedLength());
    }

    Command rulesCommitted(int version, int share) {
        return done(new RulesCommittedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .sharePermille(share)
                .encodedLength());
    }

    Command rulesActivated(int version, int share) {
        return done(new RulesActivatedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .sharePermille(share)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    private Command done(int bodyLength) {
        return Command.of(time, buffer, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
