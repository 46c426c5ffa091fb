package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.Step;

/** When a call climbs to the next step of its queue's ladder. Changes nothing. Runs on: routing thread. */
final class Ladder {
    private final CallCenter center;

    Ladder(CallCenter center) {
        this.center = center;
    }

    /** How far up the conditions allow a call that stands in line; nobody climbs down. */
    int top(Call call, long nowMillis) {
        int step = call.step;
        while (isOpenAbove(call, step, nowMillis)) {
            step++;
        }
        return step;
    }

    /** Whether the next step is open to the call, or this one has nobody while a later one has. */
    private boolean isOpenAbove(Call call, int step, long nowMillis) {
        CallQueue queue = call.queue;
        if (step + 1 >= queue.stepCount()) {
            return false;
        }
        Step.Conditions next = queue.step(step + 1).conditions();
        return (next.afterMillis() >= 0 && nowMillis - call.joinedMillis >= next.afterMillis())
                || (next.ewtOverMillis() >= 0 && queue.ewtMillis(nowMillis) > next.ewtOverMillis())
                || isQuickerElsewhere(queue, next, nowMillis)
                || (queue.step(step).staffed() == 0 && isStaffedAbove(queue, step));
    }

    /** When the next step opens by time alone, epoch milliseconds, or {@link Timers#NEVER}. */
    long nextByTime(Call call) {
        if (call.step + 1 >= call.queue.stepCount()) {
            return Timers.NEVER;
        }
        long after = call.queue.step(call.step + 1).conditions().afterMillis();
        return after < 0 ? Timers.NEVER : call.joinedMillis + after;
    }

    /** In how many milliseconds a further step opens that has an agent to give as of now, {@link Timers#NEVER} if none is foreseen. */
    long opensMillis(Call call, long nowMillis) {
        CallQueue queue = call.queue;
        long opens = 0;
        for (int i = 1; i < queue.stepCount() && opens != Timers.NEVER; i++) {
            if (!isOpenAbove(call, i - 1, nowMillis)) {
                long after = queue.step(i).conditions().afterMillis();
                opens = after < 0 ? Timers.NEVER : Math.max(opens, call.joinedMillis + after - nowMillis);
            }
            if (opens != Timers.NEVER && queue.step(i).mayGive()) {
                return opens;
            }
        }
        return Timers.NEVER;
    }

    private boolean isQuickerElsewhere(CallQueue queue, Step.Conditions next, long nowMillis) {
        if (next.ewtAdvantageMillis() < 0) {
            return false;
        }
        // Nobody waits less than not at all: most of the time that settles it, and estimates cost.
        long own = queue.ewtMillis(nowMillis);
        if (own < next.ewtAdvantageMillis()) {
            return false;
        }
        for (long centres = next.centres(); centres != 0; centres &= centres - 1) {
            int pbxId = Long.numberOfTrailingZeros(centres);
            CallQueue other = pbxId == queue.pbxId() ? null : center.queueOfKind(queue.kind(), pbxId);
            if (other != null
                    && center.pbx(pbxId).isReady()
                    && other.open
                    && other.staffed() > 0
                    && own - other.ewtMillis(nowMillis) >= next.ewtAdvantageMillis()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStaffedAbove(CallQueue queue, int step) {
        for (int i = step + 1; i < queue.stepCount(); i++) {
            if (queue.step(i).staffed() > 0) {
                return true;
            }
        }
        return false;
    }
}
