package io.baro.engine.scenario;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.routing.ConfigPen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition as a scenario writes it, in CEL's words and precedence, turned into the postfix code of a rule. */
final class ScenarioExpression {
    private static final Pattern TOKEN =
            Pattern.compile("[a-z]+\\.[a-z]+(\\([0-9a-z]+\\))?|true|[0-9][0-9a-z]*|&&|\\|\\||[<>=!]=|[-<>!()+*/?:]");

    private final List<String> tokens = new ArrayList<>();
    private final List<ConfigPen.Code> code = new ArrayList<>();
    private RulePart part = RulePart.CALL;
    private int next;

    ScenarioExpression(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (!text.substring(end, matcher.start()).isBlank()) {
                throw ScenarioCommands.unknown(text);
            }
            tokens.add(matcher.group());
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw ScenarioCommands.unknown(text);
        }
    }

    /** What must hold all together: the text itself, unless it is a conjunction. */
    static List<String> conjuncts(String text) {
        List<String> terms = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && (c == '|' || c == '?')) {
                return List.of(text.strip());
            }
            if (depth == 0 && text.startsWith("&&", i)) {
                terms.add(text.substring(begin, i).strip());
                begin = i + 2;
            }
        }
        terms.add(text.substring(begin).strip());
        return terms;
    }

    /** The code, as one part of a rule. */
    List<ConfigPen.Code> code(RulePart ofRule) {
        part = ofRule;
        next = 0;
        code.clear();
        choice();
        if (next != tokens.size()) {
            throw ScenarioCommands.unknown(String.join(" ", tokens));
        }
        return List.copyOf(code);
    }

    private void choice() {
        either();
        if (takes("?")) {
            choice();
            expect(":");
            choice();
            add(RuleOp.CHOOSE);
        }
    }

    private void either() {
        both();
        while (takes("||")) {
            both();
            add(RuleOp.OR);
        }
    }

    private void both() {
        comparison();
        while (takes("&&")) {
            comparison();
            add(RuleOp.AND);
        }
    }

    private void comparison() {
        sum();
        RuleOp op = next == tokens.size() ? RuleOp.NULL_VAL : comparisonOf(tokens.get(next));
        if (op != RuleOp.NULL_VAL) {
            next++;
            sum();
            add(op);
        }
    }

    private void sum() {
        product();
        while (isNext("+") || isNext("-")) {
            RuleOp op = takes("+") ? RuleOp.ADD : RuleOp.SUBTRACT;
            next += op == RuleOp.SUBTRACT ? 1 : 0;
            product();
            add(op);
        }
    }

    private void product() {
        value();
        while (isNext("*") || isNext("/")) {
            RuleOp op = takes("*") ? RuleOp.MULTIPLY : RuleOp.DIVIDE;
            next += op == RuleOp.DIVIDE ? 1 : 0;
            value();
            add(op);
        }
    }

    private void value() {
        if (takes("!")) {
            value();
            add(RuleOp.NOT);
        } else if (takes("(")) {
            choice();
            expect(")");
        } else {
            operand(tokens.get(next++));
        }
    }

    private void operand(String token) {
        if (token.equals("true")) {
            constant(1);
        } else if (Character.isDigit(token.charAt(0))) {
            boolean isTime = Character.isLetter(token.charAt(token.length() - 1));
            constant(isTime ? Names.millis(token) : Long.parseLong(token));
        } else {
            int window = token.indexOf('(');
            String name = window < 0 ? token : token.substring(0, window);
            long millis = window < 0 ? 0 : Names.millis(token.substring(window + 1, token.length() - 1));
            RuleField field = RuleField.valueOf(name.replace('.', '_').toUpperCase(Locale.ROOT));
            code.add(new ConfigPen.Code(part, RuleOp.FIELD, field, millis));
        }
    }

    private void constant(long value) {
        code.add(new ConfigPen.Code(part, RuleOp.CONSTANT, RuleField.NONE, value));
    }

    private void add(RuleOp op) {
        code.add(new ConfigPen.Code(part, op, RuleField.NONE, 0));
    }

    private boolean isNext(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }

    private boolean takes(String token) {
        if (!isNext(token)) {
            return false;
        }
        next++;
        return true;
    }

    private void expect(String token) {
        if (!takes(token)) {
            throw ScenarioCommands.unknown(String.join(" ", tokens) + ": " + token + " is missing");
        }
    }

    private static RuleOp comparisonOf(String token) {
        return switch (token) {
            case "<" -> RuleOp.LESS;
            case "<=" -> RuleOp.LESS_OR_EQUAL;
            case ">" -> RuleOp.GREATER;
            case ">=" -> RuleOp.GREATER_OR_EQUAL;
            case "==" -> RuleOp.EQUAL;
            case "!=" -> RuleOp.NOT_EQUAL;
            default -> RuleOp.NULL_VAL;
        };
    }
}
