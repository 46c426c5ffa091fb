package io.baro.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
import io.baro.engine.routing.SnapshotException.Reason;
import io.baro.engine.state.StateWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Which bytes are a snapshot, and that no others are taken for one. */
class SnapshotFormTest {
    private static final Limits LIMITS = new Limits(4, 3, 2, 1, 8, 2);
    private static final long NOW = 1_750_000_000_000L;
    private static final int POSITION = 4_711;
    private static final int FORMAT_OFFSET = 8;
    private static final int LENGTH_OFFSET = 12;
    private static final int HEADER_BYTES = 52;

    private final CommandWriter pen = new CommandWriter();
    private final Router router = new Router(LIMITS);
    private final byte[] whole = snapshotOfASmallCentre();

    @Test
    void aSnapshotSaysWhoWroteItAndUpToWhere() throws SnapshotException {
        Snapshot header = Snapshot.of(new UnsafeBuffer(whole), 0, whole.length);
        assertEquals(new Snapshot(Behaviour.VERSION, POSITION, LIMITS), header);
    }

    @Test
    void aSnapshotInTheMiddleOfOtherBytesIsRestored() throws SnapshotException {
        ByteBuffer direct = ByteBuffer.allocateDirect(whole.length + 100);
        UnsafeBuffer buffer = new UnsafeBuffer(direct, 20, whole.length + 80);
        buffer.putBytes(30, whole);
        assertEquals(
                router.stateHash(),
                Router.restored(LIMITS, buffer, 30, whole.length).stateHash());
        UnsafeBuffer heap = new UnsafeBuffer(new byte[whole.length + 100], 7, whole.length + 50);
        heap.putBytes(11, whole);
        assertEquals(
                router.stateHash(),
                Router.restored(LIMITS, heap, 11, whole.length).stateHash());
    }

    @Test
    void noByteCanBeAnother() {
        for (int i = 0; i < whole.length; i++) {
            for (int bit : new int[] {0x01, 0x80, 0xFF}) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) bit;
                Reason expected =
                        i >= FORMAT_OFFSET && i < FORMAT_OFFSET + Integer.BYTES ? Reason.OTHER_FORMAT : Reason.DAMAGED;
                assertEquals(expected, refusalOf(changed).reason(), "byte " + i + " changed by " + bit);
            }
        }
    }

    @Test
    void noByteCanBeMissingOrTooMany() {
        for (int length = 0; length < whole.length; length++) {
            assertEquals(Reason.DAMAGED, refusalOf(Arrays.copyOf(whole, length)).reason(), "cut at " + length);
            byte[] rest = Arrays.copyOfRange(whole, whole.length - length, whole.length);
            assertEquals(Reason.DAMAGED, refusalOf(rest).reason(), "only the last " + length);
        }
        assertEquals(
                Reason.DAMAGED,
                refusalOf(Arrays.copyOf(whole, whole.length + 1)).reason());
    }

    @Test
    void fieldsThatAnotherBuildHasOrHasNotAreNoticed() {
        for (int at = HEADER_BYTES; at <= whole.length - Integer.BYTES; at += 5) {
            byte[] more = new byte[whole.length + Integer.BYTES];
            System.arraycopy(whole, 0, more, 0, at);
            System.arraycopy(whole, at, more, at + Integer.BYTES, whole.length - at);
            assertEquals(Reason.OTHER_FORMAT, refusalOf(sealed(more)).reason(), "one more at " + at);
        }
        for (int at = HEADER_BYTES; at < whole.length - 2 * Integer.BYTES; at += 5) {
            byte[] less = new byte[whole.length - Integer.BYTES];
            System.arraycopy(whole, 0, less, 0, at);
            System.arraycopy(whole, at + Integer.BYTES, less, at, less.length - at);
            assertEquals(Reason.OTHER_FORMAT, refusalOf(sealed(less)).reason(), "one less at " + at);
        }
    }

    @Test
    void aRouterOfOtherSizesRefusesIt() {
        for (Limits other : new Limits[] {
            new Limits(5, 3, 2, 1, 8, 2), new Limits(4, 4, 2, 1, 8, 2), new Limits(4, 3, 3, 1, 8, 2),
            new Limits(4, 3, 2, 2, 8, 2), new Limits(4, 3, 2, 1, 9, 2), new Limits(4, 3, 2, 1, 8, 3)
        }) {
            SnapshotException refused = assertThrows(
                    SnapshotException.class, () -> Router.restored(other, new UnsafeBuffer(whole), 0, whole.length));
            assertEquals(Reason.OTHER_LIMITS, refused.reason());
            assertEquals(
                    "the snapshot is of a router with " + LIMITS + ", this one has " + other, refused.getMessage());
        }
    }

    @Test
    void anEmptyRouterIsRestoredToo() throws SnapshotException {
        Router empty = new Router(LIMITS);
        StateWriter writer = new StateWriter();
        empty.snapshot(-1, writer);
        Router restored = Router.restored(LIMITS, writer.buffer(), 0, writer.length());
        assertEquals(empty.stateHash(), restored.stateHash());
        assertEquals(Long.MAX_VALUE, restored.nextDeadline());
    }

    private static SnapshotException refusalOf(byte[] bytes) {
        return assertThrows(
                SnapshotException.class, () -> Router.restored(LIMITS, new UnsafeBuffer(bytes), 0, bytes.length));
    }

    /** The bytes as a writer would have ended them. */
    private static byte[] sealed(byte[] bytes) {
        StateWriter writer = new StateWriter();
        writer.next(bytes, bytes.length - Integer.BYTES);
        writer.putInt(LENGTH_OFFSET, bytes.length);
        writer.addChecksum();
        byte[] ended = new byte[writer.length()];
        writer.buffer().getBytes(0, ended);
        return ended;
    }

    private byte[] snapshotOfASmallCentre() {
        apply(pen.queue(0, 0, 1, 1));
        apply(pen.queue(1, 0, 2, 1));
        apply(pen.agent(0, 0, 1, 5));
        apply(pen.agent(1, 0, 1, 3, 2, 4));
        apply(pen.rulesBegun(1, 600_000, 1));
        apply(pen.rule(
                0,
                new ConfigPen.Then(false, true, false, 180_000),
                new ConfigPen.When(RulePart.CALL, RuleField.CALLER_AGE, RuleOp.GREATER_OR_EQUAL, 0, 65)));
        apply(pen.rulesCommitted(1));
        apply(pen.resyncBegan(0));
        apply(pen.resyncCompleted(0));
        apply(pen.loggedIn(0));
        for (int call = 1; call <= 3; call++) {
            apply(pen.callWaiting(CallIds.of(0, NOW / 1_000, call), call, 40 + 20 * call, 0, 0));
        }
        StateWriter writer = new StateWriter();
        router.snapshot(POSITION, writer);
        byte[] bytes = new byte[writer.length()];
        writer.buffer().getBytes(0, bytes);
        return bytes;
    }

    private void apply(CommandWriter command) {
        router.apply(NOW, command.buffer(), 0, (time, buffer, offset, length) -> {});
    }
}
