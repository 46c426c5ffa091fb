package io.baro.acd.config;

import io.baro.acd.rule.Condition;
import io.baro.acd.rule.ConditionCompiler;
import io.baro.acd.rule.ConditionException;
import io.baro.acd.rule.ConditionNames;
import io.baro.acd.rule.Durations;
import io.baro.acd.rule.RuleStep;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.RuleDefinedEncoder;
import io.baro.engine.port.Ingress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code rules.yaml}. Owns its keys, defaults and ranges. Used by the thread that loads or reloads. */
public final class RuleFile {
    public static final String NAME = "rules.yaml";
    /** Nobody is overtaken by who came more than this after him. */
    static final Duration MAX_BOOST = Duration.ofMinutes(15);
    /** The rules that fired are one bit each of 32. */
    static final int MAX_RULES = 32;
    /** What a rule's command holds; no rule anyone could explain has more. */
    static final int MAX_STEPS = (Ingress.MAX_COMMAND_BYTES
                    - MessageHeaderEncoder.ENCODED_LENGTH
                    - RuleDefinedEncoder.BLOCK_LENGTH
                    - RuleDefinedEncoder.CodeEncoder.sbeHeaderSize())
            / RuleDefinedEncoder.CodeEncoder.sbeBlockLength();

    private static final Duration DAY = Duration.ofHours(24);

    private final ConditionNames names;
    private final ConditionCompiler compiler;
    private final List<RuleText> texts = new ArrayList<>();

    private RuleFile(ConditionNames names) {
        this.names = names;
        compiler = new ConditionCompiler(names);
    }

    /** The rules; to be used only when no error was reported. */
    public static Optional<RulePlan> read(Path file, ConditionNames names, Problems problems) {
        RuleFile reader = new RuleFile(names);
        return YamlFile.open(file, problems).map(reader::plan);
    }

    private RulePlan plan(YamlMap top) {
        Duration maxBoost = top.duration("max_boost", MAX_BOOST, Duration.ZERO, DAY);
        for (YamlMap map : top.maps("rules")) {
            texts.add(rule(map, maxBoost));
        }
        if (texts.size() > MAX_RULES) {
            top.error("rules", texts.size() + " rules", "write at most " + MAX_RULES);
        }
        RuleChecks.check(texts);
        RulePlan plan = new RulePlan(
                top.integer("version", 1, 0, Integer.MAX_VALUE),
                top.permille("share", RulePlan.WHOLE_PERMILLE),
                top.has("activate")
                        ? OptionalInt.of(top.integer("activate", 1, 0, Integer.MAX_VALUE))
                        : OptionalInt.empty(),
                maxBoost,
                texts.stream().map(RuleText::rule).toList());
        top.refuseOtherKeys();
        return plan;
    }

    private RuleText rule(YamlMap map, Duration maxBoost) {
        String name = map.required("name", Names.NAME, Names.HOW);
        if (!map.has("when")) {
            map.source().error(map.place(), "the rule has no when", "add when: with a condition");
        }
        Optional<Condition> when = condition(map, "when");
        Optional<Condition> until = condition(map, "until");
        List<RuleStep> code = new ArrayList<>();
        when.ifPresent(condition -> code.addAll(condition.whenSteps()));
        until.ifPresent(condition -> code.addAll(condition.untilSteps()));
        if (code.size() > MAX_STEPS) {
            map.error("when", "the rule has " + code.size() + " steps", "split it into two of at most " + MAX_STEPS);
        }
        YamlMap then = map.map("then");
        String shed = then.oneOf("shed", "", List.of("never", "divert"));
        boolean divert = then.oneOf("divert", "no", List.of("yes", "no")).equals("yes");
        RulePlan.Rule rule = new RulePlan.Rule(
                name,
                code,
                !then.oneOf("route", "", List.of("agent")).isEmpty(),
                shed.equals("never"),
                !then.oneOf("offer", "", List.of("callback")).isEmpty(),
                divert || shed.equals("divert"),
                moveTo(then),
                boost(then, maxBoost));
        then.refuseOtherKeys();
        map.refuseOtherKeys();
        return new RuleText(rule, map, then, when, until);
    }

    private Optional<Condition> condition(YamlMap map, String key) {
        Optional<ScalarNode> scalar = map.scalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        try {
            // One line, so that CEL's column is the place in the text.
            return Optional.of(compiler.compile(scalar.get().getValue().replace('\n', ' ')));
        } catch (ConditionException wrong) {
            map.source().error(map.source().placeIn(scalar.get(), wrong.offset()), wrong.what(), wrong.remedy());
            return Optional.empty();
        }
    }

    private int moveTo(YamlMap then) {
        String queue = then.text("move", "", Names.NAME, "write the name of a queue");
        int kind = names.queues().indexOf(queue);
        if (!queue.isEmpty() && kind < 0) {
            then.source()
                    .unknown(
                            then.valueOf("move"),
                            "queue",
                            queue,
                            names.queues(),
                            "write one of: " + String.join(", ", names.queues()));
        }
        return kind;
    }

    private static Duration boost(YamlMap then, Duration maxBoost) {
        Duration boost = then.duration("boost", Duration.ZERO, Duration.ZERO, DAY);
        if (boost.compareTo(maxBoost) > 0) {
            then.error("boost", "boost is above max_boost " + Durations.write(maxBoost), "lower it or raise max_boost");
        }
        return boost;
    }
}
