package io.baro.acd.records;

import io.baro.acd.config.AgentPlan;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.config.RulePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What the numbers in the records are called: rows of the tables of names. A name that changes, changes for all that was recorded.
 * Immutable.
 */
public record RecordNames(List<Centre> centres, List<Queue> queues, List<Agent> agents, List<Rule> rules) {
    /** A PBX and its agents. */
    record Centre(int id, String name) {}

    /** A waiting line of one centre. */
    record Queue(int id, int centreId, String name) {}

    /** By his own number, as people know him. */
    record Agent(int id, int centreId, String number) {}

    /** By its place in the file of that version. */
    record Rule(int version, int id, String name) {}

    public RecordNames {
        centres = List.copyOf(centres);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        rules = List.copyOf(rules);
    }

    /** Those of a configuration whose agents stand at their ids. */
    public static RecordNames of(Configuration configuration) {
        List<Centre> centres = new ArrayList<>();
        List<Queue> queues = new ArrayList<>();
        QueuePlan plan = configuration.queues();
        for (int pbxId = 0; pbxId < configuration.server().pbxs().size(); pbxId++) {
            centres.add(
                    new Centre(pbxId, configuration.server().pbxs().get(pbxId).name()));
            for (int index = 0; index < plan.queues().size(); index++) {
                queues.add(new Queue(
                        plan.queueId(pbxId, index),
                        pbxId,
                        plan.queues().get(index).name()));
            }
        }
        return new RecordNames(
                centres, queues, agents(configuration, configuration.agents()), rules(configuration.rules()));
    }

    /** The same with these agents, each at the place of his id. */
    public RecordNames withAgents(Configuration configuration, List<AgentPlan> byId) {
        return new RecordNames(centres, queues, agents(configuration, byId), rules);
    }

    /** The same and the rules of one more version. */
    public RecordNames withRules(RulePlan plan) {
        List<Rule> all = new ArrayList<>(rules);
        all.removeIf(rule -> rule.version() == plan.version());
        all.addAll(rules(plan));
        return new RecordNames(centres, queues, agents, all);
    }

    private static List<Agent> agents(Configuration configuration, List<AgentPlan> byId) {
        List<Agent> agents = new ArrayList<>();
        for (int id = 0; id < byId.size(); id++) {
            agents.add(new Agent(
                    id,
                    configuration.pbxIdOf(byId.get(id).centre()),
                    byId.get(id).number()));
        }
        return agents;
    }

    private static List<Rule> rules(RulePlan plan) {
        List<Rule> rules = new ArrayList<>();
        for (int id = 0; id < plan.names().size(); id++) {
            rules.add(new Rule(plan.version(), id, plan.names().get(id)));
        }
        return rules;
    }
}
