package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.SkillProfile;
import io.baro.engine.routing.Router;
import java.util.HashMap;
import java.util.Map;

/** The ready line and the staff count of each profile hold exactly its ready and its staffed agents. */
final class StaffAndReadyLinesAgree implements Invariant {
    @Override
    public String violation(Router router) {
        Map<SkillProfile, Integer> staffed = new HashMap<>();
        for (int i = 0; i < router.center().limits().agents(); i++) {
            Agent agent = router.center().agent(i);
            if (agent == null) {
                continue;
            }
            if (agent.isReady() != agent.inReady.inLine()) {
                return "agent " + i + " is " + agent.state + ", in the ready line: " + agent.inReady.inLine();
            }
            staffed.merge(agent.profile(), agent.isStaffed() ? 1 : 0, Integer::sum);
        }
        for (Map.Entry<SkillProfile, Integer> entry : staffed.entrySet()) {
            if (entry.getKey().staffed != entry.getValue()) {
                return "a profile counts " + entry.getKey().staffed + " staff, it has " + entry.getValue();
            }
        }
        return null;
    }
}
