package io.baro.acd.report;

import java.util.List;

/**
 * Owns the words for the numbers in commands and decisions. Queue ids are laid out as {@code centre * kinds + kind}. Immutable.
 *
 * @param kinds queues of the file, each of which exists once per centre
 * @param agents the agents' own numbers by agent id
 */
public record ReportNames(
        List<String> centres,
        List<String> kinds,
        List<String> agents,
        List<String> skills,
        int rulesVersion,
        List<String> rules) {
    public ReportNames {
        centres = List.copyOf(centres);
        kinds = List.copyOf(kinds);
        agents = List.copyOf(agents);
        skills = List.copyOf(skills);
        rules = List.copyOf(rules);
    }

    /** The same with the rules of another file. */
    public ReportNames withRules(int version, List<String> names) {
        return new ReportNames(centres, kinds, agents, skills, version, names);
    }

    public int kindOf(int queueId) {
        return queueId % kinds.size();
    }

    /** A queue with its centre. */
    public String queue(int queueId) {
        return queueId < 0 ? "none" : kinds.get(kindOf(queueId)) + "@" + centres.get(queueId / kinds.size());
    }

    public String agent(int agentId) {
        return agentId >= 0 && agentId < agents.size() ? agents.get(agentId) : "#" + agentId;
    }

    /** A rule of that version; the names of versions that are not on file are not known. */
    public String rule(int version, int ruleId) {
        return version == rulesVersion && ruleId < rules.size() ? rules.get(ruleId) : "rule " + (ruleId + 1);
    }
}
