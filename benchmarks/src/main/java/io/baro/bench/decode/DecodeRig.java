package io.baro.bench.decode;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The rig "decode": nanoseconds and bytes for each recorded AMI event, ours beside Asterisk-Java's and a plain scanner's, in forked JVMs by
 * JMH; and the commands' codecs. All run with the serial collector, which costs those least who allocate. Never in production. Main thread.
 */
public final class DecodeRig {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** What the goals are held against: every event of a call, 525 bytes and 21 headers in the mean. */
    private static final String GOAL = "call";

    private static final double MEDIAN = 50;

    private record Cost(double nanos, double bytes) {}

    private DecodeRig() {}

    public static void main(String[] args) throws RunnerException {
        boolean quick = List.of(args).contains("--quick");
        Map<String, Cost> costs = new TreeMap<>();
        for (RunResult result : run(AmiDecode.class, quick)) {
            note(costs, result);
        }
        for (RunResult result : run(CommandCodec.class, quick)) {
            note(costs, result);
        }
        costs.forEach((name, cost) ->
                System.out.printf(Locale.ROOT, "%-32s %9.1f ns %9.1f bytes%n", name, cost.nanos, cost.bytes));
        System.out.printf(
                Locale.ROOT,
                "one Newchannel: ratio_vs_asterisk_java=%.1f%n",
                costs.get("asteriskJava.newchannel").nanos / costs.get("baro.newchannel").nanos);
        last(costs);
    }

    private static void last(Map<String, Cost> costs) {
        Cost baro = costs.get("baro." + GOAL);
        Cost rival = costs.get("asteriskJava." + GOAL);
        System.out.printf(
                Locale.ROOT,
                "decode ratio_vs_asterisk_java=%.1f ns_per_event=%.0f asterisk_java_ns=%.0f"
                        + " scanner_ns=%.0f bytes_per_op=%d asterisk_java_bytes_per_op=%d%n",
                rival.nanos / baro.nanos,
                baro.nanos,
                rival.nanos,
                costs.get("scanner." + GOAL).nanos,
                Math.round(baro.bytes),
                Math.round(rival.bytes));
    }

    private static void note(Map<String, Cost> costs, RunResult result) {
        String name = result.getParams().getBenchmark();
        String what = result.getParams().getParam("what");
        costs.put(
                name.substring(name.lastIndexOf('.') + 1) + (what == null ? "" : "." + what),
                new Cost(
                        median(result.getPrimaryResult()),
                        result.getSecondaryResults().get(ALLOCATED).getScore()));
    }

    /** Of many short iterations: it passes over those in which the host took the core away. */
    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(MEDIAN);
    }

    private static Collection<RunResult> run(Class<?> benchmark, boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\Q" + benchmark.getName() + "\\E")
                .jvmArgs(jvmArguments())
                .addProfiler(GCProfiler.class)
                .forks(quick ? 1 : 5)
                .warmupIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.milliseconds(quick ? 700 : 1000))
                .measurementIterations(quick ? 12 : 25)
                .measurementTime(TimeValue.milliseconds(quick ? 100 : 200));
        return new Runner(options.build()).run();
    }

    private static String[] jvmArguments() {
        List<String> arguments =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        arguments.removeIf(argument -> argument.startsWith("-XX:+Use"));
        arguments.add("-XX:+UseSerialGC");
        arguments.add("-Xms512m");
        arguments.add("-Xmx512m");
        return arguments.toArray(String[]::new);
    }
}
