package io.baro.engine.naive;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random rule sets, well typed, about everything but estimated waits; now and then one that is not complete. */
final class RandomRules {
    private static final RuleOp[] COMPARISONS = {
        RuleOp.LESS, RuleOp.LESS_OR_EQUAL, RuleOp.GREATER, RuleOp.GREATER_OR_EQUAL, RuleOp.EQUAL, RuleOp.NOT_EQUAL
    };
    private static final RuleOp[] SUMS = {RuleOp.ADD, RuleOp.SUBTRACT, RuleOp.MULTIPLY, RuleOp.DIVIDE};
    private static final RuleField[] OF_QUEUE = {
        RuleField.QUEUE_KIND, RuleField.QUEUE_WAITING, RuleField.QUEUE_STAFFED, RuleField.QUEUE_ARRIVALS
    };
    private static final RuleField[] OF_CALL = {
        RuleField.CALLER_AGE,
        RuleField.CALLER_CONTACTS,
        RuleField.CALLER_WITHHELD,
        RuleField.CALL_WAITED,
        RuleField.CALL_CENTRE
    };

    private final SplittableRandom dice;
    private final FloorPen pen = new FloorPen();
    private final int kinds;
    private int version;

    RandomRules(SplittableRandom dice, int kinds) {
        this.dice = dice;
        this.kinds = kinds;
    }

    /** A new version, for all calls or for a share. */
    List<Command> commands(long time) {
        pen.time = time;
        version++;
        int count = dice.nextInt(0, 6);
        List<Command> said = new ArrayList<>();
        said.add(pen.rulesBegun(version, dice.nextInt(0, 600) * 1_000L, count));
        for (int id = 0; id < count; id++) {
            said.add(pen.rule(rule(id)));
        }
        if (dice.nextInt(20) == 0) {
            said.remove(dice.nextInt(said.size()));
        }
        said.add(pen.rulesCommitted(version, dice.nextInt(3) == 0 ? dice.nextInt(1, 1_000) : 1_000));
        return said;
    }

    /** A version that was there before, or not. */
    Command activated(long time) {
        pen.time = time;
        int share = switch (dice.nextInt(3)) {
            case 0 -> 0;
            case 1 -> dice.nextInt(1, 1_000);
            default -> 1_000;
        };
        return pen.rulesActivated(dice.nextInt(Math.max(0, version - 10), version + 2), share);
    }

    private NaiveRule rule(int id) {
        List<NaiveRule.Op> code = new ArrayList<>();
        boolean aboutQueue = dice.nextBoolean();
        if (aboutQueue) {
            truth(code, RulePart.QUEUE, 1);
        }
        if (aboutQueue && dice.nextBoolean()) {
            truth(code, RulePart.UNTIL, 1);
        }
        if (dice.nextInt(4) > 0) {
            truth(code, RulePart.CALL, 2);
        }
        NaiveRule.Then then = new NaiveRule.Then(
                dice.nextInt(3) == 0,
                dice.nextInt(5) == 0,
                dice.nextInt(4) == 0,
                dice.nextInt(20) == 0,
                dice.nextBoolean() ? 0 : dice.nextInt(0, 400) * 1_000L,
                dice.nextInt(8) == 0 ? dice.nextInt(kinds) : -1);
        return new NaiveRule(id, then, code);
    }

    private void truth(List<NaiveRule.Op> code, RulePart part, int depth) {
        int shape = depth == 0 ? 0 : dice.nextInt(6);
        switch (shape) {
            case 0, 1 -> comparison(code, part);
            case 2 -> both(code, part, depth, RuleOp.AND);
            case 3 -> both(code, part, depth, RuleOp.OR);
            case 4 -> {
                truth(code, part, depth - 1);
                code.add(op(part, RuleOp.NOT));
            }
            default -> {
                truth(code, part, depth - 1);
                both(code, part, depth, RuleOp.CHOOSE);
            }
        }
    }

    private void both(List<NaiveRule.Op> code, RulePart part, int depth, RuleOp op) {
        truth(code, part, depth - 1);
        truth(code, part, depth - 1);
        code.add(op(part, op));
    }

    private void comparison(List<NaiveRule.Op> code, RulePart part) {
        boolean ofQueue = part != RulePart.CALL || dice.nextInt(4) == 0;
        RuleField field = ofQueue ? OF_QUEUE[dice.nextInt(OF_QUEUE.length)] : OF_CALL[dice.nextInt(OF_CALL.length)];
        long window = field == RuleField.CALLER_CONTACTS ? dice.nextInt(1, 600) * 1_000L : 0;
        code.add(new NaiveRule.Op(part, RuleOp.FIELD, field, window));
        if (dice.nextInt(5) == 0) {
            code.add(constant(part, dice.nextInt(0, 4)));
            code.add(op(part, SUMS[dice.nextInt(SUMS.length)]));
        }
        code.add(constant(part, threshold(field)));
        code.add(op(part, COMPARISONS[dice.nextInt(COMPARISONS.length)]));
    }

    private long threshold(RuleField field) {
        return switch (field) {
            case CALLER_AGE -> dice.nextInt(15, 90);
            case CALL_WAITED -> dice.nextInt(0, 60) * 1_000L;
            case CALLER_WITHHELD, CALL_CENTRE -> dice.nextInt(0, 2);
            default -> dice.nextInt(0, 4);
        };
    }

    private static NaiveRule.Op constant(RulePart part, long value) {
        return new NaiveRule.Op(part, RuleOp.CONSTANT, RuleField.NONE, value);
    }

    private static NaiveRule.Op op(RulePart part, RuleOp op) {
        return new NaiveRule.Op(part, op, RuleField.NONE, 0);
    }
}
