package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.metrics.CallTally;
import io.baro.acd.metrics.CentreNames;
import io.baro.acd.metrics.RoutingMetrics;
import io.baro.engine.message.AgentState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Puts the state of a demonstration into words, as a screen or as a line. Counts nothing itself. Runs on: main thread. */
final class DemoScreen {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double NANOS_PER_MICRO = 1_000.0;

    private final Configuration configuration;
    private final CentreNames names;
    private final RoutingMetrics metrics;
    private final Wallboard wallboard;
    private long lastInstructions;
    private long lastNanos = System.nanoTime();

    DemoScreen(Configuration configuration, RoutingMetrics metrics, Wallboard wallboard) {
        this.configuration = configuration;
        this.names = LinkWiring.names(configuration);
        this.metrics = metrics;
        this.wallboard = wallboard;
    }

    /** The whole screen, a line each. */
    List<String> lines(long nowMillis, String title) {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add("");
        lines.add(String.format(
                "%-18s %8s %8s %8s %8s   %s", "centre", "waiting", "talking", "ready", "agents", "waits longest"));
        Wallboard.View view = wallboard.view();
        for (int centre = 0; centre < names.centres().size(); centre++) {
            Optional<Wallboard.Waiter> longest =
                    centre < view.longest().size() ? view.longest().get(centre) : Optional.empty();
            lines.add(centreLine(centre, longest, nowMillis));
        }
        lines.add("");
        lines.add("spikes: " + spikes());
        lines.add("why the last calls went ahead:");
        for (Wallboard.Why why : view.why()) {
            lines.add("  " + whyLine(why));
        }
        lines.add("");
        lines.add(countsLine());
        lines.add(latencyLine());
        return lines;
    }

    /** One line, where there is no screen. */
    String line(long nowMillis) {
        return clock(nowMillis) + "  " + countsLine() + "; " + latencyLine();
    }

    private String centreLine(int centre, Optional<Wallboard.Waiter> longest, long nowMillis) {
        long waiting = 0;
        for (int queue = 0; queue < names.queues().size(); queue++) {
            waiting += metrics.calls().waiting(centre * names.queues().size() + queue);
        }
        long loggedOut = metrics.agents().count(AgentState.LOGGED_OUT, centre);
        long agents = names.centreOfAgent().stream().filter(of -> of == centre).count() - loggedOut;
        return String.format(
                "%-18s %8d %8d %8d %8d   %s",
                names.centres().get(centre),
                waiting,
                metrics.agents().count(AgentState.TALKING, centre),
                metrics.agents().count(AgentState.READY, centre),
                agents,
                longest.map(waiter -> String.format(
                                "%s %s %s %s",
                                waiter.token(),
                                duration(nowMillis - waiter.joinedMillis()),
                                waiter.queue(),
                                ruleNames(waiter.rules())))
                        .orElse("nobody"));
    }

    private String whyLine(Wallboard.Why why) {
        String where = why.agentId() < 0
                ? "was offered a callback"
                : "to agent " + configuration.agents().get(why.agentId()).number();
        String boost = why.boostMillis() > 0 ? ", boost " + duration(why.boostMillis()) : "";
        return String.format(
                "%s %s %s in %s/%s: waited %s%s, %s",
                clock(why.timeMillis()),
                why.token(),
                where,
                why.centre(),
                why.queue(),
                duration(why.waitedMillis()),
                boost,
                ruleNames(why.rules()));
    }

    private String spikes() {
        List<String> active = new ArrayList<>();
        for (int centre = 0; centre < names.centres().size(); centre++) {
            for (int queue = 0; queue < names.queues().size(); queue++) {
                if (metrics.spikes(centre * names.queues().size() + queue) > 0) {
                    active.add(
                            names.centres().get(centre) + "/" + names.queues().get(queue));
                }
            }
        }
        return active.isEmpty() ? "none" : String.join(" ", active) + " (callback offered)";
    }

    private String countsLine() {
        CallTally calls = metrics.calls();
        return String.format(
                Locale.ROOT,
                "offered %,d  answered %,d  abandoned %,d  reserved %,d  in progress %,d",
                calls.total(CallCount.OFFERED),
                calls.total(CallCount.ANSWERED),
                calls.total(CallCount.ABANDONED),
                calls.total(CallCount.RESERVED),
                calls.totalInProgress());
    }

    private String latencyLine() {
        Histogram latency = metrics.latency().sinceStart();
        long now = System.nanoTime();
        long instructions = metrics.instructions();
        double rate = (instructions - lastInstructions) * 1e9 / Math.max(1, now - lastNanos);
        lastInstructions = instructions;
        lastNanos = now;
        return String.format(
                Locale.ROOT,
                "%,.0f instructions/s  event to decision p50 %.1f µs  p99 %.1f µs",
                rate,
                latency.getValueAtPercentile(50) / NANOS_PER_MICRO,
                latency.getValueAtPercentile(99) / NANOS_PER_MICRO);
    }

    private String ruleNames(int rules) {
        List<String> fired = new ArrayList<>();
        List<String> all = configuration.rules().names();
        for (int rule = 0; rule < all.size(); rule++) {
            if ((rules & 1 << rule) != 0) {
                fired.add(all.get(rule));
            }
        }
        return String.join(" + ", fired);
    }

    private String clock(long millis) {
        ZoneId zone = configuration.server().zone();
        return CLOCK.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    private static String duration(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        return seconds >= 60 ? seconds / 60 + "m" + seconds % 60 + "s" : seconds + "s";
    }
}
