package io.baro.acd.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.traffic.RandomStream;
import org.junit.jupiter.api.Test;

class PatienceCurveTest {
    private static final int DRAWS = 20_000;

    private final PatienceCurve curve = new PatienceCurve();
    private final RandomStream chance = new RandomStream(7, 1);

    @Test
    void nobodyIsDrawnWhoWouldHaveLeftBeforeHeWasServed() {
        for (int seconds = 1; seconds <= 100; seconds++) {
            curve.gaveUp(seconds * 1_000L);
        }
        curve.finish();
        for (int draw = 0; draw < DRAWS; draw++) {
            assertTrue(curve.drawBeyond(40_000, chance) > 40_000);
        }
    }

    /** Of ten callers one gives up at 1 s, four are served at 2 s, five give up at 3 s: 0.9 are left, then 0.9 * 0 / 5. */
    @Test
    void whoWasServedCountsAsPatientUntilThen() {
        curve.gaveUp(1_000);
        for (int i = 0; i < 4; i++) {
            curve.servedAfter(2_000);
        }
        for (int i = 0; i < 5; i++) {
            curve.gaveUp(3_000);
        }
        curve.finish();
        int early = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            early += curve.drawBeyond(0, chance) == 1_000 ? 1 : 0;
        }
        assertEquals(0.1, (double) early / DRAWS, 0.01);
    }

    @Test
    void whoOutwaitsEverybodyWaitsForHours() {
        curve.gaveUp(1_000);
        curve.servedAfter(5_000);
        curve.finish();
        assertTrue(curve.drawBeyond(2_000, chance) > 3_600_000);
    }
}
