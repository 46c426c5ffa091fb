package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CallQueueTest {
    private final CallQueue queue = Queues.plain(0);

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
