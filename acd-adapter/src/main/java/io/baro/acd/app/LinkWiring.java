package io.baro.acd.app;

import io.baro.acd.asterisk.CallbackTerms;
import io.baro.acd.asterisk.PbxDirectory;
import io.baro.acd.asterisk.PbxLinkSettings;
import io.baro.acd.care.CareFile;
import io.baro.acd.config.AgentPlan;
import io.baro.acd.config.CalendarCommands;
import io.baro.acd.config.CallbackPlan;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.customer.CustomerLinks;
import io.baro.acd.customer.DialableNumbers;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.hours.QueueCalendar;
import io.baro.acd.metrics.CentreNames;
import io.baro.engine.port.Ingress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** What the links check of a caller's wish to be called back. */
    static CallbackTerms callbackTerms(Configuration configuration) {
        return new CallbackTerms(
                dialable(configuration),
                configuration
                        .queues()
                        .callbacks()
                        .hours()
                        .map(configuration.queues().hours()::get),
                configuration.server().zone());
    }

    /** What the list of care calls is read with. */
    static CareFile.Reading careReading(Configuration configuration, KeyFile.Secrets secrets, long epochMillis) {
        return new CareFile.Reading(configuration, dialable(configuration), secrets, epochMillis);
    }

    static DialableNumbers dialable(Configuration configuration) {
        CallbackPlan plan = configuration.queues().callbacks();
        return new DialableNumbers(plan.leastDigits(), plan.mostDigits(), plan.allowed(), plan.forbidden());
    }

    /** Tells the router when the queues that have hours open and close. */
    static QueueCalendar calendar(Configuration configuration, Ingress ingress) {
        return calendar(configuration, new CalendarCommands(ingress));
    }

    static QueueCalendar calendar(Configuration configuration, QueueCalendar.Announcements announcements) {
        QueuePlan plan = configuration.queues();
        QueueCalendar calendar = new QueueCalendar(configuration.server().zone(), announcements);
        new TreeMap<>(plan.hours()).forEach((name, hours) -> {
            List<Integer> queueIds = new ArrayList<>();
            for (int pbxId = 0; pbxId < configuration.server().pbxs().size(); pbxId++) {
                for (int index = 0; index < plan.queues().size(); index++) {
                    if (plan.queues().get(index).hours().equals(Optional.of(name))) {
                        queueIds.add(plan.queueId(pbxId, index));
                    }
                }
            }
            calendar.add(hours, queueIds);
        });
        plan.callbacks().hours().map(plan.hours()::get).ifPresent(calendar::addCallingHours);
        return calendar;
    }

    /** Everybody, as that PBX dials him: its own agents by their endpoints, the others over the trunks to their centres. */
    static List<PbxDirectory.AgentEntry> agents(Configuration configuration, List<AgentPlan> byId, int pbxId) {
        List<PbxDirectory.AgentEntry> agents = new ArrayList<>();
        for (int agentId = 0; agentId < byId.size(); agentId++) {
            AgentPlan agent = byId.get(agentId);
            if (agent.hasLeft()) {
                continue;
            }
            if (configuration.pbxIdOf(agent.centre()) == pbxId) {
                agents.add(new PbxDirectory.AgentEntry(agentId, agent.endpoint()));
            } else if (canBeLent(agent)) {
                agents.add(PbxDirectory.AgentEntry.lent(agentId, agent.endpoint(), agent.centre()));
            }
        }
        return agents;
    }

    /** Whether an offer to him fits an extension of another centre's PBX. */
    static boolean canBeLent(AgentPlan agent) {
        return agent.endpoint().length() + 1 + agent.centre().length() <= PbxDirectory.MAX_ADDRESS_BYTES;
    }

    /** What agents and regions of customers mean at the start. */
    static CustomerLinks customers(Configuration configuration) {
        Map<String, Integer> ids = new HashMap<>();
        for (int agentId = 0; agentId < configuration.agents().size(); agentId++) {
            if (!configuration.agents().get(agentId).hasLeft()) {
                ids.put(configuration.agents().get(agentId).number(), agentId);
            }
        }
        return customers(configuration, ids);
    }

    static CustomerLinks customers(Configuration configuration, Map<String, Integer> agentIds) {
        Map<String, Integer> teams = new HashMap<>();
        QueuePlan plan = configuration.queues();
        plan.regions().forEach((region, queue) -> teams.put(region, plan.indexOf(queue)));
        return new CustomerLinks(agentIds, teams);
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
