package io.baro.acd.rule;

import io.baro.engine.message.RuleOp;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * For which values of one thing a condition may hold, whatever else is the case: finds conditions that can never hold, and those
 * that hold only where another does. Errs on the side of "may". Stateless; any thread.
 */
final class Possibility {
    private Possibility() {}

    /** The values of the subject for which the expression may be true. */
    static ValueSet of(Expression expression, Expression.Value subject) {
        return values(expression, subject, false).and(domain(subject));
    }

    static ValueSet domain(Expression.Value subject) {
        return ValueSet.of(0, subject.field().most());
    }

    static Set<Expression.Value> subjects(Expression expression) {
        Set<Expression.Value> subjects = new LinkedHashSet<>();
        expression.collect(subjects);
        return subjects;
    }

    /** Whether the set tells all: comparisons with constants, joined. */
    static boolean isExact(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> true;
            case Expression.Value value -> value.field() == ConditionField.CALLER_WITHHELD;
            case Expression.Operation it ->
                switch (it.op()) {
                    case AND, OR, NOT -> it.operands().stream().allMatch(Possibility::isExact);
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                        isPlain(it.left(), it.right()) || isPlain(it.right(), it.left());
                    default -> false;
                };
        };
    }

    private static boolean isPlain(Expression subject, Expression constant) {
        return subject instanceof Expression.Value && constant instanceof Expression.Constant;
    }

    private static ValueSet values(Expression expression, Expression.Value subject, boolean denied) {
        return switch (expression) {
            case Expression.Constant(long value) -> (value != 0) == denied ? ValueSet.NONE : ValueSet.ALL;
            case Expression.Value value ->
                value.equals(subject) ? ValueSet.of(denied ? 0 : 1, denied ? 0 : 1) : ValueSet.ALL;
            case Expression.Operation operation -> operation(operation, subject, denied);
        };
    }

    private static ValueSet operation(Expression.Operation it, Expression.Value subject, boolean denied) {
        return switch (it.op()) {
            case NOT -> values(it.left(), subject, !denied);
            case AND, OR -> {
                ValueSet left = values(it.left(), subject, denied);
                ValueSet right = values(it.right(), subject, denied);
                yield (it.op() == RuleOp.AND) == denied ? left.or(right) : left.and(right);
            }
            case CHOOSE -> {
                ValueSet then = values(it.left(), subject, false)
                        .and(values(it.operands().get(1), subject, denied));
                ValueSet otherwise = values(it.left(), subject, true).and(values(it.right(), subject, denied));
                yield then.or(otherwise);
            }
            default -> comparison(it, subject, denied);
        };
    }

    private static ValueSet comparison(Expression.Operation it, Expression.Value subject, boolean denied) {
        if (it.left().equals(subject) && it.right() instanceof Expression.Constant(long constant)) {
            return range(denied ? opposite(it.op()) : it.op(), constant);
        }
        if (it.right().equals(subject) && it.left() instanceof Expression.Constant(long constant)) {
            return range(mirrored(denied ? opposite(it.op()) : it.op()), constant);
        }
        return ValueSet.ALL;
    }

    private static ValueSet range(RuleOp op, long constant) {
        return switch (op) {
            case LESS -> constant == Long.MIN_VALUE ? ValueSet.NONE : ValueSet.of(0, constant - 1);
            case LESS_OR_EQUAL -> ValueSet.of(0, constant);
            case GREATER -> constant == Long.MAX_VALUE ? ValueSet.NONE : ValueSet.of(constant + 1, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> ValueSet.of(constant, Long.MAX_VALUE);
            case EQUAL -> ValueSet.of(constant, constant);
            case NOT_EQUAL -> range(RuleOp.LESS, constant).or(range(RuleOp.GREATER, constant));
            default -> ValueSet.ALL;
        };
    }

    private static RuleOp opposite(RuleOp op) {
        return switch (op) {
            case LESS -> RuleOp.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> RuleOp.GREATER;
            case GREATER -> RuleOp.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> RuleOp.LESS;
            case EQUAL -> RuleOp.NOT_EQUAL;
            case NOT_EQUAL -> RuleOp.EQUAL;
            default -> op;
        };
    }

    private static RuleOp mirrored(RuleOp op) {
        return switch (op) {
            case LESS -> RuleOp.GREATER;
            case LESS_OR_EQUAL -> RuleOp.GREATER_OR_EQUAL;
            case GREATER -> RuleOp.LESS;
            case GREATER_OR_EQUAL -> RuleOp.LESS_OR_EQUAL;
            default -> op;
        };
    }
}
