package io.baro.engine.naive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One version of the rules, and which of them are on for which queue. */
final class NaiveRuleSet {
    final int version;
    final long maxBoost;
    final List<NaiveRule> rules;
    final Set<On> on = new HashSet<>();

    /** A rule that is on for a queue. */
    record On(int queueId, int ruleId) {}

    NaiveRuleSet(int version, long maxBoost, List<NaiveRule> rules) {
        this.version = version;
        this.maxBoost = maxBoost;
        this.rules = List.copyOf(rules);
    }
}
