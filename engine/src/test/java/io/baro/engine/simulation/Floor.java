package io.baro.engine.simulation;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.routing.CommandWriter;
import java.util.function.Consumer;

/** The simulated centre's configuration: two PBXs, three queues each, agents of four profiles, the three headline rules. */
final class Floor {
    static final int PBXS = 2;
    static final int QUEUES_PER_PBX = 3;
    static final int AGENTS = 14;
    static final long MAX_BOOST_MILLIS = 600_000;

    private static final long DAY_MILLIS = 86_400_000;

    private Floor() {}

    static int[] queuesOf(int pbxId) {
        return new int[] {pbxId * QUEUES_PER_PBX, pbxId * QUEUES_PER_PBX + 1, pbxId * QUEUES_PER_PBX + 2};
    }

    static int pbxOfAgent(int agentId) {
        return agentId % PBXS;
    }

    static void configure(CommandWriter pen, Consumer<CommandWriter> router) {
        router.accept(pen.settings(20_000, 10_000, 5_000, 15_000));
        for (int pbx = 0; pbx < PBXS; pbx++) {
            router.accept(pen.queue(pbx * QUEUES_PER_PBX, pbx));
            router.accept(pen.queue(pbx * QUEUES_PER_PBX + 1, pbx, 1, 3));
            router.accept(pen.queue(pbx * QUEUES_PER_PBX + 2, pbx, 1, 3, 2, 5));
        }
        for (int agent = 0; agent < AGENTS; agent++) {
            router.accept(
                    switch (agent % 4) {
                        case 0 -> pen.agent(agent, pbxOfAgent(agent), 1, 5, 2, 9);
                        case 1 -> pen.agent(agent, pbxOfAgent(agent), 1, 3);
                        case 2 -> pen.agent(agent, pbxOfAgent(agent), 2, 9);
                        default -> pen.agent(agent, pbxOfAgent(agent), 1, 10, 2, 5);
                    });
        }
        rules(pen, router, 1);
    }

    static void rules(CommandWriter pen, Consumer<CommandWriter> router, int version) {
        router.accept(pen.rulesBegun(version, MAX_BOOST_MILLIS, 3));
        router.accept(pen.rule(
                0,
                new CommandWriter.Then(true, true, false, 180_000),
                when(RuleField.CALLER_AGE, RuleOp.GREATER_OR_EQUAL, 0, 65)));
        router.accept(pen.rule(
                1,
                new CommandWriter.Then(false, true, false, MAX_BOOST_MILLIS),
                when(RuleField.CALLER_CONTACTS, RuleOp.GREATER_OR_EQUAL, DAY_MILLIS, 3)));
        router.accept(pen.rule(
                2,
                new CommandWriter.Then(false, false, true, 0),
                when(RuleField.QUEUE_EWT, RuleOp.GREATER, 0, 240_000),
                new CommandWriter.When(RulePart.UNTIL, RuleField.QUEUE_EWT, RuleOp.LESS, 0, 120_000)));
        router.accept(pen.rulesCommitted(version));
    }

    private static CommandWriter.When when(RuleField field, RuleOp comparison, long window, long threshold) {
        return new CommandWriter.When(field == RuleField.QUEUE_EWT ? RulePart.QUEUE : RulePart.CALL, field, comparison, window, threshold);
    }
}
