package io.baro.acd.metrics;

import io.baro.engine.message.AgentState;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Puts what {@link RoutingMetrics} counts on the page, under names for operators. Runs once, on the main thread. */
public final class RoutingMeters {
    private final CentreNames names;
    private final RoutingMetrics metrics;
    private final MetricsPage page;

    public RoutingMeters(CentreNames names, RoutingMetrics metrics, MetricsPage page) {
        this.names = names;
        this.metrics = metrics;
        this.page = page;
    }

    /**
     * Puts everything but the rules on the page.
     *
     * @param ringDepth commands that wait for the routing thread
     * @param forgone decisions that waited for the disk in vain
     */
    public void register(LongSupplier ringDepth, LongSupplier forgone) {
        for (int slot = 0; slot < names.slots(); slot++) {
            registerSlot(slot);
        }
        for (int centre = 0; centre < names.centres().size(); centre++) {
            registerCentre(centre);
            registerReservations(centre);
        }
        for (RefusalReason reason : RefusalReason.values()) {
            if (reason != RefusalReason.NULL_VAL) {
                registerReason(reason);
            }
        }
        registerNode(ringDepth, forgone);
        page.collector(new WaitCollector(names, metrics.calls().waits()));
        page.collector(new LatencyCollector(metrics.latency()));
        page.collector(new DecisionCollector(metrics.latency()));
    }

    private void registerNode(LongSupplier ringDepth, LongSupplier forgone) {
        page.gauge(
                        "baro.identity.holds",
                        "1: offered is the sum of its seven terms",
                        Tags.empty(),
                        metrics,
                        m -> m.calls().identityHolds() ? 1 : 0)
                .gauge(
                        "baro.ring.depth",
                        "Commands that wait for the routing thread",
                        Tags.empty(),
                        ringDepth,
                        d -> d.getAsLong())
                .counter(
                        "baro.decisions.forgone",
                        "Promises and callbacks that were not told because the disk took too long",
                        Tags.empty(),
                        forgone,
                        f -> f.getAsLong())
                .gauge(
                        "baro.rules.version",
                        "Version of the rules in force",
                        Tags.empty(),
                        metrics,
                        m -> m.rulesVersion())
                .counter(
                        "baro.resyncs.asked",
                        "Times the router asked to compare itself with a PBX",
                        Tags.empty(),
                        metrics,
                        m -> m.resyncsAsked())
                .counter(
                        "baro.instructions",
                        "Instructions given to PBXs",
                        Tags.empty(),
                        metrics,
                        m -> m.instructions());
    }

    /** Puts each rule of a rule set on the page. A reload that renames rules shows the new names after a restart. */
    public void registerRules(List<String> rules) {
        for (int rule = 0; rule < rules.size(); rule++) {
            int id = rule;
            page.counter(
                    "baro.rule.fired",
                    "Calls for which the rule fired",
                    Tags.of("rule", rules.get(rule)),
                    metrics,
                    m -> m.calls().fired(id));
        }
    }

    private void registerSlot(int slot) {
        Tags tags = Tags.of("centre", names.centres().get(names.centreOfSlot(slot)), "queue", names.queueOfSlot(slot));
        for (CallCount count : CallCount.values()) {
            page.counter(
                    count.meterName(),
                    count.description(),
                    tags,
                    metrics,
                    m -> m.calls().count(count, slot));
        }
        page.gauge(
                        "baro.queue.waiting",
                        "Calls that stand in line",
                        tags,
                        metrics,
                        m -> m.calls().waiting(slot))
                .gauge("baro.queue.spikes", "Rules with until that are switched on", tags, metrics, m -> m.spikes(slot))
                .gauge(
                        "baro.service.level",
                        "Share of answered and abandoned calls that were answered within the objective",
                        tags,
                        metrics,
                        m -> serviceLevel(m.calls(), slot));
    }

    private void registerCentre(int centre) {
        Tags tags = Tags.of("centre", names.centres().get(centre));
        page.gauge(
                "baro.calls.in.progress",
                "Calls that have no outcome yet",
                tags,
                metrics,
                m -> m.calls().inProgress(centre));
        for (OfferOutcome outcome : OfferOutcome.values()) {
            if (outcome != OfferOutcome.NULL_VAL) {
                page.counter(
                        "baro.offers",
                        "Offers of a call to an agent, by their end",
                        tags.and("outcome", label(outcome)),
                        metrics,
                        m -> m.calls().offers(outcome, centre));
            }
        }
        for (AgentState state : AgentState.values()) {
            if (state != AgentState.NULL_VAL) {
                page.gauge(
                        "baro.agents",
                        "Agents in that state",
                        tags.and("state", label(state)),
                        metrics,
                        m -> m.agents().count(state, centre));
            }
        }
    }

    private void registerReservations(int centre) {
        Tags tags = Tags.of("centre", names.centres().get(centre));
        for (ReservationState state : ReservationState.values()) {
            if (state != ReservationState.NULL_VAL) {
                page.gauge(
                        "baro.reservations.open",
                        "Callbacks that are owed, by how far they have come",
                        tags.and("state", label(state)),
                        metrics,
                        m -> m.reservations().open(state, centre));
            }
        }
        for (ReservationOutcome outcome : ReservationOutcome.values()) {
            if (outcome != ReservationOutcome.NULL_VAL) {
                page.counter(
                        "baro.reservations.closed",
                        "Callbacks that ended, by how",
                        tags.and("outcome", label(outcome)),
                        metrics,
                        m -> m.reservations().closed(outcome, centre));
            }
        }
    }

    private void registerReason(RefusalReason reason) {
        Tags tags = Tags.of("reason", label(reason));
        page.counter(
                        "baro.commands.refused",
                        "Commands that the router could not obey",
                        tags,
                        metrics,
                        m -> m.refused(reason))
                .counter(
                        "baro.reservations.refused",
                        "Callbacks that could not be promised",
                        tags,
                        metrics,
                        m -> m.refusedReservations(reason));
    }

    /** Answered within the objective, of all that were answered or gave up; 1 before the first. */
    static double serviceLevel(CallTally calls, int slot) {
        long decided = calls.count(CallCount.ANSWERED, slot) + calls.count(CallCount.ABANDONED, slot);
        return decided == 0 ? 1 : (double) calls.count(CallCount.ANSWERED_WITHIN_OBJECTIVE, slot) / decided;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
