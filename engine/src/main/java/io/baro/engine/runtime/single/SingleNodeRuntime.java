package io.baro.engine.runtime.single;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;

/**
 * One node: the ring, its stages and its threads. Wires, stamps the time, and reports a full ring as back-pressure; never decides.
 *
 * <pre>
 * any thread ── offer ──► ring ──┬─► JournalStage        (journal thread; where it is routed if the journal never waits)
 *                          ▲     └─► RoutingStage ─► OutboundStage ─► DecisionListener   (who offered, or a thread of its own)
 *                        Ticker
 * </pre>
 *
 * <p>"Routing thread" is whoever routes: one thread at a time, each sees what those before it did.
 */
public final class SingleNodeRuntime implements Ingress, AutoCloseable {
    /** Long enough to catch a command that follows at once, short against the 25-55 µs of a wake-up (performance.md 3). */
    private static final long SPIN_NANOS = 2_000;

    private static final long YIELD_NANOS = 4_000;
    private static final long STOP_SECONDS = 10;
    private static final long DRAIN_LOOK_NANOS = 100_000;
    /** The router's deadlines are whole milliseconds. */
    private static final long SHORTEST_TICK_NANOS = 1_000_000;
    /** How often a promise that waits for the disk is looked after: a group commit takes a millisecond or several. */
    private static final long PROMISE_LOOK_NANOS = 5_000_000;

    private final Disruptor<CommandSlot> disruptor;
    private final RingBuffer<CommandSlot> ring;
    private final LongSupplier epochMillis;
    private final Journal journal;
    private final long base;
    private final StageThreads stages = new StageThreads(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    /** Null: a thread of its own routes. */
    private final RoutingTurns turns;

    private final LateSignal lateSignal = new LateSignal();
    private final OutboundStage outbound;
    private final SnapshotStage snapshots;
    private final Ticker ticker;
    private final Thread tickerThread;
    private final StopOnBug stopOnBug;
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
        base = journal.durableSequence() + 1;
        snapshots = snapshotSettings == null ? null : new SnapshotStage(snapshotSettings, router, journal);
        if (snapshots != null) {
            snapshots.start();
        }
        outbound = new OutboundStage(listener, journal);
        RoutingStage routing = new RoutingStage(
                router, outbound, base, snapshots == null ? (last, millis) -> {} : snapshots::onBatchEnd);
        disruptor = new Disruptor<>(
                CommandSlot::new,
                settings.ringSlots(),
                stages,
                ProducerType.MULTI,
                waitStrategy(settings.routingThread()));
        ring = disruptor.getRingBuffer();
        stopOnBug = new StopOnBug(onBug);
        disruptor.setDefaultExceptionHandler(stopOnBug);
        turns = connect(settings, new JournalStage(journal, base), routing);
        disruptor.start();
        ticker = new Ticker(
                () -> isDue(routing) || promises.isDue(), () -> sleepNanos(routing, settings.tickNanos()), this);
        tickerThread = Thread.ofPlatform().name("baro-ticker").daemon(true).start(ticker);
    }

    @Override
    public Offer offer(DirectBuffer buffer, int offset, int length, long ingressNanos) {
        if (closed || stopOnBug.isBroken()) {
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
        if (turns != null) {
            turns.take();
            lateSignal.signal();
        }
        return Offer.ACCEPTED;
    }

    /** The place of the last command that was taken, in the order of those that this process has taken. */
    public long lastTaken() {
        return ring.getCursor();
    }

    /** Whether all commands up to that place have been routed and their decisions handed on. */
    public boolean isRouted(long place) {
        return ring.getMinimumGatingSequence() >= place;
    }

    /** Whether all commands up to that place would survive a crash. */
    public boolean isDurable(long place) {
        return journal.durableSequence() >= base + place;
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
            boolean ended = endTurns();
            halt();
            stages.join();
            journal.close();
            stopSnapshots(ended && !stopOnBug.isBroken() && !stages.areAlive());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            halt();
            journal.close();
        }
    }

    /** How snapshots go; null: there are none. */
    public SnapshotStage snapshots() {
        return snapshots;
    }

    /** A state that a bug left behind, or that threads may still touch, is not worth keeping. */
    private void stopSnapshots(boolean isWhole) throws InterruptedException {
        if (snapshots == null) {
            return;
        }
        if (isWhole) {
            snapshots.stop();
        } else {
            snapshots.abandon();
        }
    }

    /**
     * Nobody takes a turn any more; false if somebody keeps his. Before the journal ends: a command that comes too late may be in the journal
     * and not be routed, as after a crash, but never the other way round.
     */
    private boolean endTurns() {
        return turns == null || comesTrue(turns::end);
    }

    /** The journal's thread may sleep. */
    private void halt() {
        disruptor.halt();
        lateSignal.signal();
    }

    /** Waits for the stages' own sequences: Disruptor's shutdown takes a stage whose thread has not begun yet for one without work. */
    private void drain() {
        boolean ignored = comesTrue(() -> {
            if (turns != null) {
                turns.take();
            }
            return ring.getMinimumGatingSequence() >= ring.getCursor();
        });
    }

    /** Waits for it; false after a bug, or when it takes too long. */
    private boolean comesTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        while (!stopOnBug.isBroken() && System.nanoTime() < deadline) {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(DRAIN_LOOK_NANOS);
        }
        return false;
    }

    /** Joins the stages to the ring; the turns, if no thread of its own routes. */
    private RoutingTurns connect(RuntimeSettings settings, JournalStage journaling, RoutingStage routing) {
        EventHandler<CommandSlot> rest = journal.waitsForDevice() ? routing : inTurn(journaling, routing);
        if (journal.waitsForDevice()) {
            disruptor.handleEventsWith(journaling);
        }
        if (settings.routingThread() == RuntimeSettings.RoutingThread.NONE) {
            return new RoutingTurns(ring, rest, stopOnBug);
        }
        disruptor.handleEventsWith(rest);
        return null;
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

    /** Until the first deadline, as of now; one that is set meanwhile is heard of after the longest sleep. */
    private long sleepNanos(RoutingStage routing, long tickNanos) {
        long longest = outbound.isHolding() ? Math.min(PROMISE_LOOK_NANOS, tickNanos) : tickNanos;
        long millisLeft = routing.nextDeadlineMillis() - epochMillis.getAsLong();
        return Math.clamp(TimeUnit.MILLISECONDS.toNanos(millisLeft), SHORTEST_TICK_NANOS, longest);
    }

    private WaitStrategy waitStrategy(RuntimeSettings.RoutingThread routing) {
        return switch (routing) {
            case NONE -> lateSignal;
            case BLOCK ->
                new PhasedBackoffWaitStrategy(
                        SPIN_NANOS, YIELD_NANOS, TimeUnit.NANOSECONDS, new BlockingWaitStrategy());
            case YIELD -> new YieldingWaitStrategy();
            case SPIN -> new BusySpinWaitStrategy();
        };
    }
}
