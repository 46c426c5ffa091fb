package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.metrics.CentreNames;
import io.baro.acd.metrics.DecisionScript;
import io.baro.acd.metrics.RoutingMetrics;
import io.baro.acd.pbx.DayTally;
import io.baro.engine.message.CallOutcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondWitnessTest {
    private final RoutingMetrics engine =
            new RoutingMetrics(new CentreNames(List.of("seoul"), List.of("general"), List.of(0)), 20_000, 100);

    /** The engine: one answered, one abandoned, two reserved, one in progress. */
    @BeforeEach
    void tellTheEngine() {
        DecisionScript script = new DecisionScript(engine, 0);
        for (int call = 1; call <= 5; call++) {
            script.admitted(DecisionScript.call(0, call)).joined(DecisionScript.call(0, call), 0);
        }
        script.connected(DecisionScript.call(0, 1), 10).closed(DecisionScript.call(0, 1), CallOutcome.ANSWERED);
        script.closed(DecisionScript.call(0, 2), CallOutcome.ABANDONED);
        script.closed(DecisionScript.call(0, 3), CallOutcome.RESERVED);
        script.closed(DecisionScript.call(0, 4), CallOutcome.RESERVED);
    }

    @Test
    void sameTermsAreOk() {
        assertEquals(new SecondWitness("ok", 0), hear(tally(5, 1, 2, 0, 1)));
    }

    @Test
    void whoHungUpBeforeHearingOfHisReservationIsNoDifference() {
        assertEquals(new SecondWitness("ok", 1), hear(tally(5, 1, 1, 0, 2)));
        assertEquals(new SecondWitness("ok", 1), hear(tally(5, 1, 1, 0, 1)));
    }

    @Test
    void everyOtherDifferenceIsNamed() {
        assertEquals("offered engine 5 pbxs 6", firstOf(hear(tally(6, 1, 2, 0, 1))));
        assertEquals("answered engine 1 pbxs 2", firstOf(hear(tally(5, 2, 2, 0, 1))));
        assertEquals("failed over engine 0 pbxs 1", firstOf(hear(tally(5, 1, 2, 1, 1))));
        assertTrue(hear(tally(5, 1, 3, 0, 1)).verdict().contains("reserved engine 2 pbxs 3"));
        assertTrue(hear(tally(5, 1, 2, 0, 0)).verdict().contains("abandoned engine 1 pbxs 0"));
    }

    private SecondWitness hear(DayTally pbxs) {
        return SecondWitness.hear(engine.calls(), pbxs);
    }

    private static String firstOf(SecondWitness witness) {
        String verdict = witness.verdict();
        int end = verdict.indexOf(", ");
        return end < 0 ? verdict : verdict.substring(0, end);
    }

    private static DayTally tally(long dialled, long connected, long reserved, long failedOver, long abandoned) {
        return new DayTally(dialled, dialled, connected, reserved, 0, failedOver, abandoned, 0, 0);
    }
}
