package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Bench;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.Step;
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
        for (int b = 0; b < agent.profile().benchCount(); b++) {
            Step step = agent.profile().bench(b).step();
            serves |= step == call.onStep();
            for (int i = 0; i < step.waiting.size(); i++) {
                Call other = step.waiting.at(i);
                if (other.rank() < call.rank()) {
                    return "call " + call.id() + " is offered before the better ranked " + other.id();
                }
                if (call.joinedMillis - other.joinedMillis > router.maxBoostMillis()) {
                    return "call " + call.id() + " overtakes " + other.id() + " by more than max_boost";
                }
            }
        }
        return serves ? null : "agent " + agent.id() + " does not match the step of call " + call.id();
    }

    private static String idleViolation(Call call, Agent agent) {
        Bench best = call.onStep().best();
        if (best != null && best.first().idleSinceMillis < agent.idleSinceMillis) {
            return "agent " + best.first().id() + " is idle longer than " + agent.id();
        }
        return null;
    }
}
