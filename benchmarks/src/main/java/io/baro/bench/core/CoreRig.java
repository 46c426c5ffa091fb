package io.baro.bench.core;

import com.sun.management.ThreadMXBean;
import io.baro.bench.plot.SvgPlot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * The rig "core": what each kind of command costs at 100 to 100,000 agents and as many waiting callers, how the two full decisions grow,
 * and what the hot path allocates. {@code --quick}: the two decisions alone. Never in production. Runs on: the main thread; JMH forks.
 */
public final class CoreRig {
    private static final int SMALLEST = 100;
    private static final int MODEL_CENTRE = 1_562;
    private static final int LARGEST = 100_000;
    private static final List<CommandKind> DECISIONS = List.of(CommandKind.AGENT_CHOOSES, CommandKind.CALL_CHOOSES);
    private static final int ALLOCATION_TURNS = 100_000;
    private static final double NOTHING_BYTES = 0.005;

    private final Map<CommandKind, Map<Integer, Statistics>> results = new EnumMap<>(CommandKind.class);

    private CoreRig() {}

    public static void main(String[] args) throws RunnerException, IOException {
        boolean quick = Arrays.asList(args).contains("--quick");
        CoreRig rig = new CoreRig();
        rig.measure(quick);
        rig.print();
        if (!quick) {
            rig.draw();
        }
        rig.conclude();
    }

    private void measure(boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(RouterBench.class.getName())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (quick) {
            options.param("kind", DECISIONS.stream().map(CommandKind::name).toArray(String[]::new));
            options.param("size", "" + SMALLEST, "" + MODEL_CENTRE, "" + LARGEST);
            options.warmupIterations(2).measurementIterations(2).measurementTime(TimeValue.seconds(1));
        }
        Collection<RunResult> runs = new Runner(options.build()).run();
        for (RunResult run : runs) {
            CommandKind kind = CommandKind.valueOf(run.getParams().getParam("kind"));
            int size = Integer.parseInt(run.getParams().getParam("size"));
            results.computeIfAbsent(kind, none -> new TreeMap<>())
                    .put(size, run.getPrimaryResult().getStatistics());
        }
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "%-16s %8s %10s %10s %10s %12s%n",
                "command",
                "agents",
                "p50 ns",
                "p99 ns",
                "p99.9 ns",
                "samples");
        results.forEach((kind, sizes) -> sizes.forEach((size, times) -> System.out.printf(
                Locale.ROOT,
                "%-16s %8d %10.0f %10.0f %10.0f %12d%n",
                kind,
                size,
                times.getPercentile(50),
                times.getPercentile(99),
                times.getPercentile(99.9),
                times.getN())));
    }

    private void draw() throws IOException {
        SvgPlot plot = new SvgPlot("One command of the core, median", "agents, and as many waiting callers", "ns");
        for (Map.Entry<CommandKind, Map<Integer, Statistics>> of : results.entrySet()) {
            double[] sizes = of.getValue().keySet().stream()
                    .mapToDouble(Integer::doubleValue)
                    .toArray();
            double[] medians = of.getValue().values().stream()
                    .mapToDouble(times -> times.getPercentile(50))
                    .toArray();
            plot.line(of.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '), sizes, medians);
        }
        plot.write("core");
    }

    /** The dearer of the two decisions at the model centre's size, and the steeper of their growths. */
    private void conclude() {
        double median = 0;
        double tail = 0;
        double growth = 0;
        for (CommandKind decision : DECISIONS) {
            Map<Integer, Statistics> sizes = results.get(decision);
            median = Math.max(median, sizes.get(MODEL_CENTRE).getPercentile(50));
            tail = Math.max(tail, sizes.get(MODEL_CENTRE).getPercentile(99.9));
            growth = Math.max(
                    growth,
                    sizes.get(LARGEST).getPercentile(50) / sizes.get(SMALLEST).getPercentile(50));
        }
        double bytes = bytesPerCommand();
        System.out.printf(
                Locale.ROOT,
                "core p50_ns=%.0f p999_ns=%.0f bytes_per_op=%s growth_100_to_100k=%.2f%n",
                median,
                tail,
                bytes < NOTHING_BYTES ? "0" : String.format(Locale.ROOT, "%.2f", bytes),
                growth);
    }

    /** By the thread's own counter, over whole turns of both floors of the model centre's size, after as many to warm up. */
    private static double bytesPerCommand() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        long commands = 0;
        for (CommandKind.Floor floor : CommandKind.Floor.values()) {
            Cycle cycle = Cycle.of(floor, MODEL_CENTRE);
            turn(cycle);
            long before = threads.getCurrentThreadAllocatedBytes();
            turn(cycle);
            bytes += threads.getCurrentThreadAllocatedBytes() - before;
            commands += (long) ALLOCATION_TURNS * cycle.length();
        }
        System.out.printf(Locale.ROOT, "%d commands allocated %d bytes%n", commands, bytes);
        return (double) bytes / commands;
    }

    private static void turn(Cycle cycle) {
        for (int i = 0; i < ALLOCATION_TURNS * cycle.length(); i++) {
            cycle.next();
            cycle.apply();
        }
    }
}
