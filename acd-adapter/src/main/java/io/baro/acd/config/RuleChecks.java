package io.baro.acd.config;

import io.baro.acd.rule.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with rules that are each well written: they can never fire, contradict themselves, or stand in each other's way.
 * Stateless; used by the thread that loads.
 */
final class RuleChecks {
    private RuleChecks() {}

    static void check(List<RuleText> rules) {
        for (int i = 0; i < rules.size(); i++) {
            RuleText text = rules.get(i);
            List<RuleText> earlier = rules.subList(0, i);
            checkName(text, earlier);
            text.when().ifPresent(when -> checkWhen(text, when));
            if (text.when().isPresent() && text.until().isPresent()) {
                checkUntil(text, text.when().get(), text.until().get());
            }
            checkActions(text);
            checkShadow(text, earlier);
        }
    }

    private static void checkName(RuleText text, List<RuleText> earlier) {
        String name = text.rule().name();
        if (!name.isEmpty()
                && earlier.stream().anyMatch(other -> other.rule().name().equals(name))) {
            text.error("name", "rule \"" + name + "\" stands twice", "give each its own name");
        }
    }

    private static void checkWhen(RuleText text, Condition when) {
        when.impossibleBy()
                .ifPresent(why -> text.error("when", "when can never hold" + why, "correct its comparisons"));
    }

    /** Hysteresis is a property of a queue: until speaks of the queue alone, can come, and cannot hold while when does. */
    private static void checkUntil(RuleText text, Condition when, Condition until) {
        if (!until.asksQueueAlone()) {
            text.error("until", "until speaks of more than the queue", "compare fields of queue. alone");
        } else if (when.isMixed()) {
            text.error(
                    "when",
                    "with until, a part of when asks about queue and caller at once",
                    "join what is asked of the queue and of the caller by &&");
        } else if (!when.asksQueue()) {
            text.error("until", "until without a queue field in when", "compare a field of queue. in when");
        } else if (until.impossibleBy().isPresent()) {
            text.error("until", "until can never hold", "correct its comparisons");
        } else if (until.canHoldWith(when)) {
            text.error("until", "until can hold while when holds", "leave a gap between the two, as > 4m and < 2m");
        }
    }

    private static void checkActions(RuleText text) {
        RulePlan.Rule rule = text.rule();
        if (rule.isIdle() && text.then().isSound()) {
            text.error("then", "the rule does nothing", "write then: with route, boost, shed, offer, divert or move");
        }
        if (rule.shedNever() && (rule.offerCallback() || rule.divert() || rule.moveToKind() >= 0)) {
            text.error("then", "shed: never forbids what the rule does besides", "leave out the one or the other");
        } else if (rule.divert() && (rule.moveToKind() >= 0 || rule.offerCallback())) {
            text.error("then", "who is diverted is neither moved nor offered a callback", "keep one of them");
        }
        List<Integer> named = text.when().map(Condition::queuesNamed).orElse(List.of());
        if (rule.moveToKind() >= 0 && named.equals(List.of(rule.moveToKind()))) {
            text.error("then", "the rule moves calls to the queue where they are", "name another queue");
        }
    }

    /** A rule that only diverts or moves, and only calls that an earlier rule diverts already, never does anything. */
    private static void checkShadow(RuleText text, List<RuleText> earlier) {
        RulePlan.Rule rule = text.rule();
        boolean onlyMoves = (rule.divert() || rule.moveToKind() >= 0)
                && !rule.routeToAgent()
                && rule.boost().isZero();
        if (!onlyMoves || text.when().isEmpty() || text.until().isPresent()) {
            return;
        }
        Optional<RuleText> first = earlier.stream()
                .filter(other -> other.rule().divert())
                .filter(other -> other.when()
                        .map(when -> text.when().get().holdsOnlyWhere(when))
                        .orElse(false))
                .findFirst();
        first.ifPresent(other -> text.error(
                "when",
                "the rule can never do anything: \"" + other.rule().name() + "\" diverts these calls before it",
                "put it first or narrow the other"));
    }
}
