package io.baro.acd.app;

import io.baro.acd.hours.QueueCalendar;
import io.baro.acd.view.LiveFloor;

/** Tells the floor what the calendar tells the router: no decision says that a queue opened. Owned by the one thread that ticks. */
final class FloorCalendar implements QueueCalendar.Announcements {
    private final QueueCalendar.Announcements router;
    private final LiveFloor floor;

    FloorCalendar(QueueCalendar.Announcements router, LiveFloor floor) {
        this.router = router;
        this.floor = floor;
    }

    @Override
    public void opened(int queueId, long closesAtMillis) {
        router.opened(queueId, closesAtMillis);
        floor.queueOpen(queueId, true);
    }

    @Override
    public void closed(int queueId) {
        router.closed(queueId);
        floor.queueOpen(queueId, false);
    }

    @Override
    public void callingHours(boolean open) {
        router.callingHours(open);
    }

    @Override
    public void dayBegan() {
        router.dayBegan();
        floor.dayBegan();
    }
}
