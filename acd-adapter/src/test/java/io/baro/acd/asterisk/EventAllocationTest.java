package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.baro.acd.ami.ActionId;
import io.baro.acd.ami.AmiFramer;
import io.baro.acd.ami.Blocks;
import io.baro.acd.ami.Recordings;
import io.baro.acd.ami.WireCounters;
import io.baro.engine.port.Ingress;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Hot events and redirects allocate nothing after warm-up, by the thread's own counter. */
class EventAllocationTest {
    private static final int WARM_UP = 3000;
    private static final int MEASURED = 2000;
    private static final int ROUNDS = 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final LinkParts parts = TestCentre.parts((buffer, offset, length, nanos) -> Ingress.Offer.ACCEPTED);

    /** Bytes of the leanest round: the compiler may still move objects about in the first ones; a leak of ours is in each. */
    private long allocatedBy(Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        // The counter itself allocates when it is asked for the first time.
        threads.getCurrentThreadAllocatedBytes();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < MEASURED; i++) {
                work.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void recordedCallFromArrivalToHangupAllocatesNothing() {
        EventTranslator events = parts.eventTranslator(new TestCentre.LinkNotes());
        AmiFramer framer = new AmiFramer(Blocks.listener(block -> events.onBlock(block, 1)), new WireCounters());
        ByteBuf bytes = Unpooled.buffer().writeBytes(Recordings.bytes("answered"));
        assertEquals(
                0,
                allocatedBy(() -> {
                    bytes.readerIndex(0);
                    framer.append(bytes);
                    framer.drain();
                }),
                "bytes allocated by " + MEASURED + " calls of 20 events");
    }

    @Test
    void redirectAndItsAnswerAllocateNothing() {
        ActionId actionId = new ActionId();
        ByteBuf out = Unpooled.buffer(4096);
        Redirects.Move move = new Redirects.Move();
        byte[] name = PbxDirectory.ascii("PJSIP/trunk-test-00000000");
        parts.channels.caller(77, name, 0, name.length);
        assertEquals(0, allocatedBy(() -> {
            out.clear();
            parts.redirects.clear();
            parts.redirects.move(move.to(Destination.DIAL, 77, 0).offer(1001, 20), actionId, out);
            parts.redirects.move(move.to(Destination.WAIT, 77, 10), actionId, out);
        }));
        assertEquals(true, out.readableBytes() > 0);
    }

    @Test
    void heartbeatAllocatesNothing() {
        ActionId actionId = new ActionId();
        ByteBuf out = Unpooled.buffer(4096);
        long[] nanos = {1};
        Blocks.each("Response: Success\nTimestamp: 1795324526.321570\n\n", block -> parts.heartbeat.onPong(block, 1));
        assertEquals(0, allocatedBy(() -> {
            out.clear();
            parts.heartbeat.set(nanos[0] += 2_000_000_000L, actionId, out);
            parts.heartbeat.forgetAwaited();
        }));
    }
}
