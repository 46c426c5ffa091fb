package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.message.Strategy;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.ConfigPen;
import io.baro.engine.routing.QueueTold;
import io.baro.engine.traffic.DayProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A small floor with everything that a witness may get wrong: two centres, ladders, agents in reserve, preferred agents, limits. */
final class RehearsedFloor {
    static final long DAY = 1_795_359_600_000L;
    static final int AGENTS = 24;
    static final int MODEL_AGENTS = 1_562;
    private static final int KINDS = 3;
    private static final int PBXS = 2;
    private static final long BOTH_CENTRES = 3;
    private static final long LAST_AGENT_MILLIS = 45_000;
    /** Between two turns of the loop: a turn that crosses a diversion would be taken for a new call. */
    private static final long MAX_WAIT_MILLIS = 902_500;

    private RehearsedFloor() {}

    static List<DirectBuffer> commands() {
        CommandWriter pen = new CommandWriter();
        List<DirectBuffer> commands = new ArrayList<>();
        commands.add(copy(pen.settings(20_000, 10_000, 10_000, 15_000)));
        for (int pbx = 0; pbx < PBXS; pbx++) {
            for (int kind = 0; kind < KINDS; kind++) {
                commands.add(copy(pen.queue(queue(pbx, kind))));
            }
        }
        for (int pbx = 0; pbx < PBXS; pbx++) {
            Step.Conditions later = new Step.Conditions(20_000, -1, -1, 0, BOTH_CENTRES);
            Step.Conditions reserved = new Step.Conditions(-1, 60_000, 30_000, 2, BOTH_CENTRES);
            commands.add(copy(pen.step(pbx * KINDS + 1, 1, later, 1, 1)));
            commands.add(copy(pen.step(pbx * KINDS + 2, 1, reserved, 2, 1)));
        }
        for (int agent = 0; agent < AGENTS; agent++) {
            commands.add(copy(
                    agent % 3 == 0
                            ? pen.agent(agent, agent % PBXS, 1, 5, 2, 3)
                            : agent % 3 == 1
                                    ? pen.agent(agent, agent % PBXS, 1, 2)
                                    : pen.agent(agent, agent % PBXS, 2, 9)));
        }
        rules(pen, commands);
        return commands;
    }

    /** A day of that seed with that share of the usual work, for these to see. */
    static Rehearsal day(long seed, int sharePercent, Onlooker... onlookers) {
        FloorPlan plan = FloorPlan.of(commands());
        DayProfile profile = DayProfile.modelCentre().share((long) AGENTS * sharePercent, (long) MODEL_AGENTS * 100);
        return new Rehearsal(
                new RehearsalPlan(new Limits(4_000, AGENTS, 8, PBXS, 20_000, 500), commands(), List.of(), DAY),
                plan,
                new DrawnPeople(plan, profile, seed, DAY, 0, Set.of()),
                Arrays.asList(onlookers));
    }

    private static QueueTold queue(int pbx, int kind) {
        QueueSettings.Limit tooLong = new QueueSettings.Limit(LimitAction.DIVERT, -1);
        QueueSettings settings = new QueueSettings(
                kind == 1 ? Strategy.FEWEST_CALLS : Strategy.LONGEST_IDLE,
                QueueSettings.AS_ALL,
                QueueSettings.AS_ALL,
                0,
                LAST_AGENT_MILLIS,
                (int) QueueSettings.NO_LIMIT,
                MAX_WAIT_MILLIS,
                QueueTold.NOTHING,
                tooLong,
                QueueTold.NOTHING,
                0,
                kind == 0 ? 3 : 1,
                false,
                0);
        List<Integer> skills = kind == 0 ? List.of() : List.of(kind, 3);
        return new QueueTold(pbx * KINDS + kind, pbx, kind, settings, skills, List.of());
    }

    private static void rules(CommandWriter pen, List<DirectBuffer> commands) {
        commands.add(copy(pen.rulesBegun(1, 600_000, 3)));
        commands.add(copy(pen.rule(
                0,
                new ConfigPen.Then(true, true, false, 180_000),
                new ConfigPen.When(RulePart.CALL, RuleField.CALLER_AGE, RuleOp.GREATER_OR_EQUAL, 0, 65))));
        commands.add(copy(pen.rule(
                1,
                new ConfigPen.Then(false, true, false, 600_000),
                new ConfigPen.When(RulePart.CALL, RuleField.CALLER_CONTACTS, RuleOp.GREATER_OR_EQUAL, 86_400_000, 3))));
        commands.add(copy(pen.rule(
                2,
                new ConfigPen.Then(false, false, true, 0),
                new ConfigPen.When(RulePart.QUEUE, RuleField.QUEUE_EWT, RuleOp.GREATER, 0, 60_000),
                new ConfigPen.When(RulePart.UNTIL, RuleField.QUEUE_EWT, RuleOp.LESS, 0, 20_000))));
        commands.add(copy(pen.rulesCommitted(1)));
    }

    private static DirectBuffer copy(CommandWriter pen) {
        byte[] bytes = new byte[pen.length()];
        pen.buffer().getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }
}
