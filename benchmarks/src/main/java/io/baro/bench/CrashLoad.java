package io.baro.bench;

import io.baro.acd.pbx.AgentPhone;
import io.baro.acd.pbx.CallObserver;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.CallerPlan;
import io.baro.acd.pbx.CustomerScript;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import io.baro.acd.pbx.PhoneBehaviour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The PBX of the rig "crash" and the people on it: they live on while the engine is dead. More callers come than the agents can take,
 * so that a line stands and callbacks are offered. Remembers who was told ok, and what was dialled. Never knows the engine. Callers
 * come on a thread of its own; what is remembered is told on the PBX's.
 */
final class CrashLoad implements AutoCloseable {
    static final String SECRET = "crash-rig";

    private static final int AGENTS = 10;
    private static final String DNIS = "15771000";
    /** Ten agents take some thirteen: a line stands, and that of app_queue is worked off when the engine is back. */
    private static final double CALLERS_PER_SECOND = 15;

    /** So few that some call again who have a callback already. */
    private static final int NUMBERS = 20_000;

    private static final int TURN_SECONDS = 2;
    private static final int MAX_WAIT_SECONDS = 60;
    /** A callback costs the agents about twice a call, and goes first: with more of them no caller would be connected. */
    private static final double SHARE_PRESSING_ONE = 0.25;

    private static final int CUSTOMER_RINGS_MILLIS = 300;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LOOK_MILLIS = 50;

    private final PbxLoop loop = PbxLoop.realTime();
    private final EmbeddedPbx pbx;
    private final SplittableRandom random;
    private final Thread callers =
            Thread.ofPlatform().name("crash-callers").daemon().unstarted(this::call);
    private final Account account = new Account();
    private volatile boolean stopped;

    /** What the people on the PBX know. Guarded by itself: written on the loop's thread, read on the rig's. */
    private static final class Account implements CallObserver {
        private final Set<String> confirmedNumbers = new TreeSet<>();
        private final Map<String, Integer> dialled = new HashMap<>();
        private long ended;
        private long connected;
        private long failedOver;
        private long confirmed;

        @Override
        public synchronized void onEnded(Caller caller) {
            ended++;
            connected += caller.wasConnected() ? 1 : 0;
            failedOver += caller.wasFailedOver() ? 1 : 0;
            if (caller.wasReserved()) {
                confirmed++;
                confirmedNumbers.add(caller.plan().number());
            }
        }

        @Override
        public synchronized void onCustomerCalled(String call, int attempt) {
            dialled.merge(call + ' ' + attempt, 1, Integer::sum);
        }

        synchronized Set<String> numbers() {
            return Set.copyOf(confirmedNumbers);
        }

        synchronized long dialled() {
            return dialled.size();
        }

        synchronized long dialledAgain() {
            return dialled.values().stream().filter(times -> times > 1).count();
        }

        synchronized Told told() {
            return new Told(ended, connected, failedOver, confirmed);
        }
    }

    /** How many calls ended so far, and how many of them were connected by the engine, failed over, or were promised a callback. */
    record Told(long ended, long connected, long failedOver, long confirmed) {}

    CrashLoad(long seed) {
        random = new SplittableRandom(seed);
        List<String> endpoints =
                IntStream.range(0, AGENTS).mapToObj(i -> "a" + (1001 + i)).toList();
        pbx = loop.open(PbxSettings.of("seoul", "seoul-7f3a9c", SECRET, SECRET, endpoints)
                .withMenu(Map.of(), "general")
                .withWaits(TURN_SECONDS, MAX_WAIT_SECONDS));
        for (String endpoint : endpoints) {
            pbx.console().follow(endpoint, CrashLoad::answer);
        }
        pbx.console().observe(account);
        pbx.console().customers(CrashLoad::react);
    }

    int port() {
        return pbx.port();
    }

    int agents() {
        return AGENTS;
    }

    void begin() {
        callers.start();
    }

    /** Nobody calls any more; returns when the last has gone. */
    void end() throws InterruptedException {
        stopped = true;
        callers.join();
        while (pbx.console().channels() > 0) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** The numbers of all who heard that they will be called back. */
    Set<String> confirmedNumbers() {
        return account.numbers();
    }

    /** Attempts to call a customer back. */
    long dialled() {
        return account.dialled();
    }

    /** Legs that were begun a second time for one attempt: the engine names each attempt by a ChannelId of its own. */
    long dialledAgain() {
        return account.dialledAgain();
    }

    Told told() {
        return account.told();
    }

    @Override
    public void close() {
        stopped = true;
        loop.close();
        if (loop.failure() != null) {
            throw new IllegalStateException(loop.failure());
        }
    }

    private static PhoneBehaviour answer(AgentPhone phone, Caller caller) {
        return PhoneBehaviour.answer(50, caller == null ? 500 : caller.plan().talkMillis());
    }

    /** One in five is busy, one in five does not answer: each time anew, so that most are reached at last. */
    private static CustomerScript.Reaction react(String number, int attempt) {
        CustomerScript.Status status = switch (Math.floorMod((number + attempt).hashCode(), 5)) {
            case 0 -> CustomerScript.Status.BUSY;
            case 1 -> CustomerScript.Status.NOANSWER;
            default -> CustomerScript.Status.ANSWER;
        };
        return new CustomerScript.Reaction(status, CUSTOMER_RINGS_MILLIS);
    }

    private void call() {
        long due = System.nanoTime();
        while (!stopped) {
            pbx.console().dial(plan());
            due += (long) (-Math.log(1 - random.nextDouble()) / CALLERS_PER_SECOND * NANOS_PER_SECOND);
            while (!stopped && System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(due - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(100)));
            }
        }
    }

    private CallerPlan plan() {
        return new CallerPlan(
                "010%08d".formatted(random.nextInt(NUMBERS)),
                DNIS,
                200,
                '1',
                2_000 + random.nextLong(10_000),
                100 + random.nextLong(800),
                random.nextDouble() < SHARE_PRESSING_ONE ? '1' : '2',
                200 + random.nextLong(1_000));
    }
}
