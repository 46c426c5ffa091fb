package io.baro.acd.view;

import io.baro.acd.config.AgentPlan;
import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.NotReadyReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** Every agent as the router told him last, and which have changed since somebody looked. Guarded by {@link LiveFloor}'s lock. */
final class AgentBoard {
    private static final String LOGGED_OUT = word(AgentState.LOGGED_OUT);

    private final List<AgentView> agents = new ArrayList<>();
    private final Map<String, Integer> idOfNumber = new HashMap<>();
    private final TreeSet<Integer> changed = new TreeSet<>();
    private final LongFunction<String> tokenOfCall;

    AgentBoard(LongFunction<String> tokenOfCall) {
        this.tokenOfCall = tokenOfCall;
    }

    /** Who there is now, by id: who is new is logged out, who is known keeps his state and gets his skills. */
    void know(List<AgentPlan> plans, Instant now) {
        for (int id = 0; id < plans.size(); id++) {
            AgentPlan plan = plans.get(id);
            if (id == agents.size()) {
                agents.add(new AgentView(plan.number(), plan.centre(), LOGGED_OUT, null, 0, now, null, plan.skills()));
                changed.add(id);
            } else if (!agents.get(id).skills().equals(plan.skills())) {
                AgentView known = agents.get(id);
                put(id, known.withSkills(plan.skills()));
            }
            if (plan.hasLeft()) {
                idOfNumber.remove(plan.number(), id);
            } else {
                idOfNumber.put(plan.number(), id);
            }
        }
    }

    void changed(AgentChangedDecoder fact, long timeMillis) {
        int id = fact.agentId();
        if (id < 0 || id >= agents.size()) {
            return;
        }
        String state = word(fact.state());
        String reason = fact.reason() == NotReadyReason.NONE ? null : word(fact.reason());
        AgentView known = agents.get(id);
        Instant since = known.state().equals(state) ? known.since() : Instant.ofEpochMilli(timeMillis);
        String call = fact.callId() == 0 ? null : tokenOfCall.apply(fact.callId());
        put(
                id,
                new AgentView(
                        known.number(), known.centre(), state, reason, fact.pauseCode(), since, call, known.skills()));
    }

    Optional<AgentView> find(String number) {
        return id(number).map(agents::get);
    }

    /** The agent's id; empty: there is nobody of that number now. */
    Optional<Integer> id(String number) {
        return Optional.ofNullable(idOfNumber.get(number));
    }

    /** Everybody who has not left, by number. */
    List<AgentView> all() {
        return idOfNumber.values().stream()
                .map(agents::get)
                .sorted((one, two) -> one.number().compareTo(two.number()))
                .toList();
    }

    /** How many of that centre are in each state. */
    Map<String, Integer> counts(String centre) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (AgentState state : AgentState.values()) {
            if (state != AgentState.NULL_VAL) {
                counts.put(word(state), 0);
            }
        }
        for (int id : idOfNumber.values()) {
            if (agents.get(id).centre().equals(centre)) {
                counts.merge(agents.get(id).state(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Those who have changed since this was asked last. */
    List<AgentView> takeChanged() {
        List<AgentView> taken = changed.stream().map(agents::get).toList();
        changed.clear();
        return taken;
    }

    private void put(int id, AgentView now) {
        agents.set(id, now);
        changed.add(id);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
