package io.baro.engine.routing;

import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule asks, as it was told: postfix code of its parts. Kept beside what it compiles to, which cannot be written down.
 * Immutable; allocates, used when rules are loaded. Runs on: routing thread.
 *
 * @param ops in the order in which they came
 */
record RuleCode(List<Op> ops) {
    private static final Op NO_OP = new Op(RulePart.CALL, RuleOp.CONSTANT, RuleField.NONE, 0);

    /** One operation of a part. */
    private record Op(RulePart part, RuleOp op, RuleField field, long operand) {
        private static Op next(State state, Op op) {
            return new Op(
                    RulePart.get((short) state.next(op.part.value())),
                    RuleOp.get((short) state.next(op.op.value())),
                    RuleField.get((short) state.next(op.field.value())),
                    state.next(op.operand));
        }
    }

    static RuleCode of(RuleDefinedDecoder command) {
        List<Op> ops = new ArrayList<>();
        for (RuleDefinedDecoder.CodeDecoder code : command.code()) {
            ops.add(new Op(code.part(), code.op(), code.field(), code.operand()));
        }
        return new RuleCode(List.copyOf(ops));
    }

    /** What a rule with this code asks, or null of broken code. */
    Rule.Asked compile() {
        Map<RulePart, RuleCompiler> parts = new EnumMap<>(RulePart.class);
        for (Op code : ops) {
            parts.computeIfAbsent(code.part, part -> new RuleCompiler()).add(code.op, code.field, code.operand);
        }
        RuleCompiler call = parts.getOrDefault(RulePart.CALL, new RuleCompiler());
        RuleExpression ofCall = call.finish();
        RuleExpression ofQueue = finish(parts.get(RulePart.QUEUE));
        RuleExpression until = finish(parts.get(RulePart.UNTIL));
        boolean broken = ofCall == null
                || (ofQueue == null && parts.containsKey(RulePart.QUEUE))
                || (until == null && parts.containsKey(RulePart.UNTIL))
                || (until != null && ofQueue == null);
        return broken ? null : new Rule.Asked(ofQueue, until, ofCall);
    }

    static RuleCode next(State state, RuleCode code) {
        List<Op> known = code == null ? List.of() : code.ops;
        int count = state.next(known.size());
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ops.add(Op.next(state, i < known.size() ? known.get(i) : NO_OP));
        }
        return new RuleCode(List.copyOf(ops));
    }

    private static RuleExpression finish(RuleCompiler part) {
        return part == null ? null : part.finish();
    }
}
