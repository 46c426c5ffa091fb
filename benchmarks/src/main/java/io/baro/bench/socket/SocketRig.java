package io.baro.bench.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The rig "socket": from the planned time of a caller's arrival to the action that moves him, over loopback TCP, for Baro, a bare Netty client
 * and an ACD on Asterisk-Java, one after the other, again and again; and the highest rate that each sustains. Everything on one core, as
 * wake-ups across cores measure the host here (performance.md 3); on two for information. Never in production. Runs on: the main thread.
 */
public final class SocketRig {
    private static final long DEFAULT_RATE = 10_000;
    private static final int ROUNDS = 5;
    private static final String ONE_CORE = "0";
    private static final String OTHER_CORE = "1";
    private static final String BOTH_CORES = "0,1";
    private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long HICCUP_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final boolean quick;
    private final long rate;
    private final Hiccups hiccups = new Hiccups();
    private final Map<Contender.Kind, Contender> contenders = new EnumMap<>(Contender.Kind.class);

    /** Of one rate: all latencies of each, and each round's ratios. */
    private static final class Rounds {
        final Map<Contender.Kind, Histogram> latency = new EnumMap<>(Contender.Kind.class);
        final Map<Contender.Kind, Double> cpuMicros = new EnumMap<>(Contender.Kind.class);
        final List<Double> toRaw = new ArrayList<>();
        final List<Double> toAsteriskJava = new ArrayList<>();
        final List<Double> serviceToRaw = new ArrayList<>();

        double micros(Contender.Kind kind, double percentile) {
            Histogram all = latency.get(kind);
            return all.getTotalCount() == 0 ? Double.NaN : all.getValueAtPercentile(percentile) / 1e3;
        }
    }

    private SocketRig(boolean quick, long rate) {
        this.quick = quick;
        this.rate = rate;
    }

    public static void main(String[] args) throws IOException {
        List<String> options = List.of(args);
        int at = options.indexOf("--rate");
        long rate = at < 0 ? DEFAULT_RATE : Long.parseLong(options.get(at + 1));
        new SocketRig(options.contains("--quick"), rate).run();
    }

    private void run() throws IOException {
        pinSelf(ONE_CORE);
        Path directory = Files.createTempDirectory("baro-socket");
        try {
            for (Contender.Kind kind : Contender.Kind.values()) {
                contenders.put(kind, new Contender(kind, directory, this::answerAll));
            }
            warmUp();
            measure();
        } finally {
            for (Contender contender : contenders.values()) {
                contender.close();
            }
        }
    }

    private void warmUp() throws IOException {
        for (Contender contender : contenders.values()) {
            contender.warmUp(warmUpMillis());
        }
    }

    private long warmUpMillis() {
        // Less, and what is measured on one core is the compilers.
        return quick ? 4_000 : 5_000;
    }

    private void measure() throws IOException {
        Rounds gate = new Rounds();
        for (long each : new TreeSet<>(List.of(1_000L, DEFAULT_RATE, 50_000L, rate))) {
            Rounds rounds = rounds(each, each == rate || !quick ? ROUNDS : 1, "one core");
            gate = each == rate ? rounds : gate;
        }
        if (Cores.count() > 1) {
            pinAll(BOTH_CORES);
            rounds(rate, quick ? 1 : ROUNDS, "two cores");
            pinAll(ONE_CORE);
        }
        System.out.println(hiccups);
        long[] most = maximum();
        last(gate, most[0], most[1]);
    }

    private Rounds rounds(long each, int count, String where) throws IOException {
        Rounds rounds = new Rounds();
        for (int round = 0; round < count; round++) {
            hiccups.watch(HICCUP_NANOS);
            Map<Contender.Kind, Load.Result> results = new EnumMap<>(Contender.Kind.class);
            for (Contender contender : contenders.values()) {
                Load.Result result = contender.run(each, quick ? 1_000 : 4_000);
                results.put(contender.kind, result);
                rounds.cpuMicros.put(contender.kind, contender.cpuMicros());
                rounds.latency
                        .computeIfAbsent(contender.kind, kind -> new Histogram(HIGHEST_NANOS, 3))
                        .add(result.latency());
                if (result.lost() > 0) {
                    System.out.printf("  %s lost %d callers%n", contender.kind.text, result.lost());
                    contender.restart(warmUpMillis());
                }
            }
            note(rounds, results);
        }
        print(rounds, each, where);
        return rounds;
    }

    private static void note(Rounds rounds, Map<Contender.Kind, Load.Result> results) {
        Load.Result baro = results.get(Contender.Kind.BARO);
        Load.Result raw = results.get(Contender.Kind.RAW);
        if (results.values().stream().anyMatch(result -> !result.isWhole())) {
            System.out.println("  a round is not counted: somebody lost callers or was hardly heard");
            return;
        }
        rounds.toRaw.add(baro.micros(50) / raw.micros(50));
        rounds.toAsteriskJava.add(results.get(Contender.Kind.ASTERISK_JAVA).micros(50) / baro.micros(50));
        rounds.serviceToRaw.add(
                (double) baro.service().getValueAtPercentile(50) / raw.service().getValueAtPercentile(50));
    }

    private static void print(Rounds rounds, long each, String where) {
        System.out.printf(Locale.ROOT, "%s, %d events/s:%n", where, each);
        rounds.latency.forEach((kind, histogram) -> System.out.printf(
                Locale.ROOT,
                "  %-14s p50 %8.1f us  p90 %8.1f us  p99 %8.1f us  max %8.1f us  of %d callers, %.2f us of a core for an event%n",
                kind.text,
                rounds.micros(kind, 50),
                rounds.micros(kind, 90),
                rounds.micros(kind, 99),
                histogram.getMaxValue() / 1e3,
                histogram.getTotalCount(),
                rounds.cpuMicros.get(kind)));
        System.out.printf(
                Locale.ROOT,
                "  %d rounds count: baro / raw %.2f, counted from the write %.2f; asterisk_java / baro %.2f%n",
                rounds.toRaw.size(),
                median(rounds.toRaw),
                median(rounds.serviceToRaw),
                median(rounds.toAsteriskJava));
    }

    /** With everything on one core the generator takes most of it; so a server has one to itself where there are two. */
    private long[] maximum() throws IOException {
        boolean apart = Cores.count() > 1;
        pinSelf(apart ? OTHER_CORE : ONE_CORE);
        System.out.printf(
                "maximum rate, the server on one core, the generator on %s:%n", apart ? "another" : "the same");
        long millis = quick ? 1_000 : 4_000;
        long baro = search(Contender.Kind.BARO, millis);
        long asteriskJava = search(Contender.Kind.ASTERISK_JAVA, millis);
        return new long[] {baro, asteriskJava};
    }

    private long search(Contender.Kind kind, long millis) throws IOException {
        return new RateSearch(contenders.get(kind), ONE_CORE, millis).run();
    }

    private void last(Rounds gate, long baroMost, long asteriskJavaMost) {
        System.out.printf(
                Locale.ROOT,
                "socket rate=%d cores=1 p50_us=%.1f p99_us=%.1f raw_netty_p50_us=%.1f asterisk_java_p50_us=%.1f"
                        + " ratio_raw=%.2f ratio_asterisk_java=%.2f max_rate=%d asterisk_java_max_rate=%d%n",
                rate,
                gate.micros(Contender.Kind.BARO, 50),
                gate.micros(Contender.Kind.BARO, 99),
                gate.micros(Contender.Kind.RAW, 50),
                gate.micros(Contender.Kind.ASTERISK_JAVA, 50),
                median(gate.toRaw),
                median(gate.toAsteriskJava),
                baroMost,
                asteriskJavaMost);
    }

    private void answerAll() throws IOException {
        for (Contender contender : contenders.values()) {
            contender.poll();
        }
    }

    private void pinAll(String cores) throws IOException {
        pinSelf(cores);
        for (Contender contender : contenders.values()) {
            Cores.pin(contender.pid(), cores);
        }
    }

    private static void pinSelf(String cores) throws IOException {
        Cores.pin(ProcessHandle.current().pid(), cores);
    }

    /** Not a number where no round counts. */
    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }
}
