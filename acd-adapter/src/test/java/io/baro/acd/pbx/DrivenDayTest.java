package io.baro.acd.pbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.traffic.DayProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class DrivenDayTest {
    private static final long SEED = 7;
    /** 2026-11-23, a Monday, 00:00 UTC. */
    private static final long DAY_START = 1_795_392_000_000L;

    private static final long HOUR = 3_600_000;

    /** Two morning hours of a fiftieth of the model centre, at 900 times: about ten seconds. */
    @Test
    void aDayOnTwoPbxsIsCountedAlikeByThePbxAndByTheEngine() throws Exception {
        try (PbxLoop loop = new PbxLoop(900, DAY_START + 8 * HOUR + 45 * 60_000)) {
            List<EmbeddedPbx> pbxs = List.of(open(loop, 0, 16), open(loop, 1, 16));
            DayDriver driver = new DayDriver(loop, pbxs, morning(), SEED, DAY_START);
            List<StandInEngine> engines = new ArrayList<>();
            for (EmbeddedPbx pbx : pbxs) {
                engines.add(new StandInEngine(pbx.port(), "ev", "act", loop.clock()::epochMillis, List.of()));
            }
            driver.begin(true);
            awaitOver(driver, loop);
            DayTally tally = driver.tally();

            assertNull(loop.failure());
            assertEquals(0, tally.inProgress(), tally.toString());
            assertTrue(tally.dialled() > 700, tally.toString());
            assertEquals(tally.announced(), sum(engines, true), tally.toString());
            assertEquals(tally.connected(), sum(engines, false), tally.toString());
            assertTrue(tally.connected() > tally.dialled() / 2, tally.toString());
            assertEquals(0, tally.lost() + tally.diverted(), tally.toString());
            engines.forEach(StandInEngine::close);
        }
    }

    private static DayProfile morning() {
        DayProfile day = DayProfile.modelCentre().share(1, 50);
        List<Integer> hours = new ArrayList<>(Collections.nCopies(24, 0));
        hours.set(9, day.callsByHour().get(9));
        hours.set(10, day.callsByHour().get(10));
        return new DayProfile(
                hours,
                day.spikes(),
                day.agents(),
                day.callers(),
                day.talkMedianMillis(),
                day.patienceMedianMillis(),
                day.callbackTakers(),
                day.redialAfterAbandon(),
                day.redialAfterTalk(),
                day.withheld(),
                day.menuWeights());
    }

    private static EmbeddedPbx open(PbxLoop loop, int index, int phones) {
        List<String> endpoints = new ArrayList<>();
        for (int phone = 0; phone < phones; phone++) {
            endpoints.add("a" + (1000 * (index + 1) + phone));
        }
        return loop.open(PbxSettings.of("pbx" + index, "pbx" + index + "-7f3a9c", "ev", "act", endpoints)
                .withWaits(60, 3_600));
    }

    private static long sum(List<StandInEngine> engines, boolean arrived) {
        return engines.stream()
                .mapToLong(engine -> (arrived ? engine.arrived : engine.connected).get())
                .sum();
    }

    private static void awaitOver(DayDriver driver, PbxLoop loop) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
        while (!driver.isOver()) {
            assertTrue(
                    System.nanoTime() < deadline,
                    () -> driver.tally() + " at " + loop.clock().epochMillis());
            assertNull(loop.failure());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
