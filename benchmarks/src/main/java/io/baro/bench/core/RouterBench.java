package io.baro.bench.core;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one command of each kind costs, by the size of the floor: the time of each sampled, two looks at the clock (about 23 ns, see
 * docs/performance.md) included; what comes between two of the kind is not. Never in production.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RouterBench {
    /** Agents; on a crowded floor as many callers wait. */
    @Param({"100", "1562", "10000", "100000"})
    public int size;

    @Param
    public CommandKind kind;

    private Cycle cycle;

    /** Fills the floor. */
    @Setup(Level.Trial)
    public void fill() {
        cycle = Cycle.of(kind, size);
    }

    /** Comes to the next command of the kind. */
    @Setup(Level.Invocation)
    public void approach() {
        cycle.until(kind);
    }

    /** Applies it. */
    @Benchmark
    public void command() {
        cycle.apply();
    }
}
