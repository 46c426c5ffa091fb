package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WaitEstimateTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long MEAN = WaitEstimate.FIRST_SERVICE_MILLIS;

    private final CallQueue queue = Queues.plain(0);
    private final WaitEstimate estimate = queue.estimate();

    @Test
    void waitIsTheWorkAheadDividedByTheStaff() {
        staff(queue, queue, 1);
        assertEquals(MEAN, queue.ewtMillis(NOW));
        waiting(queue, 4);
        assertEquals(5 * MEAN, queue.ewtMillis(NOW));
        staff(queue, queue, 3);
        assertEquals(5 * MEAN / 4, queue.ewtMillis(NOW));
    }

    @Test
    void callsOfAQueueThatSharesTheStaffAreWorkAheadToo() {
        CallQueue other = Queues.plain(1);
        staff(queue, queue, 4);
        staff(other, other, 8);
        estimate.shares(other, 4);
        waiting(other, 10);
        // Half of the other queue's staff serves this one: half of its ten calls take our four agents.
        assertEquals((MEAN + (5 * MEAN)) / 4, queue.ewtMillis(NOW));
    }

    @Test
    void aHeadStartSkipsThoseWhoCameSoLongBefore() {
        staff(queue, queue, 1);
        waiting(queue, 4);
        queue.waits(NOW - 300_000, 2);
        long boosted = estimate.raw(NOW - 200_000, NOW);
        assertEquals(3 * MEAN, boosted);
        assertEquals(2, estimate.ahead(NOW - 200_000));
        assertEquals(6, estimate.ahead(NOW));
    }

    @Test
    void withoutStaffNoWaitCanBePromised() {
        assertEquals(CallQueue.UNBOUNDED_EWT, queue.ewtMillis(NOW));
        assertEquals(-1, queue.nextEwtMillis(NOW));
        staff(queue, queue, 1);
        assertEquals(MEAN, queue.nextEwtMillis(NOW));
    }

    @Test
    void thoseWhoGiveUpMakeTheWaitShorter() {
        staff(queue, queue, 1);
        waiting(queue, 9);
        long before = queue.ewtMillis(NOW);
        for (int i = 0; i < 100; i++) {
            estimate.abandoned(10 * MEAN);
        }
        // Hazard 1 / (10 * MEAN), ten services ahead: ln(2) = 0.69 of them remain, the approximant says 7 / 10.
        assertTrue(Math.abs(queue.ewtMillis(NOW) - (before * 7 / 10)) < before / 100, "told " + queue.ewtMillis(NOW));
    }

    @Test
    void thoseWhoWillOvertakeMakeItLonger() {
        staff(queue, queue, 1);
        waiting(queue, 1);
        long minute = NOW - (NOW % 60_000) - 30_000;
        estimate.served(MEAN);
        for (int i = 0; i < 100; i++) {
            estimate.joined(600_000, minute);
        }
        assertTrue(queue.ewtMillis(NOW) > 2 * MEAN, "no longer than without: " + queue.ewtMillis(NOW));
        assertTrue(queue.ewtMillis(NOW) <= 2 * MEAN + 480_000, "more than they can take: " + queue.ewtMillis(NOW));
    }

    @Test
    void estimatesThatWereTooShortGrowUntilHalfOfThemAreTooLong() {
        staff(queue, queue, 1);
        for (int i = 0; i < 400; i++) {
            long told = queue.ewtMillis(NOW);
            estimate.offered(2 * MEAN, told, told);
        }
        assertTrue(Math.abs(queue.ewtMillis(NOW) - (2 * MEAN)) <= MEAN / 50, "told " + queue.ewtMillis(NOW));
    }

    @Test
    void meanServiceFollowsWhatIsMeasured() {
        estimate.served(MEAN + 16_000);
        assertEquals(MEAN + 1_000, estimate.meanServiceMillis());
        for (int i = 0; i < 500; i++) {
            estimate.served(60_000);
        }
        assertTrue(Math.abs(estimate.meanServiceMillis() - 60_000) <= 16, "mean " + estimate.meanServiceMillis());
    }

    private static void staff(CallQueue of, CallQueue shared, int more) {
        of.step(0).staffed(more);
        of.estimate().shares(shared, more);
    }

    private static void waiting(CallQueue queue, int calls) {
        queue.waits(NOW - 60_000, calls);
    }
}
