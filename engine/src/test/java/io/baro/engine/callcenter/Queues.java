package io.baro.engine.callcenter;

import io.baro.engine.message.LimitAction;
import io.baro.engine.message.Strategy;

/** Queues for tests of this package: of PBX 0, no skills needed, no limits. */
final class Queues {
    private static final QueueSettings.Limit NOTHING = new QueueSettings.Limit(LimitAction.NONE, -1);

    private Queues() {}

    static CallQueue plain(int queueId) {
        CallQueue.Identity identity = new CallQueue.Identity(0, queueId, SkillSet.empty(), SkillSet.empty());
        CallQueue queue = new CallQueue(
                queueId, identity, settings(Strategy.LONGEST_IDLE), new SkillProfiles(new CallQueue[64], new Pbx[0]));
        queue.addStep(SkillSet.empty(), Step.Conditions.ofOwn(0));
        return queue;
    }

    static QueueSettings settings(Strategy strategy) {
        return new QueueSettings(strategy, -1, -1, 0, 0, -1, -1, NOTHING, NOTHING, NOTHING, 0, 1, false, 0);
    }
}
