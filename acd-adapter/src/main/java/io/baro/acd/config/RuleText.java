package io.baro.acd.config;

import io.baro.acd.rule.Condition;
import java.util.Optional;

/**
 * A rule and where it stands in the file, for checks that a rule alone cannot make. Used by the one thread that loads.
 *
 * @param when empty when it was refused
 * @param until empty when there is none, or it was refused
 */
record RuleText(RulePlan.Rule rule, YamlMap map, YamlMap then, Optional<Condition> when, Optional<Condition> until) {
    void error(String key, String what, String remedy) {
        map.source().error(map.valueOf(key), what, remedy);
    }
}
