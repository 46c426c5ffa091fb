package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.SkillProfile;
import io.baro.engine.callcenter.Step;
import io.baro.engine.line.Line;

/**
 * Finds the call with the smallest rank: for one agent over the steps that he matches and the calls kept for him, or of all.
 * Changes nothing. Runs on: routing thread.
 */
final class BestCall {
    private final CallCenter center;
    private Call best;
    private Call second;
    private Call last;
    private int bestStep;
    private int compared;

    BestCall(CallCenter center) {
        this.center = center;
    }

    /** The call that an agent who is READY, or would be, should have; or null. */
    Call of(Agent agent) {
        begin();
        SkillProfile profile = agent.profile();
        for (int i = 0; i < profile.benchCount(); i++) {
            Step step = profile.bench(i).step();
            if (step.waiting.size() > 0 && center.pbx(step.queue().pbxId()).isReady() && leaves(step)) {
                compare(step.waiting.first(), step.index());
            }
        }
        compareKept(agent);
        return best;
    }

    /** The step of the ladder by which the best of them is taken. */
    int step() {
        return bestStep;
    }

    /** How many calls were compared, the best included. */
    int compared() {
        return compared;
    }

    /** The second best of those compared, or null. */
    Call second() {
        return second;
    }

    /** The call with the smallest rank of all that may have an agent now, or null. Looks at every step and every agent. */
    Call ofAll() {
        begin();
        for (int i = 0; i < center.limits().queues(); i++) {
            CallQueue queue = center.queue(i);
            if (queue != null
                    && queue.step(0).waiting.size() > 0
                    && center.pbx(queue.pbxId()).isReady()) {
                compareSteps(queue);
            }
        }
        for (int i = 0; i < center.limits().agents(); i++) {
            Agent agent = center.agent(i);
            if (agent != null && agent.isReady() && agent.isThere()) {
                compareKept(agent);
            }
        }
        return best;
    }

    private void compareSteps(CallQueue queue) {
        for (int i = 0; i < queue.stepCount(); i++) {
            Step step = queue.step(i);
            if (step.waiting.size() > 0 && step.mayGive()) {
                compare(step.waiting.first(), i);
            }
        }
    }

    /** Calls kept for one agent may be of several PBXs, of which some are not ready. */
    private void compareKept(Agent agent) {
        Line<Call> kept = agent.kept;
        Call first = null;
        for (int i = 0; i < kept.size(); i++) {
            Call call = kept.at(i);
            if (center.pbx(call.pbxId()).isReady() && (first == null || call.inLine.before(first.inLine))) {
                first = call;
            }
        }
        if (first != null) {
            compare(first, first.step);
        }
    }

    private void begin() {
        best = null;
        second = null;
        last = null;
        bestStep = 0;
        compared = 0;
    }

    /** One call may be the first of several steps of its queue, which come one after another: it counts once, by the lowest. */
    private void compare(Call call, int step) {
        if (call == last) {
            return;
        }
        last = call;
        compared++;
        if (best == null || call.inLine.before(best.inLine)) {
            second = best;
            best = call;
            bestStep = step;
        } else if (second == null || call.inLine.before(second.inLine)) {
            second = call;
        }
    }

    /** Whether the step has agents enough to give one, with him who asks and is not seated yet. */
    private static boolean leaves(Step step) {
        return step.conditions().keepReady() == 0
                || step.readyCount() + 1 > step.conditions().keepReady();
    }
}
