package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.config.RulePlan;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A right configuration on one screen, for the eye of who wrote it. Never judges. Stateless; any thread. */
final class CheckSummary {
    /** More queues than a screen has lines: the rest is counted. */
    private static final int SHOWN_QUEUES = 30;

    private CheckSummary() {}

    static String of(LoadedConfiguration loaded) {
        Configuration it = loaded.configuration();
        Formatter text = new Formatter(Locale.ROOT);
        text.format(
                "right: %d pbxs, %d queues, %d agents, %d rules (version %d), %d customers%n",
                it.server().pbxs().size(),
                it.queues().queues().size(),
                it.agents().size(),
                it.rules().rules().size(),
                it.rules().version(),
                loaded.customers().size());
        text.format("%n");
        text.format("%-20s %s%n", "centres", centres(it));
        text.format("%-20s %s%n", "skills", String.join(" ", it.queues().skills()));
        text.format(
                "%-20s %d, numbers %d, regions %d, calendars %d%n",
                "kinds of business",
                it.queues().kinds().size(),
                it.queues().entries().size(),
                it.queues().regions().size(),
                it.queues().hours().size());
        text.format("%-20s %s%n", "rules", rules(it.rules()));
        if (loaded.careCalls() > 0) {
            text.format("%-20s %d%n", "care calls", loaded.careCalls());
        }
        text.format("%n");
        text.format("%-32s %6s %-16s %-10s %-12s %s%n", "queue", "agents", "strategy", "hours", "objective", "ladder");
        List<QueuePlan.Queue> queues = it.queues().queues();
        queues.stream().limit(SHOWN_QUEUES).forEach(queue -> text.format("%s%n", queue(it, queue)));
        if (queues.size() > SHOWN_QUEUES) {
            text.format("and %d more%n", queues.size() - SHOWN_QUEUES);
        }
        return text.toString();
    }

    /** What there is of each, by name. */
    static Map<String, Object> counts(LoadedConfiguration loaded) {
        Configuration it = loaded.configuration();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("pbxs", it.server().pbxs().size());
        counts.put("queues", it.queues().queues().size());
        counts.put("agents", it.agents().size());
        counts.put("rules", it.rules().names());
        counts.put("rules_version", it.rules().version());
        counts.put("customers", loaded.customers().size());
        counts.put("care_calls", loaded.careCalls());
        return counts;
    }

    private static String centres(Configuration it) {
        return it.server().pbxs().stream()
                .map(PbxPlan::name)
                .map(name -> name + " "
                        + it.agents().stream()
                                .filter(agent -> agent.centre().equals(name))
                                .count())
                .collect(Collectors.joining(", "));
    }

    private static String rules(RulePlan rules) {
        String share = rules.sharePermille() == RulePlan.WHOLE_PERMILLE
                ? ""
                : String.format(Locale.ROOT, " for %.1f%% of the calls", rules.sharePermille() / 10.0);
        return (rules.names().isEmpty() ? "none" : String.join(", ", rules.names())) + share;
    }

    private static String queue(Configuration it, QueuePlan.Queue queue) {
        long agents = it.agents().stream()
                .filter(agent -> agent.serves(queue.skills()))
                .count();
        QueuePlan.Objective objective = queue.objective();
        return String.format(
                Locale.ROOT,
                "%-32s %6d %-16s %-10s %-12s %s",
                queue.name(),
                agents,
                queue.strategy().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                queue.hours().orElse("always"),
                objective.answerPermille() / 10 + "% in " + objective.within().toSeconds() + "s",
                queue.ladder().isEmpty() ? "-" : queue.ladder().size() + " steps");
    }
}
