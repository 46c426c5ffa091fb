package io.baro.acd.config;

import io.baro.engine.message.Comparison;
import io.baro.engine.message.ConditionField;
import io.baro.engine.message.ConditionPart;
import java.time.Duration;
import java.util.List;

/** What {@code rules.yaml} says, checked: rules by their places in the file. Immutable; any thread. */
public record RulePlan(int version, Duration maxBoost, List<Rule> rules) {

    /** One rule: when all its conditions hold, its actions are done. */
    public record Rule(
            String name,
            List<Condition> conditions,
            boolean routeToAgent,
            boolean shedNever,
            boolean offerCallback,
            Duration boost) {
        public Rule {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * One comparison.
     *
     * @param window of {@code caller.contacts}, else zero
     * @param threshold years, contacts, calls, or milliseconds of estimated wait
     */
    public record Condition(
            ConditionPart part, ConditionField field, Comparison comparison, Duration window, long threshold) {}

    public RulePlan {
        rules = List.copyOf(rules);
    }

    /** The names by rule id, for metrics and screens. */
    public List<String> names() {
        return rules.stream().map(Rule::name).toList();
    }
}
