package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Step;

/** Routing 4 and 5 for the invariants, by looking at everybody. */
final class Eligibility {
    private Eligibility() {}

    static boolean matches(Step step, Agent agent) {
        for (int i = 0; i < step.benchCount(); i++) {
            if (step.bench(i).profile() == agent.profile()) {
                return true;
            }
        }
        return false;
    }

    /** Ready agents on ready PBXs who match. */
    static int ready(CallCenter center, Step step) {
        int ready = 0;
        for (int a = 0; a < center.limits().agents(); a++) {
            Agent agent = center.agent(a);
            ready += agent != null && agent.isReady() && agent.isThere() && matches(step, agent) ? 1 : 0;
        }
        return ready;
    }

    /** Whether an agent who is READY, or was just before his offer, may take a waiting call by one of its steps. */
    static boolean mayTake(CallCenter center, Call call, Agent agent) {
        if (call.state != CallState.WAITING || !center.pbx(call.pbxId()).isReady() || !agent.isThere()) {
            return false;
        }
        if (call.keptFor != null) {
            return call.keptFor == agent;
        }
        for (int i = 0; i <= call.step; i++) {
            Step step = call.queue.step(i);
            int ready = ready(center, step) + (agent.isReady() ? 0 : 1);
            if (matches(step, agent) && ready > step.conditions().keepReady()) {
                return true;
            }
        }
        return false;
    }
}
