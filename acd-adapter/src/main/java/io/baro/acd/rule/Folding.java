package io.baro.acd.rule;

import io.baro.engine.message.RuleOp;
import java.util.List;

/** Computes what is known when the rules are loaded, so that only what a call decides is asked of it. Stateless; any thread. */
final class Folding {
    private Folding() {}

    static Expression of(RuleOp op, List<Expression> operands) {
        Expression first = operands.getFirst();
        Expression last = operands.getLast();
        return switch (op) {
            case AND -> junction(op, Expression.Constant.FALSE, Expression.Constant.TRUE, first, last);
            case OR -> junction(op, Expression.Constant.TRUE, Expression.Constant.FALSE, first, last);
            case NOT ->
                first instanceof Expression.Constant(long value)
                        ? Expression.Constant.of(value == 0)
                        : whole(op, operands);
            case CHOOSE ->
                first instanceof Expression.Constant(long value)
                        ? operands.get(value != 0 ? 1 : 2)
                        : whole(op, operands);
            default ->
                first instanceof Expression.Constant(long left) && last instanceof Expression.Constant(long right)
                        ? computed(op, left, right, operands)
                        : whole(op, operands);
        };
    }

    /** One operand can decide, the other does not matter: three-valued logic holds that too. */
    private static Expression junction(
            RuleOp op, Expression decides, Expression neutral, Expression left, Expression right) {
        if (left.equals(decides) || right.equals(decides)) {
            return decides;
        }
        if (left.equals(neutral)) {
            return right;
        }
        return right.equals(neutral) ? left : Expression.of(op, left, right);
    }

    private static Expression computed(RuleOp op, long left, long right, List<Expression> operands) {
        return switch (op) {
            case LESS -> Expression.Constant.of(left < right);
            case LESS_OR_EQUAL -> Expression.Constant.of(left <= right);
            case GREATER -> Expression.Constant.of(left > right);
            case GREATER_OR_EQUAL -> Expression.Constant.of(left >= right);
            case EQUAL -> Expression.Constant.of(left == right);
            case NOT_EQUAL -> Expression.Constant.of(left != right);
            case ADD -> new Expression.Constant(left + right);
            case SUBTRACT -> new Expression.Constant(left - right);
            case MULTIPLY -> new Expression.Constant(left * right);
            case DIVIDE -> new Expression.Constant(left / right);
            default -> whole(op, operands);
        };
    }

    private static Expression whole(RuleOp op, List<Expression> operands) {
        return new Expression.Operation(op, operands);
    }
}
