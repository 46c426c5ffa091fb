package io.baro.engine.routing;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;

/**
 * A compiled expression of a rule. Total: it never fails and allocates nothing; what cannot be known is
 * {@link RuleFacts#UNKNOWN}, and truth is three-valued as CEL treats its errors. Runs on: routing thread.
 */
@FunctionalInterface
interface RuleExpression {
    /** A number, milliseconds, 0 and 1 for false and true, or {@link RuleFacts#UNKNOWN}. */
    long value(RuleFacts facts);

    /** An expression that always holds. */
    RuleExpression ALWAYS = facts -> RuleFacts.TRUE;

    static RuleExpression constant(long value) {
        return facts -> value;
    }

    static RuleExpression field(RuleField field, long windowMillis) {
        return facts -> facts.value(field, windowMillis);
    }

    static RuleExpression not(RuleExpression operand) {
        return facts -> {
            long value = operand.value(facts);
            return value == RuleFacts.UNKNOWN ? RuleFacts.UNKNOWN : RuleFacts.truth(value == RuleFacts.FALSE);
        };
    }

    static RuleExpression and(RuleExpression left, RuleExpression right) {
        return facts -> {
            long first = left.value(facts);
            if (first == RuleFacts.FALSE) {
                return RuleFacts.FALSE;
            }
            long second = right.value(facts);
            return second == RuleFacts.FALSE || first != RuleFacts.UNKNOWN ? second : RuleFacts.UNKNOWN;
        };
    }

    static RuleExpression or(RuleExpression left, RuleExpression right) {
        return facts -> {
            long first = left.value(facts);
            if (first == RuleFacts.TRUE) {
                return RuleFacts.TRUE;
            }
            long second = right.value(facts);
            return second == RuleFacts.TRUE || first != RuleFacts.UNKNOWN ? second : RuleFacts.UNKNOWN;
        };
    }

    static RuleExpression choose(RuleExpression condition, RuleExpression then, RuleExpression otherwise) {
        return facts -> {
            long chosen = condition.value(facts);
            if (chosen == RuleFacts.UNKNOWN) {
                return RuleFacts.UNKNOWN;
            }
            return chosen == RuleFacts.TRUE ? then.value(facts) : otherwise.value(facts);
        };
    }

    /** A comparison or a sum of two operands. */
    static RuleExpression binary(RuleOp op, RuleExpression left, RuleExpression right) {
        return facts -> {
            long first = left.value(facts);
            long second = right.value(facts);
            return first == RuleFacts.UNKNOWN || second == RuleFacts.UNKNOWN
                    ? RuleFacts.UNKNOWN
                    : ofKnown(op, first, second);
        };
    }

    private static long ofKnown(RuleOp op, long first, long second) {
        return switch (op) {
            case LESS -> RuleFacts.truth(first < second);
            case LESS_OR_EQUAL -> RuleFacts.truth(first <= second);
            case GREATER -> RuleFacts.truth(first > second);
            case GREATER_OR_EQUAL -> RuleFacts.truth(first >= second);
            case EQUAL -> RuleFacts.truth(first == second);
            case NOT_EQUAL -> RuleFacts.truth(first != second);
            case ADD -> first + second;
            case SUBTRACT -> first - second;
            case MULTIPLY -> first * second;
            case DIVIDE -> second == 0 ? RuleFacts.UNKNOWN : first / second;
            default -> RuleFacts.UNKNOWN;
        };
    }
}
