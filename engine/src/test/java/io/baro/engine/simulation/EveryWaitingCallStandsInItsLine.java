package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.routing.Router;

/** A call stands in the line of its queue exactly while it waits, so no caller is forgotten between two lines. */
final class EveryWaitingCallStandsInItsLine implements Invariant {
    @Override
    public String violation(Router router) {
        CallCenter center = router.center();
        int waiting = 0;
        for (Call call = center.firstCall(); call != null; call = call.next()) {
            boolean waits = call.state == CallState.WAITING;
            waiting += waits && !call.isCallback() ? 1 : 0;
            if (waits != call.inLine.inLine()) {
                return "call " + call.id() + " is " + call.state + ", in line: " + call.inLine.inLine();
            }
        }
        int standing = 0;
        for (int q = 0; q < center.limits().queues(); q++) {
            CallQueue queue = center.queue(q);
            standing += queue == null ? 0 : queue.waitingCount();
        }
        return waiting == standing ? null : waiting + " calls wait, " + standing + " stand in line";
    }
}
