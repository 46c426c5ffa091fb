package io.baro.engine.routing;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Turns the postfix code of one part of a rule into an expression. Code that does not leave exactly one value compiles to nothing;
 * it never guesses. Allocates; used when rules are loaded. Runs on: routing thread.
 */
final class RuleCompiler {
    private final Deque<RuleExpression> stack = new ArrayDeque<>();
    private boolean broken;

    /** Takes the next op. */
    void add(RuleOp op, RuleField field, long operand) {
        if (broken || stack.size() < operandsOf(op)) {
            broken = true;
            return;
        }
        stack.push(
                switch (op) {
                    case CONSTANT -> RuleExpression.constant(operand);
                    case FIELD -> RuleExpression.field(field, operand);
                    case NOT -> RuleExpression.not(stack.pop());
                    case CHOOSE -> choose();
                    default -> binary(op);
                });
    }

    /** The whole expression; {@link RuleExpression#ALWAYS} of no code at all, null of broken code. */
    RuleExpression finish() {
        if (!broken && stack.isEmpty()) {
            return RuleExpression.ALWAYS;
        }
        return broken || stack.size() > 1 ? null : stack.pop();
    }

    private RuleExpression choose() {
        RuleExpression otherwise = stack.pop();
        RuleExpression then = stack.pop();
        return RuleExpression.choose(stack.pop(), then, otherwise);
    }

    private RuleExpression binary(RuleOp op) {
        RuleExpression right = stack.pop();
        RuleExpression left = stack.pop();
        return switch (op) {
            case AND -> RuleExpression.and(left, right);
            case OR -> RuleExpression.or(left, right);
            default -> RuleExpression.binary(op, left, right);
        };
    }

    private static int operandsOf(RuleOp op) {
        return switch (op) {
            case CONSTANT, FIELD -> 0;
            case NOT -> 1;
            case CHOOSE -> 3;
            case NULL_VAL -> Integer.MAX_VALUE;
            default -> 2;
        };
    }
}
