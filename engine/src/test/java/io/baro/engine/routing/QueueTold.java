package io.baro.engine.routing;

import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.Strategy;
import java.util.Arrays;
import java.util.List;

/** What a test says of a queue. Skills and preferred skills as pairs: skill id, level or weight. */
public record QueueTold(
        int queueId, int pbxId, int kind, QueueSettings settings, List<Integer> skills, List<Integer> preferred) {
    /** Nothing happens at a limit. */
    public static final QueueSettings.Limit NOTHING = new QueueSettings.Limit(LimitAction.NONE, -1);

    /** Longest idle, no limits, nobody kept. */
    public static final QueueSettings PLAIN = new QueueSettings(
            Strategy.LONGEST_IDLE,
            QueueSettings.AS_ALL,
            QueueSettings.AS_ALL,
            0,
            0,
            (int) QueueSettings.NO_LIMIT,
            QueueSettings.NO_LIMIT,
            NOTHING,
            NOTHING,
            NOTHING,
            0,
            1,
            false,
            0);

    /** A plain queue that rings so many at once. */
    public static QueueTold ringing(int atOnce, int queueId, int pbxId, int... skills) {
        return like(plainBut(atOnce, false, 0), queueId, pbxId, skills);
    }

    /** A plain queue whose callbacks call the customer first, and so long before a wrap-up ends. */
    public static QueueTold customerFirst(long aheadMillis, int queueId, int pbxId, int... skills) {
        return like(plainBut(1, true, aheadMillis), queueId, pbxId, skills);
    }

    private static QueueSettings plainBut(int atOnce, boolean customerFirst, long aheadMillis) {
        return new QueueSettings(
                PLAIN.strategy(),
                PLAIN.wrapUpMillis(),
                PLAIN.ringMillis(),
                PLAIN.dedicatedMillis(),
                PLAIN.lastAgentMillis(),
                PLAIN.maxWaiting(),
                PLAIN.maxWaitMillis(),
                PLAIN.whenFull(),
                PLAIN.whenTooLong(),
                PLAIN.whenClosed(),
                PLAIN.callbackPermille(),
                atOnce,
                customerFirst,
                aheadMillis);
    }

    private static QueueTold like(QueueSettings settings, int queueId, int pbxId, int[] skills) {
        return new QueueTold(
                queueId, pbxId, queueId, settings, Arrays.stream(skills).boxed().toList(), List.of());
    }

    /** A plain queue, whose kind is its id. */
    public static QueueTold plain(int queueId, int pbxId, int... skills) {
        return new QueueTold(
                queueId, pbxId, queueId, PLAIN, Arrays.stream(skills).boxed().toList(), List.of());
    }
}
