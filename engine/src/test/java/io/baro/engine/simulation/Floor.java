package io.baro.engine.simulation;

import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.Strategy;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.DeskPen;
import io.baro.engine.routing.QueueTold;
import java.util.List;
import java.util.function.Consumer;

/**
 * The simulated centre: three PBXs that lend each other agents, three kinds of queues with ladders, limits and preferences, every
 * strategy in turn by seed, agents of four profiles, policies.
 */
final class Floor {
    static final int PBXS = 3;
    static final int KINDS = 3;
    static final int QUEUES = PBXS * KINDS;
    static final int AGENTS = 15;

    static final int MOST_ATTEMPTS = 3;

    /** Shorter than a day in life, so that some expire. */
    static final long RESERVATION_LIFE_MILLIS = 1_200_000;

    /** Longer than half of some windows, shorter than half a life. */
    static final long YIELD_MILLIS = 240_000;

    private static final long NEVER = -1;
    private static final long EVERYWHERE = (1L << PBXS) - 1;
    private static final int STRATEGIES = 8;

    private final long seed;

    Floor(long seed) {
        this.seed = seed;
    }

    static int[] queuesOf(int pbxId) {
        return new int[] {pbxId * KINDS, pbxId * KINDS + 1, pbxId * KINDS + 2};
    }

    void configure(CommandWriter pen, Consumer<CommandWriter> router) {
        router.accept(pen.settings(20_000, 10_000, 5_000, 15_000));
        router.accept(pen.callbackPolicy(new DeskPen.Policy(
                MOST_ATTEMPTS, 40_000, 90_000, 20_000, RESERVATION_LIFE_MILLIS, 30_000, YIELD_MILLIS)));
        router.accept(pen.policy(OfferOutcome.NO_ANSWER, 10_000, 2));
        router.accept(pen.policy(OfferOutcome.REJECTED, 0, 3));
        for (int pbx = 0; pbx < PBXS; pbx++) {
            for (int queue : queuesOf(pbx)) {
                router.accept(pen.queue(told(queue, 0)));
            }
            ladder(pen, router, pbx);
        }
        for (int agent = 0; agent < AGENTS; agent++) {
            router.accept(agent(pen, agent, 0));
        }
    }

    /** An agent's skills and weight, as first told or as told again. */
    CommandWriter agent(CommandWriter pen, int agent, int change) {
        int pbx = agent % PBXS;
        int weight = 1 + (agent * 37 + change) % 100;
        return switch ((agent / PBXS + change) % 4) {
            case 0 -> pen.weighedAgent(agent, pbx, weight, 1, 5, 2, 9);
            case 1 -> pen.weighedAgent(agent, pbx, weight, 1, 3);
            case 2 -> pen.weighedAgent(agent, pbx, weight, 2, 9);
            default -> pen.weighedAgent(agent, pbx, weight, 1, 10, 2, 5);
        };
    }

    /** A queue as first told, or with another strategy and other limits. */
    QueueTold told(int queueId, int change) {
        int pbx = queueId / KINDS;
        int kind = queueId % KINDS;
        Strategy strategy = Strategy.get((short) Math.floorMod(seed + queueId + change, STRATEGIES));
        List<Integer> skills = switch (kind) {
            case 0 -> List.of();
            case 1 -> List.of(1, 3);
            default -> List.of(1, 3, 2, 5);
        };
        return new QueueTold(queueId, pbx, kind, settings(pbx, kind, strategy), skills, List.of(2, 2));
    }

    private static QueueSettings settings(int pbx, int kind, Strategy strategy) {
        QueueSettings.Limit toKindZero = limit(LimitAction.MOVE, pbx * KINDS);
        return switch (kind) {
            case 0 ->
                new QueueSettings(
                        strategy,
                        -1,
                        -1,
                        0,
                        10_000,
                        6,
                        240_000,
                        limit(LimitAction.DIVERT, -1),
                        limit(LimitAction.CALLBACK, -1),
                        limit(LimitAction.DIVERT, -1),
                        0,
                        2,
                        true,
                        2_000);
            case 1 ->
                new QueueSettings(
                        strategy,
                        2_000,
                        12_000,
                        15_000,
                        0,
                        -1,
                        300_000,
                        limit(LimitAction.NONE, -1),
                        limit(LimitAction.DIVERT, -1),
                        toKindZero,
                        0,
                        1,
                        true,
                        0);
            default -> full(strategy, pbx);
        };
    }

    private static QueueSettings full(Strategy strategy, int pbx) {
        return new QueueSettings(
                strategy,
                0,
                -1,
                20_000,
                20_000,
                6,
                120_000,
                limit(LimitAction.MOVE, pbx * KINDS),
                limit(LimitAction.MOVE, pbx * KINDS + 1),
                limit(LimitAction.CALLBACK, -1),
                50,
                3,
                false,
                0);
    }

    private static QueueSettings.Limit limit(LimitAction action, int queueId) {
        return new QueueSettings.Limit(action, queueId);
    }

    private static void ladder(CommandWriter pen, Consumer<CommandWriter> router, int pbx) {
        int[] queues = queuesOf(pbx);
        long own = 1L << pbx;
        router.accept(pen.step(queues[1], 1, new Step.Conditions(20_000, NEVER, NEVER, 0, own), 1, 1));
        router.accept(pen.step(queues[1], 2, new Step.Conditions(60_000, NEVER, NEVER, 1, EVERYWHERE), 1, 1));
        router.accept(pen.step(queues[2], 1, new Step.Conditions(NEVER, 120_000, NEVER, 2, EVERYWHERE), 1, 3, 2, 5));
        router.accept(pen.step(queues[2], 2, new Step.Conditions(NEVER, NEVER, 60_000, 0, EVERYWHERE), 1, 3, 2, 5));
        router.accept(pen.step(queues[2], 3, new Step.Conditions(90_000, NEVER, NEVER, 0, EVERYWHERE), 1, 1));
    }
}
