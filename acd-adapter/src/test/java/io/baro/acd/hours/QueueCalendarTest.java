package io.baro.acd.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueCalendarTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final List<OpeningHours.Span> OFFICE =
            List.of(new OpeningHours.Span(LocalTime.of(9, 0), LocalTime.of(18, 0)));
    private static final OpeningHours HOURS =
            new OpeningHours(SEOUL, Map.of(DayOfWeek.MONDAY, OFFICE, DayOfWeek.TUESDAY, OFFICE), Map.of());

    private final List<String> told = new ArrayList<>();
    private final QueueCalendar calendar = new QueueCalendar(SEOUL, new QueueCalendar.Announcements() {
        @Override
        public void opened(int queueId, long closesAtMillis) {
            told.add(queueId + " until "
                    + Instant.ofEpochMilli(closesAtMillis).atZone(SEOUL).toLocalDateTime());
        }

        @Override
        public void closed(int queueId) {
            told.add(queueId + " closed");
        }

        @Override
        public void callingHours(boolean open) {
            told.add(open ? "calling" : "no calling");
        }

        @Override
        public void dayBegan() {
            told.add("day");
        }
    });

    @Test
    void firstLookTellsHowEverythingStands() {
        calendar.add(HOURS, List.of(3, 4));
        assertEquals(at("2026-03-09T09:00:00+09:00"), calendar.advanceTo(at("2026-03-09T08:00:00+09:00")));
        assertEquals(List.of("3 closed", "4 closed"), told);
    }

    @Test
    void callingHoursAreToldAtTheFirstLookAndWhenTheyChange() {
        calendar.addCallingHours(HOURS);
        calendar.advanceTo(at("2026-03-09T08:00:00+09:00"));
        calendar.advanceTo(at("2026-03-09T09:00:00+09:00"));
        calendar.advanceTo(at("2026-03-09T12:00:00+09:00"));
        calendar.advanceTo(at("2026-03-09T18:00:00+09:00"));
        assertEquals(List.of("no calling", "calling", "no calling"), told);
    }

    @Test
    void queuesOpenAndCloseAtTheirMinuteAndTheDayBeginsAtMidnight() {
        calendar.add(HOURS, List.of(3));
        long time = at("2026-03-09T08:00:00+09:00");
        while (time < at("2026-03-11T12:00:00+09:00")) {
            long before = told.size();
            long due = calendar.advanceTo(time);
            if (told.size() > before && time > at("2026-03-09T08:00:00+09:00")) {
                told.add("at " + Instant.ofEpochMilli(time).atZone(SEOUL).toLocalDateTime());
            }
            time = Math.min(due, time + 60_000);
        }
        assertEquals(
                List.of(
                        "3 closed",
                        "3 until 2026-03-09T18:00",
                        "at 2026-03-09T09:00",
                        "3 closed",
                        "at 2026-03-09T18:00",
                        "day",
                        "at 2026-03-10T00:00",
                        "3 until 2026-03-10T18:00",
                        "at 2026-03-10T09:00",
                        "3 closed",
                        "at 2026-03-10T18:00",
                        "day",
                        "at 2026-03-11T00:00"),
                told);
    }

    @Test
    void whoSleptThroughANightTellsTheNewClosingTime() {
        calendar.add(HOURS, List.of(3));
        calendar.advanceTo(at("2026-03-09T10:00:00+09:00"));
        told.clear();
        calendar.advanceTo(at("2026-03-10T10:00:00+09:00"));
        assertEquals(List.of("day", "3 until 2026-03-10T18:00"), told);
    }

    @Test
    void clockSetBackIsFollowedWithoutASecondDay() {
        calendar.add(HOURS, List.of(3));
        calendar.advanceTo(at("2026-03-10T10:00:00+09:00"));
        told.clear();
        calendar.advanceTo(at("2026-03-09T20:00:00+09:00"));
        assertEquals(List.of("3 closed"), told);
    }

    @Test
    void nothingIsToldTwice() {
        calendar.add(HOURS, List.of(3));
        calendar.advanceTo(at("2026-03-09T10:00:00+09:00"));
        calendar.advanceTo(at("2026-03-09T10:00:01+09:00"));
        calendar.advanceTo(at("2026-03-09T17:59:59+09:00"));
        assertEquals(1, told.size());
    }

    private static long at(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}
