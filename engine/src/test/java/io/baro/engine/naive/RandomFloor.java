package io.baro.engine.naive;

import io.baro.engine.message.LimitAction;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A random floor: PBXs, queues of every strategy with ladders and limits, agents, policies; and random changes of them. */
final class RandomFloor {
    private static final int SKILLS = 4;
    private static final List<OfferOutcome> OUTCOMES =
            List.of(OfferOutcome.NO_ANSWER, OfferOutcome.BUSY, OfferOutcome.REJECTED, OfferOutcome.UNREACHABLE);
    private static final LimitAction[] ACTIONS = {
        LimitAction.NONE, LimitAction.DIVERT, LimitAction.MOVE, LimitAction.MOVE, LimitAction.CALLBACK
    };

    private final SplittableRandom dice;
    private final FloorPen pen = new FloorPen();
    private final List<FloorPen.Queue> queues = new ArrayList<>();
    final int pbxs;
    final int kinds;
    final int agents;

    RandomFloor(SplittableRandom dice) {
        this.dice = dice;
        pbxs = dice.nextInt(1, 4);
        kinds = dice.nextInt(1, 4);
        agents = dice.nextInt(2, 11);
    }

    /** The PBX of an agent. */
    int pbxOf(int agent) {
        return agent % pbxs;
    }

    /** A queue of a PBX. */
    int queueAt(int pbx) {
        return pbx * kinds + dice.nextInt(kinds);
    }

    /** All that is said before the first call. */
    List<Command> commands(long time) {
        pen.time = time;
        List<Command> said = new ArrayList<>();
        said.add(settings(time));
        for (int id = 0; id < pbxs * kinds; id++) {
            FloorPen.Queue queue = queue(id, skills(0, 2, 8), skills(0, 2, 4));
            queues.add(queue);
            said.add(pen.queue(queue));
            int steps = dice.nextInt(0, 4);
            for (int step = 1; step <= steps; step++) {
                said.add(pen.step(new FloorPen.Step(id, step, step())));
            }
        }
        for (int agent = 0; agent < agents; agent++) {
            said.add(agent(time, agent));
        }
        for (int i = dice.nextInt(3); i > 0; i--) {
            said.add(policy(time));
        }
        return said;
    }

    /** An agent's skills and weight, the first or others. */
    Command agent(long time, int agent) {
        pen.time = time;
        return pen.agent(agent, pbxOf(agent), dice.nextInt(1, 101), skills(0, 4, 10));
    }

    /** Other settings of a queue; now and then its skills, which is refused. */
    Command queueAgain(long time) {
        pen.time = time;
        FloorPen.Queue known = queues.get(dice.nextInt(queues.size()));
        boolean changed = dice.nextInt(10) == 0;
        return pen.queue(queue(known.id(), changed ? skills(1, 3, 8) : known.skills(), known.preferred()));
    }

    Command settings(long time) {
        pen.time = time;
        return pen.settings(seconds(5, 30), seconds(1, 10), dice.nextBoolean() ? 0 : seconds(1, 20), seconds(0, 20));
    }

    Command policy(long time) {
        pen.time = time;
        OfferOutcome outcome = dice.nextInt(20) == 0 ? OfferOutcome.LOST : OUTCOMES.get(dice.nextInt(OUTCOMES.size()));
        return pen.policy(outcome, dice.nextBoolean() ? 0 : seconds(1, 30), dice.nextInt(4));
    }

    private FloorPen.Queue queue(int id, Map<Integer, Integer> needed, Map<Integer, Integer> preferred) {
        int pbx = id / kinds;
        return new FloorPen.Queue(
                id,
                pbx,
                id % kinds,
                Strategy.get((short) dice.nextInt(8)),
                dice.nextBoolean() ? -1 : seconds(0, 10),
                dice.nextBoolean() ? -1 : seconds(5, 20),
                dice.nextBoolean() ? 0 : seconds(1, 60),
                dice.nextBoolean() ? 0 : seconds(1, 60),
                dice.nextInt(3) > 0 ? -1 : dice.nextInt(0, 6),
                dice.nextInt(3) > 0 ? -1 : seconds(1, 120),
                atLimit(pbx),
                atLimit(pbx),
                atLimit(pbx),
                dice.nextInt(5),
                dice.nextBoolean(),
                dice.nextInt(3) == 0 ? 0 : seconds(1, 12),
                needed,
                preferred);
    }

    private FloorPen.At atLimit(int pbx) {
        LimitAction action = ACTIONS[dice.nextInt(ACTIONS.length)];
        return new FloorPen.At(action, action == LimitAction.MOVE ? queueAt(pbx) : -1);
    }

    /** Without conditions on estimated waits: these are not compared. */
    private NaiveStep step() {
        long centres = dice.nextInt(1, 1 << pbxs);
        long after = dice.nextInt(4) == 0 ? -1 : seconds(0, 60);
        int keepReady = dice.nextBoolean() ? 0 : dice.nextInt(1, 3);
        return new NaiveStep(after, -1, -1, keepReady, centres, skills(0, 2, 6));
    }

    /** So many of the four skills, of level 1 to {@code most}. */
    private Map<Integer, Integer> skills(int from, int to, int most) {
        Map<Integer, Integer> skills = new TreeMap<>();
        for (int i = dice.nextInt(from, to + 1); i > 0; i--) {
            skills.put(dice.nextInt(1, SKILLS + 1), dice.nextInt(1, most + 1));
        }
        return skills;
    }

    private long seconds(int from, int to) {
        return dice.nextInt(from, to + 1) * 1_000L;
    }
}
