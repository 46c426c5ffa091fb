package io.baro.acd.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is known to the router under which id, and what a change of {@code agents.csv} means to it: other skills or weights, people who
 * come, people who go. An id stays with its agent as long as Baro runs. Owned by the watch's thread; what it tells is immutable.
 */
public final class AgentRoster {
    private final ConfigCommands commands;
    private final List<AgentPlan> byId = new ArrayList<>();
    private final Map<String, Integer> idOfNumber = new HashMap<>();
    private final Listener listener;
    private Configuration configuration;

    /** Hears of the agents before the router does. */
    @FunctionalInterface
    public interface Listener {
        /** Takes all who are or were, by id. */
        void agentsChanged(List<AgentPlan> byId);
    }

    public AgentRoster(Configuration configuration, ConfigCommands commands, Listener listener) {
        this.configuration = configuration;
        this.commands = commands;
        this.listener = listener;
        configuration.agents().forEach(this::add);
    }

    /** Those who are there now: agent's number to id. */
    public Map<String, Integer> idsOfNumbers() {
        Map<String, Integer> ids = new HashMap<>();
        numbers(configuration.agents()).forEach(number -> ids.put(number, idOfNumber.get(number)));
        return ids;
    }

    /** Reads the file anew and tells the router what has changed; false: nothing. */
    public boolean reload(Problems problems) {
        Optional<Configuration> read = configuration.withAgentsOfNow(problems);
        read.ifPresent(now -> checkPhones(now.agents(), problems));
        if (problems.hasErrors()) {
            return false;
        }
        Set<String> before = numbers(configuration.agents());
        configuration = read.orElseThrow();
        int known = byId.size();
        for (AgentPlan agent : configuration.agents()) {
            if (!idOfNumber.containsKey(agent.number())) {
                add(agent);
            }
        }
        if (byId.size() > known) {
            listener.agentsChanged(List.copyOf(byId));
        }
        boolean changed = false;
        for (AgentPlan agent : configuration.agents()) {
            int id = idOfNumber.get(agent.number());
            boolean comes = !before.remove(agent.number());
            changed |= tell(agent, id, id >= known) || comes;
            if (comes && agent.autoLogin()) {
                commands.agents().logIn(id);
            }
        }
        // Who is left over has gone.
        before.forEach(number -> commands.agents().logOut(idOfNumber.get(number)));
        return changed || !before.isEmpty();
    }

    /**
     * Gives an agent other skills, until the file says something else of him.
     *
     * @throws IllegalArgumentException when there is no such agent, or no such skill; with words for the operator
     */
    public void changeSkills(String number, Map<String, Integer> skills) {
        Integer id = idOfNumber.get(number);
        if (id == null) {
            throw new IllegalArgumentException("there is no agent " + number);
        }
        List<String> known = configuration.queues().skills();
        for (String skill : skills.keySet()) {
            if (!known.contains(skill)) {
                throw new IllegalArgumentException(
                        "there is no skill of that name; queues.yaml has " + String.join(", ", known));
            }
        }
        AgentPlan changed = byId.get(id).withSkills(skills);
        byId.set(id, changed);
        commands.agents().define(configuration, id, changed);
        listener.agentsChanged(List.copyOf(byId));
    }

    private boolean tell(AgentPlan agent, int id, boolean isNew) {
        AgentPlan known = byId.set(id, agent);
        boolean changed = isNew || !known.skills().equals(agent.skills()) || known.weight() != agent.weight();
        if (changed) {
            commands.agents().define(configuration, id, agent);
        }
        return changed;
    }

    private static Set<String> numbers(List<AgentPlan> agents) {
        Set<String> numbers = new LinkedHashSet<>();
        agents.stream().filter(agent -> !agent.hasLeft()).forEach(agent -> numbers.add(agent.number()));
        return numbers;
    }

    /** A phone's calls are known by its endpoint: that an agent moves, or a phone changes hands, is for a quiet hour. */
    private void checkPhones(List<AgentPlan> now, Problems problems) {
        Map<String, String> ownerOfPhone = new HashMap<>();
        byId.forEach(agent -> ownerOfPhone.put(agent.phone(), agent.number()));
        for (AgentPlan agent : now) {
            Integer id = idOfNumber.get(agent.number());
            if (id != null && !byId.get(id).phone().equals(agent.phone())) {
                problems.error(
                        AgentFile.NAME,
                        agent.line(),
                        "agent " + agent.number() + " has another phone than at the start",
                        "give the phone a new agent id, or restart Baro");
            } else if (!ownerOfPhone.getOrDefault(agent.phone(), agent.number()).equals(agent.number())) {
                problems.error(
                        AgentFile.NAME,
                        agent.line(),
                        "endpoint " + agent.endpoint() + " of " + agent.centre() + " was another agent's",
                        "restart Baro to give a phone to somebody else");
            }
        }
    }

    private void add(AgentPlan agent) {
        if (!agent.hasLeft()) {
            idOfNumber.put(agent.number(), byId.size());
        }
        byId.add(agent);
    }
}
