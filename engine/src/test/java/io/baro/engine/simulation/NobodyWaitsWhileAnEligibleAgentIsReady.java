package io.baro.engine.simulation;

import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.routing.Router;

/** No agent is READY while a call that he may take waits, on a PBX that takes offers. */
final class NobodyWaitsWhileAnEligibleAgentIsReady implements Invariant {
    @Override
    public String violation(Router router) {
        CallCenter center = router.center();
        for (int q = 0; q < center.limits().queues(); q++) {
            CallQueue queue = center.queue(q);
            if (queue == null || queue.waiting.size() == 0 || !center.pbx(queue.pbxId()).ready) {
                continue;
            }
            for (int p = 0; p < queue.profileCount(); p++) {
                if (queue.profile(p).ready.size() > 0) {
                    return "queue " + q + " waits while agent "
                            + queue.profile(p).ready.first().id() + " is ready";
                }
            }
        }
        return null;
    }
}
