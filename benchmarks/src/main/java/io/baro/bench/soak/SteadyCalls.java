package io.baro.bench.soak;

import io.baro.acd.pbx.CallObserver;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.CallerPlan;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import io.baro.acd.pbx.PhoneBehaviour;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * An embedded PBX with more agents than its callers need, and callers at planned times, so many that the PBX says that many events a
 * second. Never knows the engine. Callers come on a thread of its own; what became of them is told on the PBX's.
 */
final class SteadyCalls implements AutoCloseable {
    static final String SECRET = "soak-rig";
    static final int AGENTS = 1_000;

    private static final long RING_MILLIS = 50;
    private static final long TALK_MILLIS = 1_000;

    /** An answered call's, until it has been counted. */
    private static final double FIRST_GUESS_EVENTS = 16;

    /** From then on the count is believed. */
    private static final long BELIEVED_CALLS = 1_000;

    private static final int NUMBERS = 1_000_000;
    private static final int TURN_SECONDS = 5;
    private static final int MAX_WAIT_SECONDS = 3_600;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LOOK_MILLIS = 50;

    private final PbxLoop loop = PbxLoop.realTime();
    private final EmbeddedPbx pbx;
    private final double eventsPerSecond;
    private final SplittableRandom random = new SplittableRandom(11);
    private final AtomicLong dialled = new AtomicLong();
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private volatile boolean stopped;
    private Thread callers;

    SteadyCalls(double eventsPerSecond) {
        this.eventsPerSecond = eventsPerSecond;
        List<String> endpoints =
                IntStream.range(0, AGENTS).mapToObj(i -> "a" + (1001 + i)).toList();
        pbx = loop.open(PbxSettings.of("seoul", "seoul-7f3a9c", SECRET, SECRET, endpoints)
                .withWaits(TURN_SECONDS, MAX_WAIT_SECONDS));
        endpoints.forEach(endpoint -> pbx.console().behave(endpoint, PhoneBehaviour.answer(RING_MILLIS, TALK_MILLIS)));
        pbx.console().observe(new CallObserver() {
            @Override
            public void onEnded(Caller caller) {
                served.addAndGet(caller.wasConnected() && !caller.wasFailedOver() ? 1 : 0);
                ended.incrementAndGet();
            }
        });
    }

    int port() {
        return pbx.port();
    }

    /** @param eventsSoFar what the PBX has said since the callers began */
    void begin(LongSupplier eventsSoFar) {
        callers = Thread.ofPlatform().name("soak-callers").daemon().start(() -> call(eventsSoFar));
    }

    /** Nobody calls any more; returns when the last has gone. */
    void end() throws InterruptedException {
        stopped = true;
        callers.join();
        while (ended.get() < dialled.get()) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    long dialled() {
        return dialled.get();
    }

    /** Calls that ended without an agent of the engine's, although there is always one free. */
    long lost() {
        return ended.get() - served.get();
    }

    @Override
    public void close() {
        stopped = true;
        loop.close();
        if (loop.failure() != null) {
            throw new IllegalStateException(loop.failure());
        }
    }

    private void call(LongSupplier eventsSoFar) {
        long due = System.nanoTime();
        while (!stopped) {
            dialled.incrementAndGet();
            pbx.console().dial(caller());
            long calls = ended.get();
            double eventsPerCall =
                    calls < BELIEVED_CALLS ? FIRST_GUESS_EVENTS : (double) eventsSoFar.getAsLong() / calls;
            due += (long) (eventsPerCall / eventsPerSecond * NANOS_PER_SECOND);
            while (!stopped && System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(due - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(100)));
            }
        }
    }

    private CallerPlan caller() {
        return new CallerPlan(
                "010%08d".formatted(random.nextInt(NUMBERS)),
                "15771000",
                0,
                '1',
                CallerPlan.FOREVER,
                CallerPlan.FOREVER,
                CallerPlan.NOTHING,
                TALK_MILLIS);
    }
}
