package io.baro.acd.config;

import io.baro.acd.rule.ConditionNames;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a change of {@code rules.yaml} means to the router: new rules, another share of the calls, or an older version in force
 * again. Remembers which versions the router keeps. Owned by the watch's thread.
 */
public final class RulesWatch {
    /** The router keeps so many versions. */
    private static final int KEPT_VERSIONS = 8;

    private final Path file;
    private final ConditionNames names;
    private final ConfigCommands commands;
    private final Consumer<RulePlan> taken;
    private final Map<Integer, RulePlan> sent = new LinkedHashMap<>();
    private int version;
    private int sharePermille = RulePlan.WHOLE_PERMILLE;

    /**
     * A watch of that directory's rules.
     *
     * @param first what the router was told at the start
     * @param taken hears of each version that the router is told anew
     */
    public RulesWatch(
            Path dir, ConditionNames names, RulePlan first, ConfigCommands commands, Consumer<RulePlan> taken) {
        this.file = dir.resolve(RuleFile.NAME);
        this.names = names;
        this.commands = commands;
        this.taken = taken;
        this.version = first.version();
        sent.put(first.version(), first);
    }

    /** Reads the file anew and tells the router what has changed; false: nothing. */
    public boolean reload(Problems problems) {
        Optional<RulePlan> plan = RuleFile.read(file, names, problems);
        if (problems.hasErrors()) {
            return false;
        }
        RulePlan now = plan.orElseThrow();
        int wanted = now.activate().orElse(now.version());
        check(now, problems);
        if (problems.hasErrors()) {
            return false;
        }
        if (wanted == now.version() && !sent.containsKey(wanted)) {
            remember(now);
            commands.sendRules(now);
            taken.accept(now);
            version = now.version();
            sharePermille = now.sharePermille();
            return true;
        }
        return activate(wanted, now.sharePermille());
    }

    /** Reports why rules cannot be taken; what stands in them is right already. */
    public void check(RulePlan now, Problems problems) {
        int wanted = now.activate().orElse(now.version());
        RulePlan known = sent.get(wanted);
        if (wanted != now.version() && known == null) {
            String kept = sent.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
            problems.error(
                    RuleFile.NAME, 0, "rules of version " + wanted + " are not kept", "activate one of: " + kept);
        } else if (wanted == now.version() && known != null && !known.hasRulesOf(now)) {
            problems.error(
                    RuleFile.NAME,
                    0,
                    "version " + now.version() + " stands for other rules already",
                    "raise version: with every change of the rules");
        }
    }

    /** Version of the rules that were put in force last. */
    public int version() {
        return version;
    }

    /** The rules that the router keeps, the newest last. */
    public List<RulePlan> kept() {
        return List.copyOf(sent.values());
    }

    private boolean activate(int wanted, int share) {
        if (wanted == version && share == sharePermille) {
            return false;
        }
        commands.rules().activate(wanted, share);
        version = wanted;
        sharePermille = share;
        return true;
    }

    private void remember(RulePlan plan) {
        if (sent.size() == KEPT_VERSIONS) {
            sent.keySet().stream().filter(old -> old != version).findFirst().ifPresent(sent::remove);
        }
        sent.put(plan.version(), plan);
    }
}
