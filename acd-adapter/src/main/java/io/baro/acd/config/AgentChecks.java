package io.baro.acd.config;

import io.baro.acd.rule.NearestName;
import java.util.List;

/** Holds what agents.csv names against the other files. Used by the thread that loads or reloads. */
final class AgentChecks {
    private final Problems problems;

    AgentChecks(Problems problems) {
        this.problems = problems;
    }

    void centres(ServerPlan server, List<AgentPlan> agents) {
        List<String> names = server.pbxs().stream().map(PbxPlan::name).toList();
        // A centre whose own name is wrong is reported there.
        if (names.contains("")) {
            return;
        }
        for (AgentPlan agent : agents) {
            if (!names.contains(agent.centre())) {
                String remedy = "write a pbx of baro.yaml: " + String.join(", ", names);
                error(
                        agent,
                        2,
                        "unknown centre \"" + agent.centre() + "\"",
                        NearestName.remedy(agent.centre(), names, remedy));
            }
        }
    }

    void skills(QueuePlan queues, List<AgentPlan> agents) {
        for (AgentPlan agent : agents) {
            for (String skill : agent.skills().keySet()) {
                if (!queues.skills().contains(skill)) {
                    String remedy = "add it to skills: of queues.yaml or correct it";
                    error(
                            agent,
                            3,
                            "unknown skill \"" + skill + "\"",
                            NearestName.remedy(skill, queues.skills(), remedy));
                }
            }
        }
    }

    private void error(AgentPlan agent, int cell, String what, String remedy) {
        String[] cells = {agent.number(), agent.endpoint(), agent.centre(), ""};
        problems.error(new Problem(AgentFile.NAME, agent.line(), AgentFile.columnOf(cells, cell), what, remedy));
    }
}
