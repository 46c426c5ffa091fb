package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.routing.Router;
import java.util.HashMap;
import java.util.Map;

/** Every agent is named by at most one call, and agent and call name each other; a call that talks has one agent, whoever rang. */
final class NoAgentHasTwoCalls implements Invariant {
    @Override
    public String violation(Router router) {
        Map<Agent, Call> callOf = new HashMap<>();
        for (Call call = router.center().firstCall(); call != null; call = call.next()) {
            for (Agent agent = call.agent; agent != null; agent = agent.offer.alongside) {
                if (callOf.put(agent, call) != null) {
                    return "agent " + agent.id() + " has two calls";
                }
                String wrong = violation(call, agent);
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        return null;
    }

    private static String violation(Call call, Agent agent) {
        if (agent.offer.call != call) {
            return "agent " + agent.id() + " does not know call " + call.id();
        }
        if (call.state != CallState.OFFERED && call.state != CallState.TALKING) {
            return "call " + call.id() + " has an agent in state " + call.state;
        }
        if (call.state == CallState.TALKING && (call.agent != agent || agent.offer.alongside != null)) {
            return "call " + call.id() + " talks and has more than one agent";
        }
        return null;
    }
}
