package io.baro.engine.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Each formula by hand (research A28, O3, V2). */
class RivalQueueTest {
    private final RivalQueue queue = new RivalQueue();

    @Test
    void appQueueTakesEachAnswerWholeUntilACallIsOverThenAQuarterOfIt() {
        queue.answered(40_900);
        assertEquals(40_000, queue.appQueueMillis());
        queue.answered(10_000);
        assertEquals(10_000, queue.appQueueMillis(), "nobody has hung up yet");
        queue.completed(60_000);
        queue.answered(31_000);
        assertEquals(15_000, queue.appQueueMillis(), "(3 * 10 + 31) / 4 in whole seconds");
    }

    @Test
    void openSipsMultipliesTheAverageTalkByTheQueuedOverTheStaffed() {
        queue.staffed(4);
        queue.completed(100_000);
        queue.completed(200_000);
        assertEquals(0, queue.openSipsMillis(), "nobody is queued");
        queue.joins(0);
        queue.joins(0);
        assertEquals(75_000, queue.openSipsMillis(), "150 s * 2 / 4");
    }

    @Test
    void viciDialAveragesTheLastFiveWithThoseWhoWaitAndNeverSaysLessThanTenSeconds() {
        assertEquals(10_000, queue.viciDialMillis(0));
        for (long wait = 1; wait <= 6; wait++) {
            queue.answered(wait * 10_000);
        }
        assertEquals(40_000, queue.viciDialMillis(0), "20, 30, 40, 50, 60 s");
        queue.joins(0);
        queue.joins(20_000);
        assertEquals(47_368, queue.viciDialMillis(60_000), "(50 + 40) / 1.9");
    }
}
