package io.baro.acd.migration;

import io.baro.acd.asterisk.PbxDirectory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A queues.conf as a configuration of ours, with everything that is not simply taken. Never reads or writes a file. Immutable once made;
 * any thread.
 */
public final class QueuesImport {
    private static final String GENERAL = "general";
    /** As queues.yaml may name. */
    private static final int MOST_SKILLS = 100;
    /** As acd-dial of extensions.conf lets ring. */
    private static final int MOST_PHONES = 8;

    private final List<ImportedQueue> queues = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ImportedAgent> agents;

    private QueuesImport(List<String> lines) {
        AgentBook book = new AgentBook(findings);
        Names names = new Names();
        int skills = 0;
        for (ConfSection section : new ConfReader(findings).read(lines)) {
            if (section.name().equals(GENERAL)) {
                general(section);
                continue;
            }
            ImportedQueue queue = new QueueConversion(section, names.of(section.name()), book, findings)
                    .convert(skills < MOST_SKILLS);
            skills += queue.skill().isEmpty() ? 0 : 1;
            queues.add(queue);
        }
        agents = book.agents();
        findings.sort(Comparator.comparingInt(Finding::line));
    }

    /** Reads it. */
    public static QueuesImport of(List<String> lines) {
        return new QueuesImport(lines);
    }

    public int queueCount() {
        return queues.size();
    }

    public int agentCount() {
        return agents.size();
    }

    /** In the order of the file. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The text of queues.yaml. */
    public String queuesYaml() {
        return ConfigurationText.queues(queues, phonesAtOnce());
    }

    /** The text of rules.yaml. */
    public String rulesYaml() {
        return ConfigurationText.rules(queues);
    }

    /** The text of agents.csv. */
    public String agentsCsv(String centre) {
        return ConfigurationText.agents(agents, centre);
    }

    /** The text of a baro.yaml to begin with. */
    public static String baroYaml(String centre) {
        return ConfigurationText.server(centre);
    }

    /** So many that even the longest names, with a mark between them, fit into one extension: the check asks for it. */
    private int phonesAtOnce() {
        List<Integer> lengths = agents.stream()
                .map(agent -> agent.endpoint().length() + 1)
                .sorted(Comparator.reverseOrder())
                .limit(MOST_PHONES)
                .toList();
        int phones = 0;
        int bytes = 0;
        for (int length : lengths) {
            bytes += length;
            phones += bytes <= PbxDirectory.MAX_ADDRESS_BYTES + 1 ? 1 : 0;
        }
        return Math.max(1, phones);
    }

    private void general(ConfSection section) {
        for (ConfLine line : section.lines()) {
            OtherOptions.Answer answer = OtherOptions.of(line.key(), line.isYes());
            findings.add(new Finding(line.number(), GENERAL, line.key(), answer.kind(), answer.what()));
        }
    }
}
