package io.baro.acd.rule;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import java.util.ArrayList;
import java.util.List;

/** One operation of a rule, in postfix order within its part, as the router takes it. Immutable; any thread. */
public record RuleStep(RulePart part, RuleOp op, RuleField field, long operand) {

    static List<RuleStep> of(RulePart part, Expression expression) {
        List<RuleStep> steps = new ArrayList<>();
        // A part without steps holds.
        if (!expression.equals(Expression.Constant.TRUE)) {
            write(part, expression, steps);
        }
        return steps;
    }

    private static void write(RulePart part, Expression expression, List<RuleStep> steps) {
        switch (expression) {
            case Expression.Constant(long value) ->
                steps.add(new RuleStep(part, RuleOp.CONSTANT, RuleField.NONE, value));
            case Expression.Value(ConditionField field, long window) ->
                steps.add(new RuleStep(part, RuleOp.FIELD, field.code(), window));
            case Expression.Operation(RuleOp op, List<Expression> operands) -> {
                operands.forEach(operand -> write(part, operand, steps));
                steps.add(new RuleStep(part, op, RuleField.NONE, 0));
            }
        }
    }
}
