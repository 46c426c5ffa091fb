package io.baro.acd.config;

import io.baro.engine.message.ConditionField;
import io.baro.engine.message.ConditionPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code rules.yaml}. Owns its keys, defaults and ranges. Used by the thread that loads or reloads. */
public final class RuleFile {
    public static final String NAME = "rules.yaml";
    /** Nobody is overtaken by who came more than this after him. */
    static final Duration MAX_BOOST = Duration.ofMinutes(15);
    /** The rules that fired are one bit each of 32. */
    static final int MAX_RULES = 32;

    private static final Duration DAY = Duration.ofHours(24);

    private final Problems problems;

    private RuleFile(Problems problems) {
        this.problems = problems;
    }

    /** The rules; to be used only when no error was reported. */
    public static Optional<RulePlan> read(Path dir, Problems problems) {
        RuleFile reader = new RuleFile(problems);
        return YamlFile.open(dir.resolve(NAME), problems).map(reader::plan);
    }

    private RulePlan plan(YamlMap top) {
        Duration maxBoost = top.duration("max_boost", MAX_BOOST, Duration.ZERO, DAY);
        List<RulePlan.Rule> rules = new ArrayList<>();
        for (YamlMap map : top.maps("rules")) {
            RulePlan.Rule rule = rule(map, maxBoost);
            if (!rule.name().isEmpty()
                    && rules.stream().anyMatch(other -> other.name().equals(rule.name()))) {
                map.error("name", "rule \"" + rule.name() + "\" stands twice", "give each its own name");
            }
            rules.add(rule);
        }
        if (rules.size() > MAX_RULES) {
            top.error("rules", rules.size() + " rules", "write at most " + MAX_RULES);
        }
        RulePlan plan = new RulePlan(top.integer("version", 1, 0, Integer.MAX_VALUE), maxBoost, rules);
        top.refuseOtherKeys();
        return plan;
    }

    private RulePlan.Rule rule(YamlMap map, Duration maxBoost) {
        String name = map.required("name", Names.NAME, Names.HOW);
        List<RulePlan.Condition> when = conditions(map, "when", ConditionPart.WHEN);
        List<RulePlan.Condition> until = conditions(map, "until", ConditionPart.UNTIL);
        if (!map.has("when")) {
            map.error("when", "the rule has no when", "add when: with a condition");
        }
        if (!when.isEmpty()) {
            checkWhen(map, when);
        }
        if (!when.isEmpty() && !until.isEmpty()) {
            checkUntil(map, when, until);
        }
        List<RulePlan.Condition> conditions = new ArrayList<>(when);
        conditions.addAll(until);
        if (conditions.size() > ConditionParser.MAX_CONDITIONS) {
            map.error("until", conditions.size() + " comparisons", "write at most " + ConditionParser.MAX_CONDITIONS);
        }
        YamlMap then = map.map("then");
        RulePlan.Rule rule = new RulePlan.Rule(
                name,
                conditions,
                is(then, "route", "agent"),
                is(then, "shed", "never"),
                is(then, "offer", "callback"),
                boost(then, maxBoost));
        then.refuseOtherKeys();
        map.refuseOtherKeys();
        boolean idle = !rule.routeToAgent()
                && !rule.shedNever()
                && !rule.offerCallback()
                && rule.boost().isZero();
        if (idle && !problems.hasErrors()) {
            map.error("then", "the rule does nothing", "write then: with route, boost, shed or offer");
        }
        return rule;
    }

    private List<RulePlan.Condition> conditions(YamlMap map, String key, ConditionPart part) {
        return map.scalar(key)
                .map(node -> new ConditionParser(NAME, node, part, problems).parse())
                .orElse(List.of());
    }

    private static boolean is(YamlMap then, String key, String value) {
        return !then.text(key, "", Pattern.compile(Pattern.quote(value)), "write " + key + ": " + value)
                .isEmpty();
    }

    private static Duration boost(YamlMap then, Duration maxBoost) {
        Duration boost = then.duration("boost", Duration.ZERO, Duration.ZERO, DAY);
        if (boost.compareTo(maxBoost) > 0) {
            then.error("boost", "boost is above max_boost " + Durations.write(maxBoost), "lower it or raise max_boost");
        }
        return boost;
    }

    private static void checkWhen(YamlMap map, List<RulePlan.Condition> when) {
        for (ConditionField field : ConditionField.values()) {
            if (ValueRange.of(field, when).isEmpty()) {
                map.error("when", "when can never hold", "correct its comparisons");
                return;
            }
        }
    }

    /** Hysteresis is a property of a queue: until speaks of the queue alone, can come, and cannot hold while when does. */
    private static void checkUntil(YamlMap map, List<RulePlan.Condition> when, List<RulePlan.Condition> until) {
        boolean apart = false;
        boolean never = false;
        for (ConditionField field : List.of(ConditionField.QUEUE_EWT, ConditionField.QUEUE_WAITING)) {
            ValueRange ends = ValueRange.of(field, until);
            never |= ends.isEmpty();
            apart |= !ends.overlaps(ValueRange.of(field, when));
        }
        if (until.stream().anyMatch(condition -> isOfCaller(condition.field()))) {
            map.error("until", "until speaks of the caller", "compare queue.ewt or queue.waiting");
        } else if (when.stream().allMatch(condition -> isOfCaller(condition.field()))) {
            map.error("until", "until without a queue field in when", "compare queue.ewt or queue.waiting in when");
        } else if (never) {
            map.error("until", "until can never hold", "correct its comparisons");
        } else if (!apart) {
            map.error("until", "until can hold while when holds", "leave a gap between the two, as > 4m and < 2m");
        }
    }

    private static boolean isOfCaller(ConditionField field) {
        return field == ConditionField.CALLER_AGE || field == ConditionField.CALLER_CONTACTS;
    }
}
