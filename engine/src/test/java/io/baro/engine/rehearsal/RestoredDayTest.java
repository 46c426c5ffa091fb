package io.baro.engine.rehearsal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.Router;
import io.baro.engine.routing.SnapshotException;
import io.baro.engine.state.StateWriter;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/** A whole day of a small centre, whose router is written and restored again and again while it goes on. */
class RestoredDayTest {
    private static final Limits LIMITS = new Limits(4_000, RehearsedFloor.AGENTS, 8, 2, 20_000, 500);
    private static final int COMMANDS_BETWEEN = 1_500;

    /** Plays what goes into the rehearsed router into one that lives on and one that is restored every so often. */
    private static final class Mirror implements Onlooker {
        private final Router livesOn = new Router(LIMITS);
        private final StateWriter ofLivesOn = new StateWriter();
        private final StateWriter ofRestored = new StateWriter();
        private final StateWriter ofDay = new StateWriter();
        private Router restored = new Router(LIMITS);
        private long commands;
        private int restores;

        @Override
        public void onCommand(long timeMillis, DirectBuffer buffer, int offset, int length) {
            ofDay.begin();
            ofLivesOn.begin();
            ofRestored.begin();
            livesOn.apply(timeMillis, buffer, offset, into(ofLivesOn));
            restored.apply(timeMillis, buffer, offset, into(ofRestored));
        }

        @Override
        public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
            into(ofDay).onDecision(timeMillis, buffer, offset, length);
        }

        @Override
        public void afterCommand(long timeMillis) {
            assertArrayEquals(bytesOf(ofDay), bytesOf(ofLivesOn), "command " + commands);
            assertArrayEquals(bytesOf(ofDay), bytesOf(ofRestored), "command " + commands + ", restored " + restores);
            if (++commands % COMMANDS_BETWEEN == 0) {
                restore();
            }
        }

        private void restore() {
            StateWriter written = new StateWriter();
            livesOn.snapshot(commands, written);
            try {
                restored = Router.restored(LIMITS, written.buffer(), 0, written.length());
            } catch (SnapshotException e) {
                throw new AssertionError(e);
            }
            StateWriter again = new StateWriter();
            restored.snapshot(commands, again);
            assertTrue(Arrays.equals(bytesOf(written), bytesOf(again)), "written again after " + commands);
            assertEquals(livesOn.stateHash(), restored.stateHash(), "after " + commands);
            restores++;
        }

        private static DecisionSink into(StateWriter decided) {
            return (timeMillis, buffer, offset, length) -> {
                byte[] message = new byte[length];
                buffer.getBytes(offset, message);
                decided.next(timeMillis);
                decided.next(message, length);
            };
        }

        private static byte[] bytesOf(StateWriter writer) {
            byte[] bytes = new byte[writer.length()];
            writer.buffer().getBytes(0, bytes);
            return bytes;
        }
    }

    @Test
    void aRouterThatIsRestoredAllDayLongDecidesAsTheDayDid() {
        Mirror mirror = new Mirror();
        RehearsedFloor.day(5, 130, mirror).run();
        assertTrue(mirror.restores > 10, mirror.restores + " restores of " + mirror.commands + " commands");
        assertEquals(mirror.livesOn.stateHash(), mirror.restored.stateHash());
    }
}
