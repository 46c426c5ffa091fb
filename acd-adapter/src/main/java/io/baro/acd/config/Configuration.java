package io.baro.acd.config;

import io.baro.acd.rule.ConditionNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything an operator wrote, checked as a whole. Immutable; any thread.
 *
 * @param agents in the order of the file: their places are their agent ids
 */
public record Configuration(Path dir, ServerPlan server, QueuePlan queues, RulePlan rules, List<AgentPlan> agents) {

    public Configuration {
        agents = List.copyOf(agents);
    }

    /** Reads the directory. Empty when a problem was reported; then nothing of it is to be used. */
    public static Optional<Configuration> load(Path dir, Map<String, String> environment, Problems problems) {
        Optional<ServerPlan> server = new ServerFile(dir, environment, problems).read();
        Optional<QueuePlan> queues = new QueueFile(problems).read(dir);
        Optional<RulePlan> rules = server.isPresent() && queues.isPresent()
                ? RuleFile.read(dir.resolve(RuleFile.NAME), names(server.get(), queues.get()), problems)
                : Optional.empty();
        List<AgentPlan> agents = new AgentFile(problems).read(dir);
        server.ifPresent(plan -> checkCentres(plan, agents, problems));
        queues.ifPresent(plan -> checkSkills(plan, agents, problems));
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        Configuration all = new Configuration(dir, server.get(), queues.get(), rules.get(), agents);
        all.checkCover(problems);
        return problems.hasErrors() ? Optional.empty() : Optional.of(all);
    }

    /** The names that rules may put in quotes. */
    public ConditionNames names() {
        return names(server, queues);
    }

    private static ConditionNames names(ServerPlan server, QueuePlan queues) {
        return new ConditionNames(
                queues.queues().stream().map(QueuePlan.Queue::name).toList(),
                server.pbxs().stream().map(PbxPlan::name).toList());
    }

    /** The PBX of that name, from 0; -1 when there is none. */
    public int pbxIdOf(String centre) {
        List<PbxPlan> pbxs = server.pbxs();
        for (int i = 0; i < pbxs.size(); i++) {
            if (pbxs.get(i).name().equals(centre)) {
                return i;
            }
        }
        return -1;
    }

    private static void checkCentres(ServerPlan server, List<AgentPlan> agents, Problems problems) {
        List<String> names = server.pbxs().stream().map(PbxPlan::name).toList();
        for (AgentPlan agent : agents) {
            if (!names.contains(agent.centre())) {
                problems.error(
                        AgentFile.NAME,
                        agent.line(),
                        "unknown centre \"" + agent.centre() + "\"",
                        "write a pbx of baro.yaml: " + String.join(", ", names));
            }
        }
    }

    private static void checkSkills(QueuePlan queues, List<AgentPlan> agents, Problems problems) {
        for (AgentPlan agent : agents) {
            for (String skill : agent.skills().keySet()) {
                if (!queues.skills().contains(skill)) {
                    problems.error(
                            AgentFile.NAME,
                            agent.line(),
                            "unknown skill \"" + skill + "\"",
                            "add it to skills: of queues.yaml or correct it");
                }
            }
        }
    }

    /** A queue that nobody serves anywhere is a mistake; one that nobody serves in some centre may be meant. */
    private void checkCover(Problems problems) {
        for (QueuePlan.Queue queue : queues.queues()) {
            List<String> served = agents.stream()
                    .filter(agent -> agent.serves(queue))
                    .map(AgentPlan::centre)
                    .distinct()
                    .toList();
            if (served.isEmpty()) {
                problems.error(
                        QueueFile.NAME,
                        queue.line(),
                        "no agent has the skills of queue \"" + queue.name() + "\"",
                        "give them to an agent of agents.csv or lower the levels");
                continue;
            }
            for (PbxPlan pbx : server.pbxs()) {
                if (!served.contains(pbx.name())) {
                    problems.warning(
                            QueueFile.NAME,
                            queue.line(),
                            "nobody in " + pbx.name() + " serves queue \"" + queue.name() + "\"",
                            "its callers there reach the fallback queue");
                }
            }
        }
    }
}
