package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.routing.Router;

/** Routing 6: no agent is READY while a call that he may take waits. */
final class NobodyWaitsWhileAnEligibleAgentIsReady implements Invariant {
    @Override
    public String violation(Router router) {
        CallCenter center = router.center();
        for (Call call = center.firstCall(); call != null; call = call.next()) {
            if (call.state != CallState.WAITING) {
                continue;
            }
            for (int a = 0; a < center.limits().agents(); a++) {
                Agent agent = center.agent(a);
                if (agent != null && agent.isReady() && Eligibility.mayTake(center, call, agent)) {
                    return "call " + call.id() + " waits while agent " + a + " is ready";
                }
            }
        }
        return null;
    }
}
