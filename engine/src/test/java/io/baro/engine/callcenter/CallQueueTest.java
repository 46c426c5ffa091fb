package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CallQueueTest {
    private static final long MEAN = CallQueue.FIRST_SERVICE_MILLIS;

    private final CallQueue queue = new CallQueue(0, 0, SkillSet.empty());
    private final SkillProfile profile = new SkillProfile(0, SkillSet.empty());

    @Test
    void waitIsWhoIsAheadTimesTheServiceDividedByTheStaff() {
        queue.servedBy(profile);
        profile.staffed = 1;
        assertEquals(MEAN, queue.ewtMillis(0));
        assertEquals(5 * MEAN, queue.ewtMillis(4));
        SkillProfile others = new SkillProfile(0, SkillSet.empty().with(1, 1));
        queue.servedBy(others);
        others.staffed = 3;
        assertEquals(5 * MEAN / 4, queue.ewtMillis(4));
    }

    @Test
    void withoutStaffNoWaitCanBePromised() {
        assertEquals(CallQueue.UNBOUNDED_EWT, queue.ewtMillis(0));
        queue.servedBy(profile);
        assertEquals(CallQueue.UNBOUNDED_EWT, queue.ewtMillis(0));
        assertEquals(-1, queue.nextEwtMillis());
        profile.staffed = 1;
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
            queue.join(call);
        }
        for (Call expected : new Call[] {early, boostedTwin, boosted, late}) {
            assertEquals(expected.id(), queue.waiting.first().id());
            queue.waiting.leave(queue.waiting.firstPlace());
        }
    }

    private static Call call(long id, long joined, long boost) {
        Call call = new Call();
        call.begin(id, 0, -1, joined);
        call.boostMillis = boost;
        return call;
    }
}
