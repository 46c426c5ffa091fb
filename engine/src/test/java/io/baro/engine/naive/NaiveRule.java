package io.baro.engine.naive;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** One rule: what it asks, as postfix code that is run on a stack each time, and what it does. An unknown value is empty. */
record NaiveRule(int id, Then then, List<Op> code) {
    /** What it does. */
    record Then(
            boolean routeToAgent,
            boolean shedNever,
            boolean offerCallback,
            boolean divert,
            long boost,
            int moveToKind) {}

    /** One op of its code. */
    record Op(RulePart part, RuleOp op, RuleField field, long operand) {}

    /** A number, or unknown. */
    record Value(boolean known, long number) {
        static final Value UNKNOWN = new Value(false, 0);

        static Value of(long number) {
            return new Value(true, number);
        }

        static Value of(boolean truth) {
            return of(truth ? 1 : 0);
        }

        boolean isTrue() {
            return known && number != 0;
        }

        boolean isFalse() {
            return known && number == 0;
        }
    }

    boolean asksQueue() {
        return code.stream().anyMatch(op -> op.part() == RulePart.QUEUE);
    }

    boolean hasUntil() {
        return code.stream().anyMatch(op -> op.part() == RulePart.UNTIL);
    }

    /** Whether a part is true; a part without ops holds. */
    boolean holds(RulePart part, Function<Op, Value> fields) {
        Deque<Value> stack = new ArrayDeque<>();
        for (Op op : code) {
            if (op.part() == part) {
                stack.push(result(op, stack, fields));
            }
        }
        return stack.isEmpty() || stack.pop().isTrue();
    }

    private static Value result(Op op, Deque<Value> stack, Function<Op, Value> fields) {
        return switch (op.op()) {
            case CONSTANT -> Value.of(op.operand());
            case FIELD -> fields.apply(op);
            case NOT -> {
                Value value = stack.pop();
                yield value.known() ? Value.of(value.isFalse()) : value;
            }
            case CHOOSE -> {
                Value otherwise = stack.pop();
                Value then = stack.pop();
                Value condition = stack.pop();
                yield !condition.known() ? condition : condition.isTrue() ? then : otherwise;
            }
            default -> {
                Value right = stack.pop();
                yield ofTwo(op.op(), stack.pop(), right);
            }
        };
    }

    private static Value ofTwo(RuleOp op, Value left, Value right) {
        if (op == RuleOp.AND) {
            return left.isFalse() || right.isFalse()
                    ? Value.of(false)
                    : left.known() && right.known() ? Value.of(true) : Value.UNKNOWN;
        }
        if (op == RuleOp.OR) {
            return left.isTrue() || right.isTrue()
                    ? Value.of(true)
                    : left.known() && right.known() ? Value.of(false) : Value.UNKNOWN;
        }
        return left.known() && right.known() ? ofKnown(op, left.number(), right.number()) : Value.UNKNOWN;
    }

    private static Value ofKnown(RuleOp op, long left, long right) {
        return switch (op) {
            case LESS -> Value.of(left < right);
            case LESS_OR_EQUAL -> Value.of(left <= right);
            case GREATER -> Value.of(left > right);
            case GREATER_OR_EQUAL -> Value.of(left >= right);
            case EQUAL -> Value.of(left == right);
            case NOT_EQUAL -> Value.of(left != right);
            case ADD -> Value.of(left + right);
            case SUBTRACT -> Value.of(left - right);
            case MULTIPLY -> Value.of(left * right);
            case DIVIDE -> right == 0 ? Value.UNKNOWN : Value.of(left / right);
            default -> throw new IllegalStateException("no op of two: " + op);
        };
    }
}
