package io.baro.acd.config;

import io.baro.engine.message.LadderStepDefinedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.QueueDefinedEncoder;
import java.time.Duration;
import java.util.Optional;
import org.agrona.MutableDirectBuffer;

/** Tells the router the queues and their ladders, one of each per PBX. Owned by the one thread that sends configuration. */
final class QueueCommands {
    /** Not set, not limited, not by this. */
    private static final long NONE = -1;

    private final CommandOffer offer;
    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final QueueDefinedEncoder queue = new QueueDefinedEncoder();
    private final LadderStepDefinedEncoder ladderStep = new LadderStepDefinedEncoder();

    QueueCommands(CommandOffer offer) {
        this.offer = offer;
        buffer = offer.buffer();
    }

    void send(Configuration configuration) {
        QueuePlan plan = configuration.queues();
        for (int pbxId = 0; pbxId < configuration.server().pbxs().size(); pbxId++) {
            for (int index = 0; index < plan.queues().size(); index++) {
                sendQueue(plan, pbxId, index);
                for (int step = 0; step < plan.queues().get(index).ladder().size(); step++) {
                    sendStep(configuration, pbxId, index, step);
                }
            }
        }
    }

    private void sendQueue(QueuePlan plan, int pbxId, int index) {
        QueuePlan.Queue it = plan.queues().get(index);
        queue.wrapAndApplyHeader(buffer, 0, header)
                .queueId(plan.queueId(pbxId, index))
                .pbxId((short) pbxId)
                .kind(index)
                .strategy(it.strategy())
                .wrapUpMillis(millis(it.wrapUp()))
                .ringMillis(millis(it.ring()))
                .dedicatedMillis(it.dedicated().toMillis())
                .lastAgentMillis(it.lastAgent().toMillis())
                .maxWaiting(it.maxWaiting())
                .maxWaitMillis(millis(it.maxWait()))
                .whenFull(it.whenFull().action())
                .whenFullQueueId(plan.queueId(pbxId, it.whenFull().queue()))
                .whenTooLong(it.whenTooLong().action())
                .whenTooLongQueueId(plan.queueId(pbxId, it.whenTooLong().queue()))
                .whenClosed(it.whenClosed().action())
                .whenClosedQueueId(plan.queueId(pbxId, it.whenClosed().queue()))
                .callbackPermille(it.callbackPermille())
                .ringAtOnce((short) it.ringAtOnce())
                .customerFirst((short) (it.customerFirst() ? 1 : 0))
                .callbackAheadMillis(it.callbackAhead().toMillis());
        QueueDefinedEncoder.SkillsEncoder skills = queue.skillsCount(it.skills().size());
        SkillOrder.forEach(
                plan.skills(),
                it.skills(),
                (skillId, level) -> skills.next().skillId(skillId).level(level));
        QueueDefinedEncoder.PreferredEncoder preferred =
                queue.preferredCount(it.preferred().size());
        SkillOrder.forEach(
                plan.skills(),
                it.preferred(),
                (skillId, weight) -> preferred.next().skillId(skillId).weight(weight));
        offer.sendMessage(queue.encodedLength());
    }

    private void sendStep(Configuration configuration, int pbxId, int index, int step) {
        QueuePlan plan = configuration.queues();
        QueuePlan.Step it = plan.queues().get(index).ladder().get(step);
        ladderStep
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(plan.queueId(pbxId, index))
                .step((short) (step + 1))
                .afterMillis(millis(it.after()))
                .ewtOverMillis(millis(it.ewtOver()))
                .ewtAdvantageMillis(millis(it.ewtAdvantage()))
                .keepReady(it.keepReady())
                .centres(configuration.centresOf(it, pbxId));
        LadderStepDefinedEncoder.SkillsEncoder skills =
                ladderStep.skillsCount(it.skills().size());
        SkillOrder.forEach(
                plan.skills(),
                it.skills(),
                (skillId, level) -> skills.next().skillId(skillId).level(level));
        offer.sendMessage(ladderStep.encodedLength());
    }

    private static long millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).orElse(NONE);
    }
}
