package io.baro.bench.core;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.Journal;
import io.baro.engine.journal.MemoryJournal;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import io.baro.engine.runtime.single.RuntimeSettings;
import io.baro.engine.runtime.single.SingleNodeRuntime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.agrona.DirectBuffer;

/**
 * The rig "ring": from the planned time of a command until its decision leaves the routing thread, by wait strategy, by one consumer or two
 * (a journal stage of its own), at 1,000 and 50,000 commands a second, on one core and on two; and what the process costs meanwhile. Each in a
 * process of its own. Never in production. Runs on: the main thread.
 */
public final class RingRig {
    private static final int[] RATES = {1_000, 50_000};
    private static final int SECONDS = 5;
    private static final int QUICK_SECONDS = 1;
    private static final int WARM_UP_SECONDS = 2;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    /** One way to run the ring. */
    private record Setup(int cores, RuntimeSettings.RoutingThread routing, int consumers, int rate) {}

    /** What config/ says for a small machine with its journal in memory. */
    private static final Setup SHIPPED = new Setup(2, RuntimeSettings.RoutingThread.NONE, 1, RATES[1]);

    private RingRig() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 4) {
            System.out.print(measure(
                    RuntimeSettings.RoutingThread.valueOf(args[0]),
                    args[1].equals("2"),
                    Integer.parseInt(args[2]),
                    Integer.parseInt(args[3])));
            return;
        }
        int seconds = Arrays.asList(args).contains("--quick") ? QUICK_SECONDS : SECONDS;
        System.out.printf(
                "%-16s %9s %6s %9s %9s %9s %9s %6s%n",
                "routing", "consumers", "cores", "rate/s", "p50 us", "p99 us", "p99.9 us", "cpu %");
        String last = "";
        for (Setup setup : setups()) {
            String line = inProcess(setup, seconds);
            System.out.printf(
                    "%-16s %9d %6d %9d %s%n", setup.routing(), setup.consumers(), setup.cores(), setup.rate(), line);
            if (setup.equals(SHIPPED)) {
                last = line;
            }
        }
        try (Scanner figures = new Scanner(last)) {
            System.out.printf(
                    "ring routing_thread=NONE cores=2 rate=%d p50_us=%s p99_us=%s%n",
                    RATES[1], figures.next(), figures.next());
        }
    }

    private static List<Setup> setups() {
        List<Setup> setups = new ArrayList<>();
        for (int cores = 1; cores <= 2; cores++) {
            for (RuntimeSettings.RoutingThread routing : RuntimeSettings.RoutingThread.values()) {
                setups.add(new Setup(cores, routing, 1, RATES[0]));
                setups.add(new Setup(cores, routing, 2, RATES[0]));
                setups.add(new Setup(cores, routing, 1, RATES[1]));
                setups.add(new Setup(cores, routing, 2, RATES[1]));
            }
        }
        return setups;
    }

    private static String inProcess(Setup setup, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "taskset",
                "-c",
                setup.cores() == 1 ? "0" : "0,1",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RingRig.class.getName()));
        command.addAll(List.of(setup.routing().name(), "" + setup.consumers(), "" + setup.rate(), "" + seconds));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    private static String measure(RuntimeSettings.RoutingThread routing, boolean two, int rate, int seconds) {
        RuntimeSettings standard = RuntimeSettings.standard();
        Latencies latencies = new Latencies();
        try (SingleNodeRuntime runtime = new SingleNodeRuntime(
                new RuntimeSettings(standard.ringSlots(), routing, standard.tickNanos()),
                new Router(Limits.standard()),
                new Stage(two),
                System::currentTimeMillis,
                latencies,
                bug -> System.exit(1))) {
            play(runtime, rate, WARM_UP_SECONDS);
            latencies.begin();
            long cpu = cpuNanos();
            long began = System.nanoTime();
            play(runtime, rate, seconds);
            while (latencies.taken() < (long) rate * (WARM_UP_SECONDS + seconds) - 1) {
                LockSupport.parkNanos(1_000_000);
            }
            double share = (cpuNanos() - cpu) / (double) (System.nanoTime() - began);
            Histogram seen = latencies.seen();
            return String.format(
                    Locale.ROOT,
                    "%9.1f %9.1f %9.1f %6.0f",
                    seen.getValueAtPercentile(50) / NANOS_PER_MICRO,
                    seen.getValueAtPercentile(99) / NANOS_PER_MICRO,
                    seen.getValueAtPercentile(99.9) / NANOS_PER_MICRO,
                    100 * share);
        }
    }

    /** At planned times, whatever became of the ones before: a late one counts as late. */
    private static void play(SingleNodeRuntime runtime, int rate, int seconds) {
        CentrePen pen = new CentrePen();
        long gap = (long) (NANOS_PER_SECOND / rate);
        long begin = System.nanoTime() + gap;
        for (long i = 0; i < (long) rate * seconds; i++) {
            long planned = begin + i * gap;
            for (long left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            // No agent of that index: the router refuses it, by a decision, in some dozen nanoseconds. What is left is
            // the ring.
            pen.readied((int) (i & 7));
            while (runtime.offer(pen.buffer(), 0, pen.length(), planned) == Ingress.Offer.BACK_PRESSURED) {
                LockSupport.parkNanos(1);
            }
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The memory journal, on the routing thread or on one of its own. */
    private static final class Stage implements Journal {
        private final MemoryJournal journal = new MemoryJournal(16_384, Ingress.MAX_COMMAND_BYTES);
        private final boolean own;

        Stage(boolean own) {
            this.own = own;
        }

        @Override
        public void append(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
            journal.append(sequence, timeMillis, buffer, offset, length);
        }

        @Override
        public void flush() {
            journal.flush();
        }

        @Override
        public long durableSequence() {
            return journal.durableSequence();
        }

        @Override
        public boolean waitsForDevice() {
            return own;
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    /** From the planned time to the decision, on the routing thread. */
    private static final class Latencies implements DecisionListener {
        private final Histogram warmUp = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        private final Histogram seen = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        private volatile Histogram into = warmUp;
        private volatile long taken;

        @Override
        public void onDecision(
                long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
            into.recordValue(Math.max(0, System.nanoTime() - ingressNanos));
            taken = sequence;
        }

        @Override
        public void onBatchEnd() {}

        /** What follows counts. */
        void begin() {
            into = seen;
        }

        /** Last command whose decision was seen. */
        long taken() {
            return taken;
        }

        Histogram seen() {
            return seen;
        }
    }
}
