package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.routing.Router;

/** Routing 15: who is kept waits for an agent who is staffed, and not without end. */
final class KeptCallsWaitForStaffedAgents implements Invariant {
    @Override
    public String violation(Router router) {
        for (Call call = router.center().firstCall(); call != null; call = call.next()) {
            if (call.keptFor == null) {
                continue;
            }
            if (call.state != CallState.WAITING || !call.keptFor.isThere()) {
                return "call " + call.id() + " in " + call.state + " is kept for agent " + call.keptFor.id() + " in "
                        + call.keptFor.state;
            }
            if (!call.change.inLine() || call.change.key() > call.keptUntilMillis) {
                return "call " + call.id() + " is kept without end";
            }
        }
        return null;
    }
}
