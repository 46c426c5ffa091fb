package io.baro.bench.core;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** What each kind of command costs in steps on floors of a size, on the mean; made by {@link CountingLoader}. One thread. */
public final class FloorWork implements IntFunction<Map<String, Double>> {
    private static final int TURNS = 3_000;

    @Override
    public Map<String, Double> apply(int agents) {
        Map<String, Double> means = new TreeMap<>();
        for (CommandKind.Floor floor : CommandKind.Floor.values()) {
            measure(Cycle.of(floor, agents), floor, means);
        }
        return means;
    }

    private static void measure(Cycle cycle, CommandKind.Floor floor, Map<String, Double> means) {
        Map<CommandKind, long[]> sums = new EnumMap<>(CommandKind.class);
        for (int i = 0; i < TURNS * cycle.length(); i++) {
            CommandKind kind = cycle.next();
            long before = Work.steps();
            cycle.apply();
            long[] sum = sums.computeIfAbsent(kind, none -> new long[2]);
            sum[0] += Work.steps() - before;
            sum[1]++;
        }
        sums.forEach((kind, sum) -> means.put(floor + " " + kind, (double) sum[0] / sum[1]));
    }
}
