package io.baro.acd.rule;

import io.baro.engine.message.RuleOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A checked condition as a tree of what the router can compute; truth is 1 and 0. Immutable; any thread. */
sealed interface Expression {
    /** A number, milliseconds, a place in the file, or a truth. */
    record Constant(long value) implements Expression {
        static final Constant FALSE = new Constant(0);
        static final Constant TRUE = new Constant(1);

        static Constant of(boolean truth) {
            return truth ? TRUE : FALSE;
        }
    }

    /**
     * What is known at the moment it is asked.
     *
     * @param windowMillis of contacts, else 0
     */
    record Value(ConditionField field, long windowMillis) implements Expression {}

    /** An operation on one, two or three operands. */
    record Operation(RuleOp op, List<Expression> operands) implements Expression {
        public Operation {
            operands = List.copyOf(operands);
        }

        Expression left() {
            return operands.getFirst();
        }

        Expression right() {
            return operands.getLast();
        }
    }

    static Expression of(RuleOp op, Expression... operands) {
        return new Operation(op, List.of(operands));
    }

    /** All of them; true if there is none. */
    static Expression all(List<Expression> parts) {
        return parts.stream().reduce((a, b) -> of(RuleOp.AND, a, b)).orElse(Constant.TRUE);
    }

    /** What must hold for it to hold: its operands of the outermost AND. */
    default List<Expression> conjuncts() {
        return split(RuleOp.AND, this);
    }

    /** What is enough for it to hold: its operands of the outermost OR. */
    default List<Expression> disjuncts() {
        return split(RuleOp.OR, this);
    }

    /** Everything it speaks of. */
    default void collect(Set<Value> into) {
        if (this instanceof Value value) {
            into.add(value);
        } else if (this instanceof Operation operation) {
            operation.operands().forEach(operand -> operand.collect(into));
        }
    }

    private static List<Expression> split(RuleOp op, Expression expression) {
        List<Expression> parts = new ArrayList<>();
        if (expression instanceof Operation operation && operation.op() == op) {
            operation.operands().forEach(operand -> parts.addAll(split(op, operand)));
        } else {
            parts.add(expression);
        }
        return parts;
    }
}
