package io.baro.acd.app;

import io.baro.acd.asterisk.PbxDirectory;
import io.baro.acd.asterisk.PbxLinkSettings;
import io.baro.acd.config.AgentPlan;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.metrics.CentreNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each link and each watcher the part of the configuration it needs. Stateless; any thread. */
final class LinkWiring {
    private LinkWiring() {}

    static PbxLinkSettings settings(Configuration configuration, int pbxId) {
        PbxPlan plan = configuration.server().pbxs().get(pbxId);
        return new PbxLinkSettings(
                pbxId,
                plan.name(),
                plan.host(),
                plan.port(),
                plan.systemName(),
                plan.events().user(),
                plan.events().secret().reveal(),
                plan.actions().user(),
                plan.actions().secret().reveal(),
                plan.tlsCa(),
                PbxLinkSettings.DEFAULT_HEARTBEAT,
                PbxLinkSettings.DEFAULT_CONNECT_TIMEOUT);
    }

    static PbxDirectory directory(Configuration configuration, int pbxId) {
        QueuePlan plan = configuration.queues();
        List<PbxDirectory.AgentEntry> agents = agents(configuration, configuration.agents(), pbxId);
        List<PbxDirectory.QueueEntry> queues = new ArrayList<>();
        for (int index = 0; index < plan.queues().size(); index++) {
            queues.add(new PbxDirectory.QueueEntry(
                    plan.queueId(pbxId, index), plan.queues().get(index).name()));
        }
        Map<String, Integer> entries = new HashMap<>();
        plan.entries().forEach((number, queue) -> entries.put(number, plan.queueId(pbxId, plan.indexOf(queue))));
        return new PbxDirectory(pbxId, agents, queues, entries, plan.queueId(pbxId, plan.indexOf(plan.defaultEntry())));
    }

    /** Everybody, as that PBX dials him: its own agents by their endpoints, the others over the trunks to their centres. */
    static List<PbxDirectory.AgentEntry> agents(Configuration configuration, List<AgentPlan> byId, int pbxId) {
        List<PbxDirectory.AgentEntry> agents = new ArrayList<>();
        for (int agentId = 0; agentId < byId.size(); agentId++) {
            AgentPlan agent = byId.get(agentId);
            agents.add(
                    configuration.pbxIdOf(agent.centre()) == pbxId
                            ? new PbxDirectory.AgentEntry(agentId, agent.endpoint())
                            : PbxDirectory.AgentEntry.lent(agentId, agent.endpoint(), agent.centre()));
        }
        return agents;
    }

    static CentreNames names(Configuration configuration) {
        return new CentreNames(
                configuration.server().pbxs().stream().map(PbxPlan::name).toList(),
                configuration.queues().queues().stream()
                        .map(QueuePlan.Queue::name)
                        .toList(),
                configuration.agents().stream()
                        .map(agent -> configuration.pbxIdOf(agent.centre()))
                        .toList());
    }
}
