package io.baro.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.state.StateWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

/** What a snapshot of the model centre costs: says it, and fails when it is several times what docs/decisions/0006 says. */
class SnapshotCostTest {
    private static final Limits LIMITS = Limits.standard();
    private static final int PBXS = 7;
    private static final int KINDS = 151;
    private static final int AGENTS = 1_562;
    private static final int WAITING = 2_000;
    private static final int SKILLS = 40;
    private static final int SNAPSHOTS = 15;
    private static final long ALL_CENTRES = (1 << PBXS) - 1;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Six times what it takes here: CI is slower, and C1 may be all that has compiled it. */
    private static final long MOST_CPU_MILLIS = 150;

    private static final int MOST_BYTES = 30_000_000;

    private final CommandWriter pen = new CommandWriter();
    private final Router router = new Router(LIMITS);
    private long nowMillis = 1_750_000_000_000L;
    private long sequence;

    @Test
    void aSnapshotOfTheModelCentreWithAFullHistoryPausesRoutingForMilliseconds() throws SnapshotException {
        defineFloor();
        remember();
        letThemWait();
        StateWriter state = new StateWriter(MOST_BYTES);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < SNAPSHOTS; i++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            router.snapshot(i, state);
            long took = System.nanoTime() - began;
            long used = threads.getCurrentThreadCpuTime() - cpu;
            least = Math.min(least, used);
            System.out.printf(
                    "snapshot %d: %d bytes, %.1f ms, %.1f ms of CPU%n", i, state.length(), millis(took), millis(used));
        }
        long began = System.nanoTime();
        Router restored = Router.restored(LIMITS, state.buffer(), 0, state.length());
        System.out.printf("restored in %.1f ms%n", millis(System.nanoTime() - began));
        assertEquals(router.stateHash(), restored.stateHash());
        assertEquals(WAITING, restored.center().callCount());
        assertTrue(state.length() < MOST_BYTES, state.length() + " bytes");
        assertTrue(least < MOST_CPU_MILLIS * NANOS_PER_MILLI, millis(least) + " ms of CPU at best");
    }

    private void defineFloor() {
        for (int queue = 0; queue < PBXS * KINDS; queue++) {
            int kind = queue % KINDS;
            apply(pen.queue(queue, queue / KINDS, kind % SKILLS, 1 + kind % 9));
            apply(pen.step(queue, 1, new Step.Conditions(20_000, -1, -1, 0, ALL_CENTRES), kind % SKILLS, 1));
            apply(pen.step(queue, 2, new Step.Conditions(60_000, -1, -1, 0, ALL_CENTRES), kind % 10, 1));
        }
        for (int agent = 0; agent < AGENTS; agent++) {
            int team = agent % 25;
            apply(pen.agent(agent, agent % PBXS, team, 1 + team % 9, (team + 13) % SKILLS, 5));
        }
        for (int version = 1; version <= 8; version++) {
            apply(pen.rulesBegun(version, 600_000, 1));
            apply(pen.rule(
                    0,
                    new ConfigPen.Then(false, true, false, 180_000),
                    new ConfigPen.When(RulePart.CALL, RuleField.CALLER_AGE, RuleOp.GREATER_OR_EQUAL, 0, 65)));
            apply(pen.rulesCommitted(version));
        }
    }

    private void remember() {
        for (int caller = 1; caller <= LIMITS.callers(); caller++) {
            long callId = nextCall(caller % PBXS);
            apply(pen.callArrived(callId, keyOf(caller), 50, caller % PBXS * KINDS));
            apply(pen.callHungUp(callId));
        }
    }

    /** Nobody is offered before the PBXs are compared. */
    private void letThemWait() {
        for (int agent = 0; agent < AGENTS; agent++) {
            apply(pen.loggedIn(agent));
        }
        for (int caller = 1; caller <= WAITING; caller++) {
            int pbx = caller % PBXS;
            apply(pen.callWaiting(nextCall(pbx), keyOf(caller), 50, pbx * KINDS + caller % KINDS, 0));
        }
    }

    private long nextCall(int pbx) {
        nowMillis += ++sequence % 10 == 0 ? 1 : 0;
        return CallIds.of(pbx, nowMillis / 1_000, sequence);
    }

    private static long keyOf(int caller) {
        return StateHash.finish(caller);
    }

    private static double millis(long nanos) {
        return (double) nanos / NANOS_PER_MILLI;
    }

    private void apply(CommandWriter command) {
        router.apply(nowMillis, command.buffer(), 0, (time, buffer, offset, length) -> {});
    }
}
