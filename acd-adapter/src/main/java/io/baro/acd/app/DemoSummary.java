package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.metrics.CallTally;
import io.baro.acd.metrics.ReservationTally;
import io.baro.acd.metrics.RoutingMetrics;
import io.baro.engine.message.ReservationOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What a demonstration came to: the seven terms, the verdict on their sum and on the PBXs' own count of it, the latency. Immutable.
 *
 * @param witness what the PBXs' own count says
 */
record DemoSummary(
        long offered,
        long answered,
        long abandoned,
        long reserved,
        long diverted,
        long refused,
        long failedOver,
        long inProgress,
        double serviceLevel,
        Duration answerWithin,
        SecondWitness witness,
        double p50Micros,
        double p99Micros,
        double p999Micros,
        List<String> firedByRule,
        Callbacks callbacks) {
    private static final double NANOS_PER_MICRO = 1_000.0;

    static DemoSummary of(RoutingMetrics metrics, SecondWitness witness, Configuration configuration) {
        CallTally calls = metrics.calls();
        Histogram latency = metrics.latency().sinceStart();
        long decided = calls.total(CallCount.ANSWERED) + calls.total(CallCount.ABANDONED);
        return new DemoSummary(
                calls.total(CallCount.OFFERED),
                calls.total(CallCount.ANSWERED),
                calls.total(CallCount.ABANDONED),
                calls.total(CallCount.RESERVED),
                calls.total(CallCount.DIVERTED),
                calls.total(CallCount.REFUSED),
                calls.total(CallCount.FAILED_OVER),
                calls.totalInProgress(),
                decided == 0 ? 1 : (double) calls.total(CallCount.ANSWERED_WITHIN_OBJECTIVE) / decided,
                configuration.server().answerWithin(),
                witness,
                latency.getValueAtPercentile(50) / NANOS_PER_MICRO,
                latency.getValueAtPercentile(99) / NANOS_PER_MICRO,
                latency.getValueAtPercentile(99.9) / NANOS_PER_MICRO,
                fired(calls, configuration.rules().names()),
                Callbacks.of(metrics.reservations()));
    }

    /** What became of the reservations: {@code open} have no end yet. */
    record Callbacks(long kept, long open, long exhausted, long withdrawn, long expired) {
        private static Callbacks of(ReservationTally tally) {
            return new Callbacks(
                    tally.total(ReservationOutcome.KEPT),
                    tally.totalOpen(),
                    tally.total(ReservationOutcome.EXHAUSTED),
                    tally.total(ReservationOutcome.WITHDRAWN),
                    tally.total(ReservationOutcome.EXPIRED));
        }

        private String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"kept\":%d,\"open\":%d,\"exhausted\":%d,\"withdrawn\":%d,\"expired\":%d}",
                    kept,
                    open,
                    exhausted,
                    withdrawn,
                    expired);
        }

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "callbacks: kept %,d, open %,d, exhausted %,d, withdrawn %,d, expired %,d%n",
                    kept,
                    open,
                    exhausted,
                    withdrawn,
                    expired);
        }
    }

    boolean isRight() {
        return witness.agrees();
    }

    /** One line for machines. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"offered\":%d,\"answered\":%d,\"abandoned\":%d,\"reserved\":%d,\"in_progress\":%d,\"identity\":\"%s\","
                        + "\"p50_us\":%.1f,\"p99_us\":%.1f,\"p999_us\":%.1f,\"service_level\":%.4f,"
                        + "\"diverted\":%d,\"refused\":%d,\"failed_over\":%d,\"callbacks\":%s}",
                offered,
                answered,
                abandoned,
                reserved,
                inProgress,
                witness.verdict(),
                p50Micros,
                p99Micros,
                p999Micros,
                serviceLevel,
                diverted,
                refused,
                failedOver,
                callbacks.json());
    }

    /** Some lines for people. */
    String text() {
        return String.format(
                        Locale.ROOT,
                        "offered %,d = answered %,d + abandoned %,d + reserved %,d + diverted %,d + refused %,d"
                                + " + failed over %,d + in progress %,d%n"
                                + "identity %s (the engine's count against itself and against the PBXs'; %d reserved callers"
                                + " hung up before they heard so)%n"
                                + "service level %.1f %% (answered within %d s, of answered and abandoned)%n"
                                + "event to decision: p50 %.1f µs, p99 %.1f µs, p99.9 %.1f µs%n",
                        offered,
                        answered,
                        abandoned,
                        reserved,
                        diverted,
                        refused,
                        failedOver,
                        inProgress,
                        witness.verdict(),
                        witness.unheard(),
                        serviceLevel * 100,
                        answerWithin.toSeconds(),
                        p50Micros,
                        p99Micros,
                        p999Micros)
                + callbacks.text()
                + "rules fired: " + String.join(", ", firedByRule);
    }

    private static List<String> fired(CallTally calls, List<String> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(rule -> String.format(Locale.ROOT, "%s %,d", rules.get(rule), calls.fired(rule)))
                .toList();
    }
}
