package io.baro.engine.runtime.single;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.baro.engine.journal.Journal;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;

/**
 * One node: the ring, its stages and its threads. Wires, stamps the time, and reports a full ring as back-pressure; never decides.
 *
 * <pre>
 * any thread ── offer ──► ring ──┬─► JournalStage        (journal thread; on the routing thread if it never waits)
 *                          ▲     └─► RoutingStage ─► OutboundStage ─► DecisionListener   (routing thread)
 *                        Ticker
 * </pre>
 */
public final class SingleNodeRuntime implements Ingress, AutoCloseable {
    /** Long enough to catch a command that follows at once, short against the 25-55 µs of a wake-up (performance.md 3). */
    private static final long SPIN_NANOS = 2_000;

    private static final long YIELD_NANOS = 4_000;
    private static final long STOP_SECONDS = 10;
    private static final long DRAIN_LOOK_NANOS = 100_000;

    private final Disruptor<CommandSlot> disruptor;
    private final RingBuffer<CommandSlot> ring;
    private final LongSupplier epochMillis;
    private final Journal journal;
    private final StageThreads stages = new StageThreads();
    private final OutboundStage outbound;
    private final SnapshotStage snapshots;
    private final Ticker ticker;
    private final Thread tickerThread;
    private final AtomicBoolean broken = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * Starts the threads, without snapshots. Commands are numbered from the one after the journal's last.
     *
     * @param router empty or recovered; from now on only the routing thread may touch it
     * @param epochMillis the clock of the commands
     * @param onBug called once if routing throws: a bug of ours, after which nothing more is taken or routed
     */
    public SingleNodeRuntime(
            RuntimeSettings settings,
            Router router,
            Journal journal,
            LongSupplier epochMillis,
            DecisionListener listener,
            Consumer<Throwable> onBug) {
        this(settings, router, journal, null, epochMillis, listener, onBug);
    }

    /**
     * Starts the threads.
     *
     * @param snapshotSettings when snapshots are taken; null: never
     */
    public SingleNodeRuntime(
            RuntimeSettings settings,
            Router router,
            Journal journal,
            SnapshotSettings snapshotSettings,
            LongSupplier epochMillis,
            DecisionListener listener,
            Consumer<Throwable> onBug) {
        this.epochMillis = epochMillis;
        this.journal = journal;
        PromiseGuard promises = new PromiseGuard(journal, this, router.isPromising());
        long base = journal.durableSequence() + 1;
        snapshots = snapshotSettings == null ? null : new SnapshotStage(snapshotSettings, router, journal);
        if (snapshots != null) {
            snapshots.start();
        }
        outbound = new OutboundStage(listener, journal);
        RoutingStage routing = new RoutingStage(
                router, outbound, base, snapshots == null ? (last, millis) -> {} : snapshots::onBatchEnd);
        disruptor = new Disruptor<>(
                CommandSlot::new, settings.ringSlots(), stages, ProducerType.MULTI, waitStrategy(settings.idle()));
        disruptor.setDefaultExceptionHandler(new StopOnBug(broken, onBug));
        connect(routing, base);
        ring = disruptor.start();
        ticker = new Ticker(() -> isDue(routing) || promises.isDue(), this, settings.tickNanos());
        tickerThread = Thread.ofPlatform().name("baro-ticker").daemon(true).start(ticker);
    }

    @Override
    public Offer offer(DirectBuffer buffer, int offset, int length, long ingressNanos) {
        if (closed || broken.get()) {
            return Offer.CLOSED;
        }
        if (length > MAX_COMMAND_BYTES) {
            throw new IllegalArgumentException("a command of " + length + " bytes, at most " + MAX_COMMAND_BYTES);
        }
        buffer.boundsCheck(offset, length);
        long timeMillis = epochMillis.getAsLong();
        long sequence;
        try {
            sequence = ring.tryNext();
        } catch (InsufficientCapacityException full) {
            return Offer.BACK_PRESSURED;
        }
        try {
            ring.get(sequence).set(buffer, offset, length, timeMillis, ingressNanos);
        } finally {
            ring.publish(sequence);
        }
        return Offer.ACCEPTED;
    }

    /** Commands that wait in the ring now. */
    public long depth() {
        return ring.getBufferSize() - ring.remainingCapacity();
    }

    /** Promises and callbacks that were not told because the disk took too long: they are made again. */
    public long forgone() {
        return outbound.forgone();
    }

    /** Takes no more commands, routes those taken, and stops the threads. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        ticker.stop();
        try {
            tickerThread.join();
            drain();
            disruptor.halt();
            stages.join();
            journal.close();
            stopSnapshots();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            disruptor.halt();
            journal.close();
        }
    }

    /** How snapshots go; null: there are none. */
    public SnapshotStage snapshots() {
        return snapshots;
    }

    /** A state that a bug left behind, or that threads may still touch, is not worth keeping. */
    private void stopSnapshots() throws InterruptedException {
        if (snapshots == null) {
            return;
        }
        if (broken.get() || stages.areAlive()) {
            snapshots.abandon();
        } else {
            snapshots.stop();
        }
    }

    /** Waits for the stages' own sequences: Disruptor's shutdown takes a stage whose thread has not begun yet for one without work. */
    private void drain() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        while (!broken.get() && ring.getMinimumGatingSequence() < ring.getCursor() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(DRAIN_LOOK_NANOS);
        }
    }

    private void connect(RoutingStage routing, long base) {
        JournalStage journaling = new JournalStage(journal, base);
        if (journal.waitsForDevice()) {
            disruptor.handleEventsWith(journaling, routing);
        } else {
            disruptor.handleEventsWith(inTurn(journaling, routing));
        }
    }

    private static EventHandler<CommandSlot> inTurn(JournalStage journaling, RoutingStage routing) {
        return (slot, sequence, endOfBatch) -> {
            journaling.onEvent(slot, sequence, endOfBatch);
            routing.onEvent(slot, sequence, endOfBatch);
        };
    }

    private boolean isDue(RoutingStage routing) {
        return routing.nextDeadlineMillis() <= epochMillis.getAsLong()
                || (outbound.isHolding() && !journal.isFailing());
    }

    private static WaitStrategy waitStrategy(RuntimeSettings.Idle idle) {
        return switch (idle) {
            case SPIN_THEN_BLOCK ->
                new PhasedBackoffWaitStrategy(
                        SPIN_NANOS, YIELD_NANOS, TimeUnit.NANOSECONDS, new BlockingWaitStrategy());
            case YIELD -> new YieldingWaitStrategy();
            case SPIN -> new BusySpinWaitStrategy();
        };
    }

    /** Names the threads of the stages; they never keep the process alive. */
    private static final class StageThreads implements ThreadFactory {
        private final List<Thread> threads = new ArrayList<>();

        @Override
        public Thread newThread(Runnable stage) {
            Thread thread = Thread.ofPlatform()
                    .name("baro-stage-" + threads.size())
                    .daemon(true)
                    .unstarted(stage);
            threads.add(thread);
            return thread;
        }

        /** Waits until they have ended: what they own may be touched then. */
        void join() throws InterruptedException {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
        }

        boolean areAlive() {
            return threads.stream().anyMatch(Thread::isAlive);
        }
    }

    /** A bug of ours stops loudly: what comes after it could only make the state worse. */
    private record StopOnBug(AtomicBoolean broken, Consumer<Throwable> onBug) implements ExceptionHandler<CommandSlot> {
        @Override
        public void handleEventException(Throwable bug, long sequence, CommandSlot slot) {
            tell(bug);
            throw new IllegalStateException("stopped at command " + sequence, bug);
        }

        @Override
        public void handleOnStartException(Throwable bug) {
            tell(bug);
        }

        @Override
        public void handleOnShutdownException(Throwable bug) {
            tell(bug);
        }

        private void tell(Throwable bug) {
            if (broken.compareAndSet(false, true)) {
                onBug.accept(bug);
            }
        }
    }
}
