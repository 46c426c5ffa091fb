package io.baro.acd.config;

import io.baro.acd.rule.ConditionNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything an operator wrote, checked as a whole. Immutable; any thread.
 *
 * @param agents in the order of the file, or of {@link IdRegister}: their places are their agent ids
 */
public record Configuration(Path dir, ServerPlan server, QueuePlan queues, RulePlan rules, List<AgentPlan> agents) {

    public Configuration {
        agents = List.copyOf(agents);
    }

    /** Reads the directory. Empty when a problem was reported; then nothing of it is to be used. */
    public static Optional<Configuration> load(Path dir, Map<String, String> environment, Problems problems) {
        return load(dir, dir.resolve(RuleFile.NAME), environment, problems);
    }

    /** As {@link #load(Path, Map, Problems)}, with the rules of another file. */
    public static Optional<Configuration> load(
            Path dir, Path rulesFile, Map<String, String> environment, Problems problems) {
        Optional<ServerPlan> server = new ServerFile(dir, environment, problems).read();
        Optional<QueuePlan> queues = server.flatMap(plan -> new QueueFile(dir, plan, problems).read());
        Optional<RulePlan> rules =
                queues.flatMap(plan -> RuleFile.read(rulesFile, names(server.get(), plan), problems));
        List<AgentPlan> agents = new AgentFile(problems).read(dir);
        AgentChecks checks = new AgentChecks(problems);
        server.ifPresent(plan -> checks.centres(plan, agents));
        queues.ifPresent(plan -> checks.skills(plan, agents));
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        Configuration all = new Configuration(dir, server.get(), queues.get(), rules.get(), agents);
        new CoverChecks(all, problems).check();
        return problems.hasErrors() ? Optional.empty() : Optional.of(all);
    }

    /** The same with the agents as {@code agents.csv} has them now. Empty when a problem was reported. */
    public Optional<Configuration> withAgentsOfNow(Problems problems) {
        List<AgentPlan> now = new AgentFile(problems).read(dir);
        AgentChecks checks = new AgentChecks(problems);
        checks.centres(server, now);
        checks.skills(queues, now);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        Configuration all = new Configuration(dir, server, queues, rules, now);
        new CoverChecks(all, problems).check();
        return problems.hasErrors() ? Optional.empty() : Optional.of(all);
    }

    /** The same with these agents, each at the place of his id. */
    Configuration withAgents(List<AgentPlan> byId) {
        return new Configuration(dir, server, queues, rules, byId);
    }

    /** The names that rules may put in quotes. */
    public ConditionNames names() {
        return names(server, queues);
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

    /** Whose agents a step of a queue of that PBX may have: bit n for PBX n. */
    long centresOf(QueuePlan.Step step, int pbxId) {
        if (step.centres().isEmpty()) {
            return 1L << pbxId;
        }
        return step.centres().stream()
                .mapToLong(centre -> 1L << pbxIdOf(centre))
                .reduce(0, (a, b) -> a | b);
    }

    private static ConditionNames names(ServerPlan server, QueuePlan queues) {
        return new ConditionNames(
                queues.queues().stream().map(QueuePlan.Queue::name).toList(),
                server.pbxs().stream().map(PbxPlan::name).toList());
    }
}
