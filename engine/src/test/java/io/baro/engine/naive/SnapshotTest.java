package io.baro.engine.naive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.Router;
import io.baro.engine.routing.SnapshotException;
import io.baro.engine.state.StateWriter;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * A router that was restored is the one that was written, and decides as it for ever, over seeded random commands.
 * {@code -Dbaro.seed=N} replays one seed, {@code -Dbaro.seeds=N} and {@code -Dbaro.commands=N} run more.
 */
final class SnapshotTest {
    /** So few callers are remembered that some are forgotten. */
    private static final Limits LIMITS = new Limits(40, 12, 12, 3, 20, 6);

    private static final int SEEDS = 250;
    private static final int COMMANDS = 1_000;
    private static final int COMMANDS_BETWEEN = 250;

    private final StateGraph graph = new StateGraph();

    /** A router and all that it decided since it was asked last, to the byte. */
    private static final class Watched implements DecisionSink {
        private final StateWriter decided = new StateWriter();
        private Router router = new Router(LIMITS);

        @Override
        public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
            byte[] message = new byte[length];
            buffer.getBytes(offset, message);
            decided.next(timeMillis);
            decided.next(message, length);
        }

        byte[] after(Command command) {
            decided.begin();
            command.applyTo(router, this);
            return bytesOf(decided);
        }

        byte[] snapshot(long position) {
            StateWriter writer = new StateWriter();
            router.snapshot(position, writer);
            return bytesOf(writer);
        }

        private static byte[] bytesOf(StateWriter writer) {
            byte[] bytes = new byte[writer.length()];
            writer.buffer().getBytes(0, bytes);
            return bytes;
        }
    }

    @Test
    void aRestoredRouterIsTheSameAndDecidesTheSameForEver() throws SnapshotException {
        Long only = Long.getLong("baro.seed");
        long first = only != null ? only : 1;
        long last = only != null ? only : Long.getLong("baro.seeds", SEEDS);
        for (long seed = first; seed <= last; seed++) {
            compare(seed, Integer.getInteger("baro.commands", COMMANDS));
        }
        Set<String> unproven = new TreeSet<>(graph.neverVaried());
        unproven.removeIf(field -> field.startsWith("Limits."));
        assertEquals(only == null ? Set.of() : unproven, unproven, "a field that had one value only proves nothing");
    }

    /** Three routers: one that is never written, one that is, and one that is only ever what was restored last. */
    private void compare(long seed, int count) throws SnapshotException {
        SplittableRandom dice = new SplittableRandom(seed);
        NaiveRouter twin = new NaiveRouter(LIMITS);
        RandomCommands random = new RandomCommands(seed, twin.centre());
        SeasonedCommands seasoned = new SeasonedCommands(dice);
        Watched untouched = new Watched();
        Watched written = new Watched();
        Watched restored = new Watched();
        for (int i = 0; i < count; i++) {
            Command plain = random.next();
            plain.applyTo(twin, (time, buffer, offset, length) -> {});
            Command command = seasoned.of(plain);
            String at = "seed " + seed + ", command " + i + ": ";
            byte[] decided = untouched.after(command);
            assertArrayEquals(decided, written.after(command), at + "writing a snapshot changed what is decided");
            assertArrayEquals(decided, restored.after(command), at + "the restored router decides otherwise");
            if (dice.nextInt(COMMANDS_BETWEEN) == 0 || i == count - 1) {
                byte[] bytes = written.snapshot(i);
                assertArrayEquals(bytes, restored.snapshot(i), at + "the restored router is written otherwise");
                restored.router = Router.restored(LIMITS, new UnsafeBuffer(bytes), 0, bytes.length);
                assertNull(graph.difference(untouched.router, restored.router), at);
                assertEquals(untouched.router.stateHash(), restored.router.stateHash(), at);
                assertArrayEquals(bytes, restored.snapshot(i), at + "restored and written again, it is otherwise");
            }
        }
        assertEquals(untouched.router.stateHash(), written.router.stateHash(), "seed " + seed);
    }
}
