package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.routing.Router;
import java.util.HashMap;
import java.util.Map;

/** Every agent is named by at most one call, and agent and call name each other. */
final class NoAgentHasTwoCalls implements Invariant {
    @Override
    public String violation(Router router) {
        Map<Agent, Call> callOf = new HashMap<>();
        for (Call call = router.center().firstCall(); call != null; call = call.next()) {
            if (call.agent == null) {
                continue;
            }
            if (callOf.put(call.agent, call) != null) {
                return "agent " + call.agent.id() + " has two calls";
            }
            if (call.agent.offer.call != call) {
                return "agent " + call.agent.id() + " does not know call " + call.id();
            }
            if (call.state != CallState.OFFERED && call.state != CallState.TALKING) {
                return "call " + call.id() + " has an agent in state " + call.state;
            }
        }
        return null;
    }
}
