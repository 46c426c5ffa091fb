package io.baro.engine.callcenter;

import io.baro.engine.message.LimitAction;
import io.baro.engine.message.Strategy;
import io.baro.engine.state.State;

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
 * @param customerFirst of its callbacks the customer's phone is called before the agent's
 * @param callbackAheadMillis how long before the end of his wrap-up an agent may be offered such a callback; 0: not
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
        int ringAtOnce,
        boolean customerFirst,
        long callbackAheadMillis) {
    /** Of a queue of which nothing was said yet. */
    static final QueueSettings NOTHING_SAID = new QueueSettings(
            Strategy.LONGEST_IDLE, 0, 0, 0, 0, 0, 0, Limit.NOTHING, Limit.NOTHING, Limit.NOTHING, 0, 1, false, 0);

    public static final long AS_ALL = -1;
    public static final long NO_LIMIT = -1;

    /**
     * What happens at a limit.
     *
     * @param queueId where to, of MOVE, else -1
     */
    public record Limit(LimitAction action, int queueId) {
        private static final Limit NOTHING = new Limit(LimitAction.NONE, -1);

        private static Limit next(State state, Limit limit) {
            return new Limit(LimitAction.get((short) state.next(limit.action.value())), state.next(limit.queueId));
        }
    }

    static QueueSettings next(State state, QueueSettings settings) {
        return new QueueSettings(
                Strategy.get((short) state.next(settings.strategy.value())),
                state.next(settings.wrapUpMillis),
                state.next(settings.ringMillis),
                state.next(settings.dedicatedMillis),
                state.next(settings.lastAgentMillis),
                state.next(settings.maxWaiting),
                state.next(settings.maxWaitMillis),
                Limit.next(state, settings.whenFull),
                Limit.next(state, settings.whenTooLong),
                Limit.next(state, settings.whenClosed),
                state.next(settings.callbackPermille),
                state.next(settings.ringAtOnce),
                state.next(settings.customerFirst),
                state.next(settings.callbackAheadMillis));
    }
}
