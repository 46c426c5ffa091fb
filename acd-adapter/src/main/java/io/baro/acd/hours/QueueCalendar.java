package io.baro.acd.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the router when queues open and close and when a day begins. Owns what it told last; reads no clock: whoever ticks gives
 * the time, which may jump. Owned by the one thread that ticks.
 */
public final class QueueCalendar {
    private final ZoneId zone;
    private final Announcements announcements;
    private final List<Entry> entries = new ArrayList<>();
    private LocalDate today;
    private long nextMillis = Long.MIN_VALUE;

    /** Takes what happens, on the thread that ticks. */
    public interface Announcements {
        /** Opens until then, epoch milliseconds; {@link OpeningHours#NEVER}: does not close. */
        void opened(int queueId, long closesAtMillis);

        void closed(int queueId);

        /** People may be called back from now on, or not. */
        void callingHours(boolean open);

        void dayBegan();
    }

    /** Says what has changed. */
    @FunctionalInterface
    private interface Telling {
        /** @param before null: nothing was told yet */
        void tell(OpeningHours.State before, OpeningHours.State now);
    }

    private static final class Entry {
        private final OpeningHours hours;
        private final Telling telling;
        private OpeningHours.State told;

        private Entry(OpeningHours hours, Telling telling) {
            this.hours = hours;
            this.telling = telling;
        }
    }

    /** @param zone whose midnight begins the day */
    public QueueCalendar(ZoneId zone, Announcements announcements) {
        this.zone = zone;
        this.announcements = announcements;
    }

    /** Queues without hours are never added: they are open. */
    public void add(OpeningHours hours, List<Integer> queueIds) {
        List<Integer> ids = List.copyOf(queueIds);
        entries.add(new Entry(hours, (before, now) -> tellQueues(ids, before, now)));
    }

    /** Without them people may be called at any hour. */
    public void addCallingHours(OpeningHours hours) {
        entries.add(new Entry(hours, this::tellCalling));
    }

    /**
     * Tells what has changed by then; the first time, how everything stands. Cheap when nothing is due.
     *
     * @return when something will be due next
     */
    public long advanceTo(long epochMillis) {
        // A clock set back is a reason to look again.
        if (epochMillis < nextMillis && isSameDay(epochMillis)) {
            return nextMillis;
        }
        LocalDate day = Instant.ofEpochMilli(epochMillis).atZone(zone).toLocalDate();
        if (today != null && day.isAfter(today)) {
            announcements.dayBegan();
        }
        today = day;
        nextMillis = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        for (Entry entry : entries) {
            OpeningHours.State now = entry.hours.at(epochMillis);
            if (!now.equals(entry.told)) {
                entry.telling.tell(entry.told, now);
                entry.told = now;
            }
            nextMillis = Math.min(nextMillis, now.untilMillis());
        }
        return nextMillis;
    }

    private boolean isSameDay(long epochMillis) {
        return today != null
                && epochMillis >= today.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private void tellQueues(List<Integer> queueIds, OpeningHours.State before, OpeningHours.State now) {
        boolean wasClosed = before != null && !before.open();
        for (int queueId : queueIds) {
            if (now.open()) {
                announcements.opened(queueId, now.untilMillis());
            } else if (!wasClosed) {
                announcements.closed(queueId);
            }
        }
    }

    private void tellCalling(OpeningHours.State before, OpeningHours.State now) {
        if (before == null || before.open() != now.open()) {
            announcements.callingHours(now.open());
        }
    }
}
