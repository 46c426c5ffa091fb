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
    /** The hours of the callback desk, or null. */
    private Entry calling;

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

    private static final class Entry {
        private final OpeningHours hours;
        private final List<Integer> queueIds;
        private OpeningHours.State told;

        private Entry(OpeningHours hours, List<Integer> queueIds) {
            this.hours = hours;
            this.queueIds = queueIds;
        }
    }

    /** @param zone whose midnight begins the day */
    public QueueCalendar(ZoneId zone, Announcements announcements) {
        this.zone = zone;
        this.announcements = announcements;
    }

    /** Queues without hours are never added: they are open. */
    public void add(OpeningHours hours, List<Integer> queueIds) {
        entries.add(new Entry(hours, List.copyOf(queueIds)));
    }

    /** Without them people may be called at any hour. */
    public void addCallingHours(OpeningHours hours) {
        calling = new Entry(hours, List.of());
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
                tell(entry, now);
            }
            nextMillis = Math.min(nextMillis, now.untilMillis());
        }
        if (calling != null) {
            OpeningHours.State now = calling.hours.at(epochMillis);
            if (calling.told == null || calling.told.open() != now.open()) {
                announcements.callingHours(now.open());
            }
            calling.told = now;
            nextMillis = Math.min(nextMillis, now.untilMillis());
        }
        return nextMillis;
    }

    private boolean isSameDay(long epochMillis) {
        return today != null
                && epochMillis >= today.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private void tell(Entry entry, OpeningHours.State now) {
        boolean wasClosed = entry.told != null && !entry.told.open();
        entry.told = now;
        for (int queueId : entry.queueIds) {
            if (now.open()) {
                announcements.opened(queueId, now.untilMillis());
            } else if (!wasClosed) {
                announcements.closed(queueId);
            }
        }
    }
}
