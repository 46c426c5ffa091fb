package io.baro.engine.simulation;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.ConfigPen;
import java.util.function.Consumer;

/** The simulated centre's rules: the three headline rules, one that moves and one that diverts. */
final class FloorRules {
    static final long MAX_BOOST_MILLIS = 600_000;
    static final int ALL = 1_000;

    private static final long DAY_MILLIS = 86_400_000;
    private static final int NO_MOVE = -1;

    private FloorRules() {}

    /** A version for all calls, or for a share of them. */
    static void tell(CommandWriter pen, Consumer<CommandWriter> router, int version, int share) {
        router.accept(pen.rulesBegun(version, MAX_BOOST_MILLIS, 5));
        router.accept(pen.rule(
                0,
                new ConfigPen.Then(true, true, false, 180_000),
                ofCall(RuleField.CALLER_AGE, RuleOp.GREATER_OR_EQUAL, 0, 65)));
        router.accept(pen.rule(
                1,
                new ConfigPen.Then(false, true, false, MAX_BOOST_MILLIS),
                ofCall(RuleField.CALLER_CONTACTS, RuleOp.GREATER_OR_EQUAL, DAY_MILLIS, 3)));
        router.accept(pen.rule(
                2,
                new ConfigPen.Then(false, false, true, 0),
                ofQueue(RulePart.QUEUE, RuleField.QUEUE_EWT, RuleOp.GREATER, 240_000),
                ofQueue(RulePart.UNTIL, RuleField.QUEUE_EWT, RuleOp.LESS, 120_000)));
        router.accept(pen.rule(
                3,
                new ConfigPen.Then(false, false, false, false, 0, 1),
                ofQueue(RulePart.QUEUE, RuleField.QUEUE_KIND, RuleOp.EQUAL, 2),
                ofQueue(RulePart.QUEUE, RuleField.QUEUE_WAITING, RuleOp.GREATER, 3)));
        router.accept(pen.rule(
                4,
                new ConfigPen.Then(false, false, false, true, 0, NO_MOVE),
                ofQueue(RulePart.QUEUE, RuleField.QUEUE_ARRIVALS, RuleOp.GREATER, 1),
                ofQueue(RulePart.UNTIL, RuleField.QUEUE_ARRIVALS, RuleOp.LESS, 1),
                ofCall(RuleField.CALLER_WITHHELD, RuleOp.EQUAL, 0, 1)));
        router.accept(pen.rulesCommitted(version, share));
    }

    private static ConfigPen.When ofCall(RuleField field, RuleOp comparison, long window, long threshold) {
        return new ConfigPen.When(RulePart.CALL, field, comparison, window, threshold);
    }

    private static ConfigPen.When ofQueue(RulePart part, RuleField field, RuleOp comparison, long threshold) {
        return new ConfigPen.When(part, field, comparison, 0, threshold);
    }
}
