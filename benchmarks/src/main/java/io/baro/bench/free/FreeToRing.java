package io.baro.bench.free;

import io.baro.bench.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The rig "free to ring": how long from an agent's hangup until his next caller begins to ring, and from a caller's arrival while an
 * agent is free, on a real Asterisk 22, for Baro, for app_queue and for a script that does nothing else, round by round in turn, so that
 * all suffer from what else the machine does. Never in production. Runs on: the main thread. Needs root.
 */
public final class FreeToRing {
    private static final double ALL = 1;

    /** Nothing is measured yet: of 1,500 calls SIPp loses one now and then, whoever serves. */
    private static final double WARM_UP_SHARE = 0.99;

    private final RealPbx pbx;
    private final Size size;
    private final Map<String, Gaps> gaps = new LinkedHashMap<>();

    private FreeToRing(RealPbx pbx, Size size) {
        this.pbx = pbx;
        this.size = size;
    }

    /** All rounds of one system. */
    private record Gaps(Histogram freed, Histogram arrived) {
        Gaps() {
            this(new Histogram(3), new Histogram(3));
        }
    }

    /** {@code [--quick] [--agents N] [--rounds N] [--only NAME,NAME]}. */
    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        List<String> lines = new ArrayList<>();
        for (Size size : options.sizes()) {
            lines.add(measure(size, options.only()));
        }
        // The smallest comes last: its line is the rig's.
        lines.reversed().forEach(System.out::println);
    }

    private static String measure(Size size, List<String> only) throws Exception {
        Path root = ProjectFolder.find();
        Path directory = root.resolve("benchmarks/target/free-to-ring");
        try (RealPbx pbx = RealPbx.start(root, directory, size.agents());
                Baro baro = new Baro(root, pbx, size.agents())) {
            List<Rival> rivals = new ArrayList<>(List.of(new Rival.AppQueue(), new Rival.Floor(size.agents()), baro));
            rivals.removeIf(rival -> !only.isEmpty() && !only.contains(rival.name()));
            return new FreeToRing(pbx, size).measure(rivals);
        }
    }

    private String measure(List<Rival> rivals) throws Exception {
        System.out.printf("%d agents; load average before: %s%n", size.agents(), load());
        for (Rival rival : rivals) {
            gaps.put(rival.name(), new Gaps());
            if (rival.warmsUp()) {
                serve(rival, "warm-up", size.warmUp(), WARM_UP_SHARE, new Gaps());
            }
        }
        for (int i = 1; i <= size.rounds(); i++) {
            for (Rival rival : rivals) {
                serve(rival, "round " + i, size.round(), ALL, gaps.get(rival.name()));
            }
        }
        gaps.forEach((name, all) -> print(name + ", all rounds", all));
        System.out.printf("%d agents; load average after: %s%n", size.agents(), load());
        return line();
    }

    private void serve(Rival rival, String what, Size.Load load, double leastServed, Gaps into) throws Exception {
        rival.connect();
        try (GapMeter meter = new GapMeter(RealPbx.AMI_PORT, load.callers(), size.agents());
                SippProcess phones = SippProcess.phones(pbx, load.talkMillis());
                SippProcess callers =
                        SippProcess.callers(pbx, rival.callersAddress(), load.callers(), load.callersPerSecond())) {
            // The observer judges: on a busy machine SIPp calls one answer that is late a failure.
            boolean served = callers.awaitEnd(load.atMostSeconds()) && meter.awaitCallers(load.atMostSeconds());
            if (!served || meter.answered() < leastServed * load.callers()) {
                throw new IllegalStateException("%s did not serve all callers: %d of %d answered; see %s and %s"
                        .formatted(rival.name(), meter.answered(), load.callers(), callers.log(), phones.log()));
            }
            print(rival.name() + ", " + what, new Gaps(meter.freed(), meter.arrived()));
            into.freed().add(meter.freed());
            into.arrived().add(meter.arrived());
        } finally {
            rival.disconnect();
        }
    }

    private String line() {
        Histogram baro = gaps.getOrDefault("baro", new Gaps()).freed();
        Gaps queue = gaps.getOrDefault("app_queue", new Gaps());
        Gaps floor = gaps.getOrDefault("floor", new Gaps());
        Histogram arrived = gaps.getOrDefault("baro", new Gaps()).arrived();
        return String.format(
                Locale.ROOT,
                "free-to-ring p50_ms=%.2f p99_ms=%.2f app_queue_p50_ms=%.1f floor_p50_ms=%.2f ratio=%.1f floor_ratio=%.2f"
                        + " agents=%d arrive_p50_ms=%.2f arrive_app_queue_p50_ms=%.2f arrive_floor_p50_ms=%.2f",
                millis(baro, 50),
                millis(baro, 99),
                millis(queue.freed(), 50),
                millis(floor.freed(), 50),
                millis(queue.freed(), 50) / millis(baro, 50),
                millis(baro, 50) / millis(floor.freed(), 50),
                size.agents(),
                millis(arrived, 50),
                millis(queue.arrived(), 50),
                millis(floor.arrived(), 50));
    }

    private static void print(String name, Gaps gaps) {
        System.out.printf(Locale.ROOT, "%-22s free %s   arrive %s%n", name, text(gaps.freed()), text(gaps.arrived()));
    }

    private static String text(Histogram gaps) {
        return String.format(
                Locale.ROOT,
                "n=%-4d p50=%.2f p90=%.2f p99=%.2f max=%.2f ms",
                gaps.getTotalCount(),
                millis(gaps, 50),
                millis(gaps, 90),
                millis(gaps, 99),
                gaps.getMaxValue() / 1000.0);
    }

    /** What else ran on this machine: all three systems suffer from it alike, and p99 the most. */
    private static String load() throws IOException {
        String oneMinute = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        return oneMinute + " on " + Runtime.getRuntime().availableProcessors() + " cores";
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
