package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Step;
import io.baro.engine.routing.Router;

/** No agent is READY while a call that he may take waits, on a PBX that takes offers. */
final class NobodyWaitsWhileAnEligibleAgentIsReady implements Invariant {
    @Override
    public String violation(Router router) {
        CallCenter center = router.center();
        for (Call call = center.firstCall(); call != null; call = call.next()) {
            if (call.state != CallState.WAITING || !center.pbx(call.pbxId()).isReady()) {
                continue;
            }
            for (int a = 0; a < center.limits().agents(); a++) {
                Agent agent = center.agent(a);
                if (agent != null && agent.isReady() && agent.isThere() && mayTake(center, call, agent)) {
                    return "call " + call.id() + " waits while agent " + a + " is ready";
                }
            }
        }
        return null;
    }

    private static boolean mayTake(CallCenter center, Call call, Agent agent) {
        if (call.keptFor != null) {
            return call.keptFor == agent;
        }
        Step step = call.onStep();
        int ready = 0;
        for (int a = 0; a < center.limits().agents(); a++) {
            Agent other = center.agent(a);
            ready += other != null && other.isReady() && other.isThere() && matches(step, other) ? 1 : 0;
        }
        return matches(step, agent) && ready > step.conditions().keepReady();
    }

    private static boolean matches(Step step, Agent agent) {
        for (int i = 0; i < step.benchCount(); i++) {
            if (step.bench(i).profile() == agent.profile()) {
                return true;
            }
        }
        return false;
    }
}
