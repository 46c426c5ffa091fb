package io.baro.acd.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;

/**
 * The opening hours of a calendar in its own time zone: a week, and days that differ from it. Pure: time is an argument.
 * Immutable; any thread.
 *
 * @param week spans that begin on that day of the week; a day without an entry is closed
 * @param days spans of days that differ: holidays have none
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> days) {
    /** Beyond a year, and a leap day, whatever is asked comes never: the week repeats. */
    private static final int HORIZON_DAYS = 400;

    /** The state that lasts beyond every horizon. */
    public static final long NEVER = Long.MAX_VALUE;

    public OpeningHours {
        week = Map.copyOf(week);
        days = Map.copyOf(days);
    }

    /**
     * From a time of the day to a later one of the same day, or to one of the next day; {@code to} midnight is the day's end.
     *
     * @param to not later than {@code from}: of the next day
     */
    public record Span(LocalTime from, LocalTime to) {
        boolean endsNextDay() {
            return !to.isAfter(from);
        }
    }

    /**
     * What holds at a moment.
     *
     * @param untilMillis when that ends, epoch milliseconds; {@link #NEVER}: not within a year
     */
    public record State(boolean open, long untilMillis) {}

    /** What holds at that moment and until when. A queue that opens the moment another span ends stays open. */
    public State at(long epochMillis) {
        LocalDate today = Instant.ofEpochMilli(epochMillis).atZone(zone).toLocalDate();
        // A span of yesterday may reach into today, even one of the day before if a clock change lengthened the night.
        LocalDate first = today.minusDays(2);
        long openUntil = closesAfter(epochMillis, first);
        return openUntil > epochMillis ? new State(true, openUntil) : new State(false, opensAfter(epochMillis, first));
    }

    /** The end of the open time around that moment, spans that touch taken as one; not later than it when closed. */
    private long closesAfter(long epochMillis, LocalDate first) {
        long end = epochMillis;
        boolean open = false;
        for (int day = 0; day < HORIZON_DAYS; day++) {
            boolean grown = true;
            LocalDate date = first.plusDays(day);
            // The spans of a day may stand in any order: as long as one joins, look again.
            while (grown) {
                grown = false;
                for (Span span : spansOf(date)) {
                    long from = opens(date, span);
                    long to = closes(date, span);
                    if (from <= end && to > end) {
                        end = to;
                        open = true;
                        grown = true;
                    }
                }
            }
            if (day > 3 && !joins(date, end)) {
                return open ? end : epochMillis;
            }
        }
        return NEVER;
    }

    /** Whether spans of that day or the next could still lengthen what ends then. */
    private boolean joins(LocalDate date, long end) {
        return end >= date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private long opensAfter(long epochMillis, LocalDate first) {
        for (int day = 0; day < HORIZON_DAYS; day++) {
            LocalDate date = first.plusDays(day);
            long next = NEVER;
            for (Span span : spansOf(date)) {
                long from = opens(date, span);
                if (from > epochMillis && closes(date, span) > from) {
                    next = Math.min(next, from);
                }
            }
            if (next != NEVER) {
                return next;
            }
        }
        return NEVER;
    }

    private List<Span> spansOf(LocalDate date) {
        return days.getOrDefault(date, week.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    private long opens(LocalDate date, Span span) {
        return moment(date, span.from(), true);
    }

    private long closes(LocalDate date, Span span) {
        return moment(span.endsNextDay() ? date.plusDays(1) : date, span.to(), false);
    }

    /** A time that a clock change leaves out comes when the clock jumps; one that comes twice opens first and closes last. */
    private long moment(LocalDate date, LocalTime time, boolean opening) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(date.atTime(time));
        if (offsets.isEmpty()) {
            ZoneOffsetTransition jump = rules.getTransition(date.atTime(time));
            return jump.toEpochSecond() * 1_000;
        }
        ZoneOffset offset = opening ? offsets.getFirst() : offsets.getLast();
        return date.atTime(time).toInstant(offset).toEpochMilli();
    }
}
