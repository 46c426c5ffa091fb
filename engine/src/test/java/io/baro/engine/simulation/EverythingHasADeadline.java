package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.message.AgentState;
import io.baro.engine.routing.Router;

/** Every call, every reservation and every open offer has an owner with a deadline: impossible states heal. */
final class EverythingHasADeadline implements Invariant {
    @Override
    public String violation(Router router) {
        for (Call call = router.center().firstCall(); call != null; call = call.next()) {
            boolean agentsBusiness = call.state == CallState.OFFERED && call.agent != null;
            boolean desksBusiness = call.isPromise() && call.state == CallState.WAITING;
            if (!agentsBusiness && !desksBusiness && !call.timer.inLine()) {
                return "call " + call.id() + " in " + call.state + " has no deadline";
            }
        }
        ReservationBook reservations = router.center().reservations();
        for (int i = 0; i < reservations.size(); i++) {
            Call call = reservations.at(i).call;
            if ((call == null || (call.isPromise() && call.state == CallState.WAITING))
                    && !reservations.at(i).timer.inLine()) {
                return "reservation " + reservations.at(i).id() + " has no deadline";
            }
        }
        for (int i = 0; i < router.center().limits().agents(); i++) {
            Agent agent = router.center().agent(i);
            if (agent == null || !agent.offer.isOpen()) {
                continue;
            }
            boolean callsBusiness = agent.state == AgentState.TALKING && agent.offer.call != null;
            if (!callsBusiness && !agent.timer.inLine()) {
                return "agent " + i + " in " + agent.state + " holds an offer without deadline";
            }
        }
        return null;
    }
}
