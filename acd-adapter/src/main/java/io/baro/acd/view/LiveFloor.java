package io.baro.acd.view;

import io.baro.acd.customer.CallTokens;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.DecisionSink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The floor as it is a moment ago, for people: follows the router's decisions on a thread of its own and answers from what it has kept. Never
 * decides, and routing never waits for it. Asked by any thread.
 */
public final class LiveFloor implements AutoCloseable {
    /** People look once a second; who acts wakes the reader himself. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long SETTLE_LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    /** Decisions under one hold of the lock: about a millisecond. */
    private static final int BATCH = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final LongSupplier epochMillis;
    private final DecisionTap tap;
    private final Boards boards;
    private final FloorReader reader;
    private final FloorSummary summary;
    private final Thread thread =
            Thread.ofPlatform().name("baro-view").daemon(true).unstarted(this::run);
    private volatile boolean stopping;
    private FloorNames names;

    /** What a floor is made of. */
    public record Parts(
            FloorNames names,
            CallTokens tokens,
            long objectiveMillis,
            Links links,
            Consumer<DecisionSink> teller,
            LongSupplier epochMillis) {}

    /** How the PBXs' links are. Asked by any thread. */
    public interface Links {
        /** The state of that centre's, in a word. */
        String state(int centre);

        /** Whether all are linked and rules are in force. */
        boolean areReady();
    }

    /** What has changed since it was asked last; whole lists when all was forgotten and told anew. */
    public record Changes(
            boolean restarted,
            List<AgentView> agents,
            List<CallView> calls,
            List<String> callsGone,
            List<ReservationView> reservations,
            List<String> reservationsGone,
            List<DecisionView> decisions) {}

    /** One that knows what the router tells at once; it follows from {@link #start} on. */
    public LiveFloor(Parts parts) {
        epochMillis = parts.epochMillis();
        names = parts.names();
        CallTokens tokens = parts.tokens();
        boards = new Boards(
                new AgentBoard(tokens::of),
                new CallBoard(),
                new QueueBoard(names.queueCount(), parts.objectiveMillis()),
                new ReservationBoard(),
                new DecisionLog(),
                new Refusals());
        reader = new FloorReader(boards, names, tokens);
        summary = new FloorSummary(boards, parts.objectiveMillis(), parts.links());
        tap = new DecisionTap(parts.teller());
        boards.agents().know(names.agents(), Instant.ofEpochMilli(epochMillis.getAsLong()));
        tap.tell();
        drain();
    }

    public void start() {
        thread.start();
    }

    /** Hears every decision. */
    public DecisionListener tap() {
        return tap;
    }

    /** How often it was so far behind that all had to be told anew. */
    public long restarts() {
        return tap.restarts();
    }

    /** From now on things have these names. */
    public void rename(FloorNames now) {
        locked(known -> {
            names = now;
            reader.know(now);
            known.agents().know(now.agents(), Instant.ofEpochMilli(epochMillis.getAsLong()));
            return null;
        });
    }

    /** The names of now. */
    public FloorNames names() {
        return locked(known -> names);
    }

    /** That queue opened or closed. */
    public void queueOpen(int queueId, boolean open) {
        locked(known -> {
            known.queues().open(queueId, open);
            return null;
        });
    }

    /** Midnight: counts of the day begin again. */
    public void dayBegan() {
        locked(known -> {
            known.queues().dayBegan();
            return null;
        });
    }

    public FloorView floor() {
        return locked(known -> summary.floor(names, now()));
    }

    public Optional<QueueView> queue(int queueId) {
        return locked(known -> summary.queue(names, queueId, now()));
    }

    public List<AgentView> agents() {
        return locked(known -> known.agents().all());
    }

    public Optional<AgentView> agent(String number) {
        return locked(known -> known.agents().find(number));
    }

    public Optional<Integer> agentId(String number) {
        return locked(known -> known.agents().id(number));
    }

    /** Live calls, who came first first. */
    public List<CallView> calls() {
        return locked(known -> at(known.calls().all()));
    }

    /** A call that lives, or that ended a moment ago. */
    public Optional<CallView> call(String token) {
        return locked(known -> known.calls().find(token).map(call -> call.at(now())));
    }

    public Optional<Long> callId(String token) {
        return locked(known -> known.calls().id(token));
    }

    public List<ReservationView> reservations() {
        return locked(known -> known.reservations().all());
    }

    public Optional<ReservationView> reservation(String token) {
        return locked(known -> known.reservations().find(token));
    }

    public Optional<Long> reservationId(String token) {
        return locked(known -> known.reservations().id(token));
    }

    /** The last decisions, newest first. */
    public List<DecisionView> decisions(int limit) {
        return locked(known -> known.decisions().newest(limit));
    }

    /** What is remembered of a call, oldest first. */
    public List<DecisionView> decisionsAbout(String callToken) {
        return locked(known -> known.decisions().about(callToken));
    }

    /** Refusals until now, for {@link #refusedSince}. */
    public long refusals() {
        return locked(known -> known.refusals().count());
    }

    /** Why a command of that template about that subject was refused after so many others. */
    public Optional<String> refusedSince(long count, int templateId, long subject) {
        return locked(known -> known.refusals().since(count, templateId, subject));
    }

    /** What has changed; for one that asks again and again. */
    public Changes takeChanges() {
        return locked(known -> new Changes(
                reader.takeRestarted(),
                known.agents().takeChanged(),
                at(known.calls().takeChanged()),
                known.calls().takeGone(),
                known.reservations().takeChanged(),
                known.reservations().takeGone(),
                known.decisions().takeFresh()));
    }

    /** Waits until all that was decided until now is seen here; false: it takes too long. */
    public boolean settle(long atMostNanos) {
        long target = tap.written();
        long deadline = System.nanoTime() + atMostNanos;
        while (tap.read() < target) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.unpark(thread);
            LockSupport.parkNanos(SETTLE_LOOK_NANOS);
        }
        return true;
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!stopping) {
            drain();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void drain() {
        boolean more = true;
        while (more) {
            more = locked(known -> tap.read(reader::onMessage, BATCH) == BATCH);
        }
    }

    private List<CallView> at(List<CallView> calls) {
        Instant now = now();
        return calls.stream().map(call -> call.at(now)).toList();
    }

    private Instant now() {
        return Instant.ofEpochMilli(epochMillis.getAsLong());
    }

    private <T> T locked(Function<Boards, T> what) {
        lock.lock();
        try {
            return what.apply(boards);
        } finally {
            lock.unlock();
        }
    }
}
