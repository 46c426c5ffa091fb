package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoutingTurnsTest {
    private static final int THREADS = 4;
    private static final int EACH = 50_000;

    private final RingBuffer<CommandSlot> ring =
            RingBuffer.createMultiProducer(CommandSlot::new, 256, new BlockingWaitStrategy());
    private final List<Throwable> bugs = new ArrayList<>();

    @Test
    void everyCommandIsRoutedOnceInTheRingsOrderByOneThreadAtATime() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        // Plain fields: the turns must make them visible from thread to thread.
        long[] seen = {0, 0};
        boolean[] together = {false};
        RoutingTurns turns = turns((slot, sequence, endOfBatch) -> {
            together[0] |= inside.incrementAndGet() != 1;
            seen[0] += sequence == seen[0] ? 1 : 1_000_000_000;
            seen[1] += slot.timeMillis;
            inside.decrementAndGet();
        });
        CountDownLatch begin = new CountDownLatch(THREADS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                begin.countDown();
                while (begin.getCount() > 0) {
                    Thread.onSpinWait();
                }
                for (int command = 0; command < EACH; command++) {
                    publish(1);
                    turns.take();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), bugs);
        assertEquals(THREADS * EACH, seen[0]);
        assertEquals(THREADS * EACH, seen[1]);
        assertFalse(together[0]);
    }

    @Test
    void whatIsOfferedWhileRoutingIsRoutedBeforeTheTurnEnds() {
        List<Long> routed = new ArrayList<>();
        RoutingTurns[] turns = new RoutingTurns[1];
        turns[0] = turns((slot, sequence, endOfBatch) -> {
            routed.add(sequence);
            if (sequence < 3) {
                publish(0);
                turns[0].take();
                assertEquals(sequence + 1, routed.size(), "not within the routing of another");
            }
        });
        publish(0);
        turns[0].take();
        assertEquals(List.of(0L, 1L, 2L, 3L), routed);
    }

    @Test
    void batchEndsWithTheLastCommandThatIsThere() {
        List<String> routed = new ArrayList<>();
        RoutingTurns turns = turns((slot, sequence, endOfBatch) -> routed.add(sequence + (endOfBatch ? " end" : "")));
        publish(0);
        publish(0);
        turns.take();
        publish(0);
        turns.take();
        turns.take();
        assertEquals(List.of("0", "1 end", "2 end"), routed);
    }

    @Test
    void nobodyRoutesAfterABug() {
        RoutingTurns turns = turns((slot, sequence, endOfBatch) -> {
            throw new AssertionError("a bug of ours");
        });
        publish(0);
        turns.take();
        publish(0);
        turns.take();
        assertEquals(1, bugs.size());
        assertFalse(turns.end(), "the state may be half changed");
    }

    @Test
    void nobodyRoutesAfterTheEnd() {
        List<Long> routed = new ArrayList<>();
        RoutingTurns turns = turns((slot, sequence, endOfBatch) -> routed.add(sequence));
        publish(0);
        turns.take();
        assertTrue(turns.end());
        publish(0);
        turns.take();
        assertEquals(List.of(0L), routed);
    }

    private RoutingTurns turns(EventHandler<CommandSlot> stages) {
        return new RoutingTurns(ring, stages, new StopOnBug(bugs::add));
    }

    private void publish(long timeMillis) {
        long sequence = ring.next();
        ring.get(sequence).timeMillis = timeMillis;
        ring.publish(sequence);
    }
}
