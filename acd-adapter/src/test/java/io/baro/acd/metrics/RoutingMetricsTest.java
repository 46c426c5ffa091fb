package io.baro.acd.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.RefusalReason;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingMetricsTest {
    private static final int JEJU_BENEFITS = 3;
    private static final int JEJU = 1;

    private final CentreNames names =
            new CentreNames(List.of("seoul", "jeju"), List.of("general", "benefits"), List.of(0, 1, 1));
    private final RoutingMetrics metrics = new RoutingMetrics(names, 20_000, 100);
    private final DecisionScript script = new DecisionScript(metrics, JEJU_BENEFITS);

    @Test
    void everyOfferedCallIsInExactlyOneTermAtEveryStep() {
        long answered = DecisionScript.call(JEJU, 1);
        long abandoned = DecisionScript.call(JEJU, 2);
        long reserved = DecisionScript.call(JEJU, 3);
        List<Runnable> steps = List.of(
                () -> script.admitted(answered).joined(answered, 0).offered(answered, 0),
                () -> script.admitted(abandoned),
                () -> script.connected(answered, 5_000),
                () -> script.closed(abandoned, CallOutcome.ABANDONED),
                () -> script.admitted(reserved).joined(reserved, 0),
                () -> script.closed(answered, CallOutcome.ANSWERED),
                () -> script.closed(reserved, CallOutcome.RESERVED));
        long[] inProgress = {1, 2, 1, 0, 1, 1, 0};
        for (int step = 0; step < inProgress.length; step++) {
            steps.get(step).run();
            assertEquals(inProgress[step], metrics.calls().inProgress(JEJU), "step " + step);
            assertTrue(metrics.calls().identityHolds(), "step " + step);
        }
        assertEquals(3, metrics.calls().total(CallCount.OFFERED));
        assertEquals(1, metrics.calls().countOfCentre(CallCount.ANSWERED, JEJU));
        assertEquals(0, metrics.calls().countOfCentre(CallCount.ANSWERED, 0));
    }

    @Test
    void callThatIsCountedTwiceBreaksTheIdentity() {
        long call = DecisionScript.call(JEJU, 1);
        script.admitted(call).admitted(call);
        assertFalse(metrics.calls().identityHolds());
    }

    @Test
    void answeredCallThatFailsOverLaterStaysAnswered() {
        long call = DecisionScript.call(JEJU, 1);
        script.admitted(call).joined(call, 0).offered(call, 0).connected(call, 1_000);
        script.closed(call, CallOutcome.FAILED_OVER);
        assertEquals(0, metrics.calls().total(CallCount.FAILED_OVER));
        assertTrue(metrics.calls().identityHolds());
    }

    @Test
    void depthFollowsACallThroughItsOffers() {
        long call = DecisionScript.call(JEJU, 1);
        script.admitted(call);
        assertEquals(0, metrics.calls().waiting(JEJU_BENEFITS));
        script.joined(call, 0);
        assertEquals(1, metrics.calls().waiting(JEJU_BENEFITS));
        script.offered(call, 0);
        assertEquals(0, metrics.calls().waiting(JEJU_BENEFITS));
        script.offerEnded(call, OfferOutcome.NO_ANSWER);
        assertEquals(1, metrics.calls().waiting(JEJU_BENEFITS));
        script.closed(call, CallOutcome.ABANDONED);
        assertEquals(0, metrics.calls().waiting(JEJU_BENEFITS));
        assertEquals(1, metrics.calls().offers(OfferOutcome.NO_ANSWER, JEJU));
    }

    @Test
    void callThatSeveralPhonesRingForIsBackInLineWhenTheLastHasEnded() {
        long call = DecisionScript.call(JEJU, 1);
        script.admitted(call)
                .joined(call, 0)
                .rings(call, 0, 0)
                .rings(call, 0, 1)
                .rings(call, 0, 2);
        script.offerEnded(call, OfferOutcome.BUSY).offerEnded(call, OfferOutcome.REJECTED);
        assertEquals(0, metrics.calls().waiting(JEJU_BENEFITS));
        script.offerEnded(call, OfferOutcome.NO_ANSWER);
        assertEquals(1, metrics.calls().waiting(JEJU_BENEFITS));
        script.rings(call, 0, 0).rings(call, 0, 1).connected(call, 1_000);
        script.offerEnded(call, OfferOutcome.ANSWERED_ELSEWHERE);
        assertEquals(0, metrics.calls().waiting(JEJU_BENEFITS));
        assertEquals(1, metrics.calls().offers(OfferOutcome.ANSWERED_ELSEWHERE, JEJU));
    }

    @Test
    void ruleIsCountedOncePerCall() {
        long call = DecisionScript.call(JEJU, 1);
        script.admitted(call).joined(call, 0b101).offered(call, 0b101).offerEnded(call, OfferOutcome.BUSY);
        script.offered(call, 0b111);
        assertEquals(1, metrics.calls().fired(0));
        assertEquals(1, metrics.calls().fired(1));
        assertEquals(1, metrics.calls().fired(2));
    }

    @Test
    void agentsAreCountedInTheirCentreAndState() {
        assertEquals(2, metrics.agents().count(AgentState.LOGGED_OUT, JEJU));
        script.agent(1, AgentState.READY).agent(1, AgentState.TALKING).agent(0, AgentState.READY);
        assertEquals(1, metrics.agents().count(AgentState.LOGGED_OUT, JEJU));
        assertEquals(1, metrics.agents().count(AgentState.TALKING, JEJU));
        assertEquals(1, metrics.agents().total(AgentState.READY));
    }

    @Test
    void pageShowsEveryFigureWithoutAnythingPersonal() {
        try (MetricsPage page = new MetricsPage()) {
            RoutingMeters meters = new RoutingMeters(names, metrics, page);
            meters.register(() -> 7, () -> 3);
            meters.registerRules(List.of("senior"));
            long call = DecisionScript.call(JEJU, 1);
            script.admitted(call).joined(call, 1).offered(call, 1).connected(call, 25_000);
            script.refused(RefusalReason.STALE_OFFER).agent(2, AgentState.READY);
            String text = page.text();
            for (String line : List.of(
                    "baro_calls_offered_total{centre=\"jeju\",queue=\"benefits\"} 1.0",
                    "baro_calls_answered_total{centre=\"jeju\",queue=\"benefits\"} 1.0",
                    "baro_calls_answered_within_objective_total{centre=\"jeju\",queue=\"benefits\"} 0.0",
                    "baro_calls_failed_over_total{centre=\"seoul\",queue=\"none\"} 0.0",
                    "baro_calls_in_progress{centre=\"jeju\"} 0.0",
                    "baro_decisions_forgone_total 3.0",
                    "baro_service_level{centre=\"jeju\",queue=\"benefits\"} 0.0",
                    "baro_queue_waiting{centre=\"jeju\",queue=\"benefits\"} 0.0",
                    "baro_wait_seconds_bucket{centre=\"jeju\",le=\"20.0\"} 0",
                    "baro_wait_seconds_bucket{centre=\"jeju\",le=\"30.0\"} 1",
                    "baro_wait_seconds_sum{centre=\"jeju\"} 25.0",
                    "baro_rule_fired_total{rule=\"senior\"} 1.0",
                    "baro_commands_refused_total{reason=\"stale_offer\"} 1.0",
                    "baro_agents{centre=\"jeju\",state=\"ready\"} 1.0",
                    "baro_identity_holds 1.0",
                    "baro_ring_depth 7.0",
                    "baro_decision_latency_seconds_count 1",
                    "baro_decision_seconds_bucket{le=\"+Inf\"} 1",
                    "baro_decision_seconds_count 1",
                    "jvm_threads_live_threads")) {
                assertTrue(text.contains(line), line + " in\n" + text);
            }
            assertTrue(text.contains("baro_decision_latency_seconds{quantile=\"0.999\"}"));
        }
    }

    /** The runtime's own one-off work (linking, compiling) lands in a few rounds; an allocation of ours would be in all. */
    @Test
    void countingAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int clean = 0;
        for (int round = 0; round < 300; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            playDay();
            clean += threads.getCurrentThreadAllocatedBytes() == before ? 1 : 0;
        }
        assertTrue(clean > 250, clean + " of 300 rounds allocated nothing");
    }

    private void playDay() {
        for (int i = 0; i < 100; i++) {
            long call = DecisionScript.call(JEJU, i);
            script.admitted(call).joined(call, 3).offered(call, 3).offerEnded(call, OfferOutcome.NO_ANSWER);
            script.offered(call, 3).connected(call, 1_000).agent(1, AgentState.TALKING);
            script.closed(call, CallOutcome.ANSWERED).agent(1, AgentState.READY);
        }
    }
}
