package io.baro.acd.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what was imported as an operator would have written it. Stateless; any thread. */
final class ConfigurationText {
    /** Names in one condition: a rule's code has room for so many comparisons, and a reader, too. */
    private static final int NAMES_IN_A_RULE = 20;

    private static final int WEIGHT = 10;

    private ConfigurationText() {}

    /** @param phonesAtOnce how many ring where all did */
    static String queues(List<ImportedQueue> queues, int phonesAtOnce) {
        StringBuilder text = new StringBuilder("""
                # Made by baro import of Asterisk's queues.conf. Each queue's members have a skill of its name; a penalty became a level: 10 - penalty.
                # All keys: docs/configuration.md. Numbers that lead to a queue are told in entries:, the menu's digits in Asterisk's site/globals.conf.

                """);
        List<String> skills = queues.stream()
                .map(ImportedQueue::skill)
                .filter(skill -> !skill.isEmpty())
                .toList();
        text.append("skills: [").append(String.join(", ", skills)).append("]\n\nqueues:\n");
        queues.forEach(queue -> queue(text, queue, phonesAtOnce));
        if (!queues.isEmpty()) {
            text.append("\ndefault_entry: ").append(queues.getFirst().name()).append('\n');
        }
        return text.toString();
    }

    private static void queue(StringBuilder text, ImportedQueue queue, int phonesAtOnce) {
        text.append("  - name: ").append(queue.name()).append('\n');
        if (!queue.skill().isEmpty()) {
            text.append("    skills: ").append(skill(queue, 0)).append('\n');
        }
        for (Map.Entry<String, String> setting : queue.settings().entrySet()) {
            text.append("    ")
                    .append(setting.getKey())
                    .append(": ")
                    .append(setting.getValue())
                    .append('\n');
        }
        if (queue.ringsAll()) {
            text.append("    ring_at_once: ").append(phonesAtOnce).append('\n');
        }
        if (!queue.skill().isEmpty() && queue.levels().size() > 1) {
            text.append("    ladder:\n");
            for (int step = 1; step < queue.levels().size(); step++) {
                text.append("      - { after: 0s, skills: ")
                        .append(skill(queue, step))
                        .append(" }\n");
            }
        }
    }

    private static String skill(ImportedQueue queue, int step) {
        return "{ " + queue.skill() + ": " + queue.levels().get(step) + " }";
    }

    static String agents(List<ImportedAgent> agents, String centre) {
        boolean weighed = agents.stream().anyMatch(agent -> agent.weight() != WEIGHT);
        StringBuilder text = new StringBuilder("id,endpoint,centre,skills,auto_login" + (weighed ? ",weight\n" : "\n"));
        for (ImportedAgent agent : agents) {
            String skills = agent.skills().entrySet().stream()
                    .map(skill -> skill.getKey() + ":" + skill.getValue())
                    .collect(Collectors.joining(";"));
            text.append(String.join(",", agent.id(), agent.endpoint(), centre, skills, agent.loggedIn() ? "yes" : "no"))
                    .append(weighed ? "," + agent.weight() + "\n" : "\n");
        }
        return text.toString();
    }

    static String rules(List<ImportedQueue> queues) {
        StringBuilder text = new StringBuilder(
                "# Made by baro import of Asterisk's queues.conf. What rules can do: docs/cookbook.md.\nversion: 1\n");
        List<String> names = queues.stream()
                .filter(ImportedQueue::divertsWhenNobodyIsThere)
                .map(queue -> '"' + queue.name() + '"')
                .toList();
        text.append(names.isEmpty() ? "rules: []\n" : "rules:\n");
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < names.size(); from += NAMES_IN_A_RULE) {
            parts.add(names.subList(from, Math.min(names.size(), from + NAMES_IN_A_RULE)));
        }
        for (int part = 0; part < parts.size(); part++) {
            text.append(
                            "  # joinempty: who would wait for nobody goes to the PBX's fallback queue.\n  - name: nobody-there")
                    .append(part == 0 ? "" : "-" + (part + 1))
                    .append("\n    when: queue.staffed == 0")
                    .append(
                            names.size() == queues.size()
                                    ? ""
                                    : " && queue.name in [" + String.join(", ", parts.get(part)) + "]")
                    .append("\n    then: { divert: yes }\n");
            if (names.size() == queues.size()) {
                break;
            }
        }
        return text.toString();
    }

    static String server(String centre) {
        return """
                # Made by baro import: a beginning. All keys: docs/configuration.md.
                journal: file
                pbxs:
                  - name: %1$s
                    host: 127.0.0.1
                    port: 5038
                    system_name: %1$s-change-me              # systemname of its asterisk.conf, with a part nobody can guess
                    events: { user: acd-ev, secret_file: ev.secret }
                    actions: { user: acd-act, secret_file: act.secret }
                """.formatted(centre);
    }
}
