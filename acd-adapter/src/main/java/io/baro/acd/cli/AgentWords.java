package io.baro.acd.cli;

import io.baro.acd.report.TextTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Agents of the API as a table or a line. Stateless; any thread. */
final class AgentWords {
    private static final List<String> HEAD = List.of("agent", "centre", "state", "since", "call", "skills");
    private static final Set<Integer> WORDS = Set.of(0, 1, 2, 3, 4, 5);

    private AgentWords() {}

    static TextTable table(List<Fields> agents, Moments moments) {
        TextTable table = new TextTable(HEAD, WORDS);
        for (Fields agent : agents) {
            table.add(List.of(
                    agent.text("number"),
                    agent.text("centre"),
                    state(agent),
                    moments.text(agent.text("since")),
                    agent.text("call"),
                    skills(agent)));
        }
        return table;
    }

    static String line(Fields agent, Moments moments) {
        String call = agent.has("call") ? ", call " + agent.text("call") : "";
        return "agent " + agent.text("number") + ": " + state(agent) + " since " + moments.text(agent.text("since"))
                + call;
    }

    static String skills(Fields agent) {
        return agent.part("skills").counts().entrySet().stream()
                .map(skill -> skill.getKey() + "=" + skill.getValue())
                .collect(Collectors.joining(","));
    }

    private static String state(Fields agent) {
        String state = agent.text("state").replace('_', ' ');
        if (!agent.has("reason")) {
            return state;
        }
        String reason = agent.text("reason").replace('_', ' ');
        return state + " (" + reason + (reason.equals("paused") ? " " + agent.count("pause_code") : "") + ")";
    }
}
