package io.baro.acd.config;

import io.baro.engine.message.Comparison;
import io.baro.engine.message.ConditionField;
import io.baro.engine.message.ConditionPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads conditions, a strict subset of CEL: {@code field op literal}, joined by {@code &&}. Reports the first mistake with line
 * and column and gives nothing then. Used by the one thread that loads.
 */
final class ConditionParser {
    /** A rule's command holds 12 conditions; no rule anyone could explain has more. */
    static final int MAX_CONDITIONS = 12;
    /** Contacts are remembered for a day: the model centre's rule asks for no more. */
    static final Duration MAX_WINDOW = Duration.ofHours(24);

    static final String FIELDS = "caller.age, caller.contacts(24h), queue.ewt, queue.waiting";
    private static final String OPERATORS = "<, <=, >, >=, ==, !=";
    private static final int MAX_NUMBER_DIGITS = 9;
    /** The router keeps the last 8 contacts of a caller. */
    private static final int MAX_CONTACTS = 8;

    private final String file;
    private final Problems problems;
    private final ConditionPart part;
    private final String text;
    private final int line;
    private final int column;
    private int at;
    private boolean failed;

    ConditionParser(String file, ScalarNode node, ConditionPart part, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.part = part;
        this.text = node.getValue();
        this.line = YamlMap.lineOf(node);
        boolean quoted = node.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED
                || node.getScalarStyle() == DumperOptions.ScalarStyle.SINGLE_QUOTED;
        this.column = node.getStartMark().getColumn() + (quoted ? 2 : 1);
    }

    /** The conditions; empty when a problem was reported. */
    List<RulePlan.Condition> parse() {
        List<RulePlan.Condition> conditions = new ArrayList<>();
        do {
            comparison().ifPresent(conditions::add);
            skipSpace();
        } while (!failed && take("&&"));
        if (!failed && at < text.length()) {
            String rest = text.substring(at);
            fail(
                    "\"" + word() + "\" cannot stand here",
                    rest.startsWith("||") ? "write two rules instead of ||" : "join comparisons by &&");
        }
        if (!failed && conditions.size() > MAX_CONDITIONS) {
            fail(conditions.size() + " comparisons", "write at most " + MAX_CONDITIONS);
        }
        return failed ? List.of() : conditions;
    }

    private Optional<RulePlan.Condition> comparison() {
        skipSpace();
        int start = at;
        String name = take(Character::isLetter, '.');
        ConditionField field = fieldOf(name);
        if (field == ConditionField.NULL_VAL) {
            at = start;
            fail(name.isEmpty() ? "a field is expected" : "unknown field \"" + name + "\"", "write one of: " + FIELDS);
            return Optional.empty();
        }
        Duration window = field == ConditionField.CALLER_CONTACTS ? window() : Duration.ZERO;
        Comparison comparison = failed ? Comparison.NULL_VAL : operator();
        long threshold = failed ? 0 : literal(field);
        return failed
                ? Optional.empty()
                : Optional.of(new RulePlan.Condition(part, field, comparison, window, threshold));
    }

    private static ConditionField fieldOf(String name) {
        return switch (name) {
            case "caller.age" -> ConditionField.CALLER_AGE;
            case "caller.contacts" -> ConditionField.CALLER_CONTACTS;
            case "queue.ewt" -> ConditionField.QUEUE_EWT;
            case "queue.waiting" -> ConditionField.QUEUE_WAITING;
            default -> ConditionField.NULL_VAL;
        };
    }

    private Duration window() {
        skipSpace();
        int start = at;
        Optional<Duration> window = Optional.empty();
        if (take("(")) {
            skipSpace();
            window = Durations.parse(take(Character::isLetterOrDigit, '_'));
            skipSpace();
        }
        if (window.isEmpty() || !take(")")) {
            at = start;
            fail("caller.contacts has no window", "write caller.contacts(24h)");
            return Duration.ZERO;
        }
        if (window.get().isZero() || window.get().compareTo(MAX_WINDOW) > 0) {
            at = start;
            fail("the window of caller.contacts is out of range", "write a time from 1ms to 24h");
        }
        return window.get();
    }

    private Comparison operator() {
        skipSpace();
        // Longest first: "<=" begins with "<".
        if (take("<=")) {
            return Comparison.LESS_OR_EQUAL;
        } else if (take(">=")) {
            return Comparison.GREATER_OR_EQUAL;
        } else if (take("==")) {
            return Comparison.EQUAL;
        } else if (take("!=")) {
            return Comparison.NOT_EQUAL;
        } else if (take("<")) {
            return Comparison.LESS;
        } else if (take(">")) {
            return Comparison.GREATER;
        }
        fail("an operator is expected", "write one of: " + OPERATORS);
        return Comparison.NULL_VAL;
    }

    private long literal(ConditionField field) {
        skipSpace();
        int start = at;
        String word = take(Character::isLetterOrDigit, '-');
        if (field == ConditionField.QUEUE_EWT) {
            Optional<Duration> duration = Durations.parse(word);
            if (duration.isPresent()) {
                return duration.get().toMillis();
            }
            at = start;
            fail("queue.ewt is compared with \"" + word + "\"", Durations.HOW);
            return 0;
        }
        boolean digits = !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && word.length() <= MAX_NUMBER_DIGITS) {
            long number = Long.parseLong(word);
            if (field == ConditionField.CALLER_CONTACTS && number > MAX_CONTACTS) {
                at = start;
                fail("more contacts than are counted", "write at most " + MAX_CONTACTS);
            }
            return number;
        }
        at = start;
        fail("\"" + word + "\" is no whole number", "write one like 65");
        return 0;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean take(String token) {
        boolean taken = text.startsWith(token, at);
        at += taken ? token.length() : 0;
        return taken;
    }

    private String take(IntPredicate kind, char also) {
        int start = at;
        while (at < text.length() && (kind.test(text.charAt(at)) || text.charAt(at) == also)) {
            at++;
        }
        return text.substring(start, at);
    }

    private String word() {
        int end = text.indexOf(' ', at);
        return end < 0 ? text.substring(at) : text.substring(at, end);
    }

    private void fail(String what, String remedy) {
        failed = true;
        problems.error(new Problem(file, line, column + at, what, remedy));
    }
}
