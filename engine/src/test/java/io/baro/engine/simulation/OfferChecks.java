package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.routing.Router;

/**
 * Promises about the moment of an offer: the smallest rank goes first, nobody is overtaken by more than the boost bound, the agent
 * is the one idle longest, and he can do what the call needs.
 */
final class OfferChecks {
    private OfferChecks() {}

    /** Returns what is wrong with offering this call to this agent now, or null. */
    static String violation(Router router, Call call, Agent agent) {
        String order = orderViolation(router, call, agent);
        return order != null ? order : idleViolation(call, agent);
    }

    private static String orderViolation(Router router, Call call, Agent agent) {
        boolean serves = false;
        for (int q = 0; q < agent.profile().queueCount(); q++) {
            CallQueue queue = agent.profile().queue(q);
            serves |= queue == call.queue;
            for (int i = 0; i < queue.waiting.size(); i++) {
                Call other = queue.waiting.at(i);
                if (other.rank() < call.rank()) {
                    return "call " + call.id() + " is offered before the better ranked " + other.id();
                }
                if (call.joinedMillis - other.joinedMillis > router.maxBoostMillis()) {
                    return "call " + call.id() + " overtakes " + other.id() + " by more than max_boost";
                }
            }
        }
        return serves ? null : "agent " + agent.id() + " does not serve queue " + call.queue.id();
    }

    private static String idleViolation(Call call, Agent agent) {
        for (int p = 0; p < call.queue.profileCount(); p++) {
            Agent other = call.queue.profile(p).ready.first();
            if (other != null && other.idleSinceMillis < agent.idleSinceMillis) {
                return "agent " + other.id() + " is idle longer than " + agent.id();
            }
        }
        return null;
    }
}
