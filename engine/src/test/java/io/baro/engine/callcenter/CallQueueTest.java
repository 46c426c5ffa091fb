package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CallQueueTest {
    private static final long MEAN = CallQueue.FIRST_SERVICE_MILLIS;

    private final CallQueue queue = Queues.plain(0);

    @Test
    void waitIsWhoIsAheadTimesTheServiceDividedByTheStaff() {
        queue.step(0).staffed(1);
        assertEquals(MEAN, queue.ewtMillis());
        queue.waits(4);
        assertEquals(5 * MEAN, queue.ewtMillis());
        queue.step(0).staffed(3);
        assertEquals(5 * MEAN / 4, queue.ewtMillis());
    }

    @Test
    void withoutStaffNoWaitCanBePromised() {
        assertEquals(CallQueue.UNBOUNDED_EWT, queue.ewtMillis());
        assertEquals(-1, queue.nextEwtMillis());
        queue.step(0).staffed(1);
        assertEquals(MEAN, queue.nextEwtMillis());
    }

    @Test
    void meanServiceFollowsWhatIsMeasured() {
        queue.measureService(MEAN + 16_000);
        assertEquals(MEAN + 1_000, queue.meanServiceMillis());
        for (int i = 0; i < 500; i++) {
            queue.measureService(60_000);
        }
        assertTrue(Math.abs(queue.meanServiceMillis() - 60_000) <= 16, "mean " + queue.meanServiceMillis());
    }

    @Test
    void callsStandByRankThenArrivalThenId() {
        Call early = call(9, 1_000, 0);
        Call boosted = call(2, 3_000, 2_000);
        Call boostedTwin = call(1, 3_000, 2_000);
        Call late = call(3, 2_000, 0);
        for (Call call : new Call[] {late, boosted, early, boostedTwin}) {
            call.standInLine();
        }
        for (Call expected : new Call[] {early, boostedTwin, boosted, late}) {
            assertEquals(expected.id(), queue.step(0).waiting.first().id());
            queue.step(0).waiting.first().leaveLine();
        }
    }

    private Call call(long id, long joined, long boost) {
        Call call = new Call();
        call.begin(id, 0, -1, joined);
        call.queue = queue;
        call.boostMillis = boost;
        return call;
    }
}
