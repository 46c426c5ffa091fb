package io.baro.acd.config;

import io.baro.acd.rule.RuleStep;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * What {@code rules.yaml} says, checked: rules by their places in the file. Immutable; any thread.
 *
 * @param sharePermille of the calls that get these rules; less than 1000: a canary beside those in force
 * @param activate a kept version to put in force instead of what the file holds: rollback
 */
public record RulePlan(int version, int sharePermille, OptionalInt activate, Duration maxBoost, List<Rule> rules) {
    public static final int WHOLE_PERMILLE = 1_000;
    /** No queue: the rule moves nobody. */
    public static final int NOWHERE = -1;

    /**
     * One rule: when its code holds, its actions are done.
     *
     * @param code of all its parts, as the router takes it
     * @param moveToKind place in the file of the queue that the call joins instead, or {@link #NOWHERE}
     */
    public record Rule(
            String name,
            List<RuleStep> code,
            boolean routeToAgent,
            boolean shedNever,
            boolean offerCallback,
            boolean divert,
            int moveToKind,
            Duration boost) {
        public Rule {
            code = List.copyOf(code);
        }

        boolean isIdle() {
            return !routeToAgent && !shedNever && !offerCallback && !divert && moveToKind < 0 && boost.isZero();
        }
    }

    public RulePlan {
        rules = List.copyOf(rules);
    }

    /** The names by rule id, for metrics and screens. */
    public List<String> names() {
        return rules.stream().map(Rule::name).toList();
    }

    /** Whether both say the same rules, whatever their share of the calls. */
    boolean hasRulesOf(RulePlan other) {
        return maxBoost.equals(other.maxBoost) && rules.equals(other.rules);
    }
}
