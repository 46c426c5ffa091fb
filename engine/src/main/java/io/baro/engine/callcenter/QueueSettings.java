package io.baro.engine.callcenter;

import io.baro.engine.message.LimitAction;
import io.baro.engine.message.Strategy;

/**
 * What the operator says of a queue, but its skills and ladder. Immutable.
 *
 * @param wrapUpMillis {@link #AS_ALL}: as the setting for all queues says
 * @param ringMillis {@link #AS_ALL}: as the setting for all queues says
 * @param dedicatedMillis how long a caller is kept for his own agent; 0: not
 * @param lastAgentMillis how long a caller is kept for who served him last; 0: not
 * @param maxWaiting calls; {@link #NO_LIMIT}
 * @param maxWaitMillis {@link #NO_LIMIT}
 * @param callbackPermille share of the staff's time until closing that callbacks may take; 0: not bounded
 * @param ringAtOnce agents who may ring for one call at the same time, at least 1
 */
public record QueueSettings(
        Strategy strategy,
        long wrapUpMillis,
        long ringMillis,
        long dedicatedMillis,
        long lastAgentMillis,
        int maxWaiting,
        long maxWaitMillis,
        Limit whenFull,
        Limit whenTooLong,
        Limit whenClosed,
        int callbackPermille,
        int ringAtOnce) {
    public static final long AS_ALL = -1;
    public static final long NO_LIMIT = -1;

    /**
     * What happens at a limit.
     *
     * @param queueId where to, of MOVE, else -1
     */
    public record Limit(LimitAction action, int queueId) {}
}
