package io.baro.acd.rule;

import dev.cel.common.CelIssue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what dev.cel complains of in the words of somebody who wrote a rule. Stateless; any thread. */
final class CelComplaint {
    private static final Pattern NO_OVERLOAD = Pattern.compile(
            "found no matching overload for '(.+)' applied to '\\((.*)\\)' \\(candidates.*", Pattern.DOTALL);
    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*", Pattern.DOTALL);
    private static final Pattern NO_TOKEN = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
    private static final Pattern OTHER_RESULT = Pattern.compile("expected type 'bool' but found '(.*)'");
    private static final Pattern NO_NUMBER = Pattern.compile("For input string: \"(.*)\"");

    private CelComplaint() {}

    static ConditionException translate(CelIssue issue, DurationLiterals source) {
        // A condition reaches CEL as one line, so the column is the offset.
        int offset = source.origin(issue.getSourceLocation().getColumn());
        String text = issue.getMessage();
        Matcher found = NO_OVERLOAD.matcher(text);
        if (found.matches()) {
            return mismatch(offset, found.group(1), found.group(2));
        }
        found = UNEXPECTED.matcher(text);
        if (found.matches()) {
            return unexpected(offset, found.group(1));
        }
        found = NO_TOKEN.matcher(text);
        if (found.matches()) {
            return unexpected(offset, found.group(1));
        }
        if (text.startsWith("missing ')'")) {
            return new ConditionException(offset, "a parenthesis is not closed", "write )");
        }
        found = OTHER_RESULT.matcher(text);
        if (found.matches()) {
            return new ConditionException(
                    offset, "the condition is " + type(found.group(1)), "compare it: " + ConditionCompiler.OPERATORS);
        }
        found = NO_NUMBER.matcher(text);
        if (found.matches()) {
            return new ConditionException(
                    offset, "the number " + found.group(1) + " is too large", "write a smaller one");
        }
        return new ConditionException(offset, text, "write " + ConditionCompiler.OPERATORS);
    }

    private static ConditionException unexpected(int offset, String found) {
        String token = found.strip();
        if (token.equals("<EOF>")) {
            return new ConditionException(offset, "the condition ends too early", "complete it");
        }
        String remedy = switch (token) {
            case "and" -> "write &&";
            case "or" -> "write ||";
            case "not" -> "write !";
            case "=" -> "write ==";
            case "=>" -> "write >=";
            case "=<" -> "write <=";
            default -> "write " + ConditionCompiler.OPERATORS;
        };
        return new ConditionException(offset, "\"" + token + "\" cannot stand here", remedy);
    }

    private static ConditionException mismatch(int offset, String function, String arguments) {
        String[] types = arguments.split(", ", -1);
        String operator = function.replace("_", "").replace("@", "");
        if (types.length == 2) {
            boolean time = arguments.contains("Duration") && arguments.contains("int");
            return new ConditionException(
                    offset,
                    "\"" + operator + "\" stands between " + type(types[0]) + " and " + type(types[1]),
                    time ? Durations.HOW : "compare like with like");
        }
        if (operator.equals("?:")) {
            return new ConditionException(
                    offset, "the two results of ?: are not alike", "write two numbers, times or conditions");
        }
        if (function.equals(ConditionField.CALLER_CONTACTS.text())) {
            return new ConditionException(
                    offset, "the window of caller.contacts is no time", "write caller.contacts(24h)");
        }
        return new ConditionException(
                offset, "\"" + operator + "\" cannot be applied to " + type(arguments), "compare it first");
    }

    private static String type(String cel) {
        return switch (cel) {
            case "bool" -> "a yes or no";
            case "int" -> "a whole number";
            case "uint", "double" -> "a number that is not whole";
            case "string" -> "a name";
            case "google.protobuf.Duration" -> "a time";
            case "google.protobuf.Timestamp" -> "a date";
            case "null" -> "null";
            case "" -> "nothing";
            default -> cel.startsWith("list(") ? "a list" : cel;
        };
    }
}
