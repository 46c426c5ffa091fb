package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.SkillProfile;
import io.baro.engine.routing.Router;
import java.util.HashMap;
import java.util.Map;

/** The ready line and the staff count of each profile hold exactly its ready and its staffed agents. */
final class StaffAndReadyLinesAgree implements Invariant {
    @Override
    public String violation(Router router) {
        Map<SkillProfile, Integer> staffed = new HashMap<>();
        Map<SkillProfile, Integer> ready = new HashMap<>();
        for (int i = 0; i < router.center().limits().agents(); i++) {
            Agent agent = router.center().agent(i);
            if (agent == null) {
                continue;
            }
            ready.merge(agent.profile(), agent.isReady() ? 1 : 0, Integer::sum);
            staffed.merge(agent.profile(), agent.isStaffed() ? 1 : 0, Integer::sum);
        }
        for (Map.Entry<SkillProfile, Integer> entry : staffed.entrySet()) {
            SkillProfile profile = entry.getKey();
            if (profile.staffed() != entry.getValue()) {
                return "a profile counts " + profile.staffed() + " staff, it has " + entry.getValue();
            }
            if (profile.readyCount() != ready.get(profile)) {
                return "a profile counts " + profile.readyCount() + " ready, it has " + ready.get(profile);
            }
        }
        return stepViolation(router.center());
    }

    private static String stepViolation(CallCenter center) {
        for (int q = 0; q < center.limits().queues(); q++) {
            CallQueue queue = center.queue(q);
            for (int i = 0; queue != null && i < queue.stepCount(); i++) {
                int ready = Eligibility.ready(center, queue.step(i));
                if (queue.step(i).readyCount() != ready) {
                    return "step " + i + " of queue " + q + " counts "
                            + queue.step(i).readyCount() + " ready, it has " + ready;
                }
            }
        }
        return null;
    }
}
