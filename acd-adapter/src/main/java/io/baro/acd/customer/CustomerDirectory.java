package io.baro.acd.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.agrona.collections.Long2LongHashMap;

/**
 * How old a caller is, by caller key. Holds birth dates by hashed number, never a number. Any thread reads it without waiting
 * and without allocating; a reload swaps the whole table at once.
 */
public final class CustomerDirectory {
    /** The age of a caller of whom nothing is known. */
    public static final int UNKNOWN = -1;

    private final ZoneId zone;
    private volatile Long2LongHashMap births = new Long2LongHashMap(BirthDate.NONE);
    private volatile Day day = new Day(0, 0, 0);

    /** An empty directory: every age is unknown. */
    public CustomerDirectory(ZoneId zone) {
        this.zone = zone;
    }

    /** Full years at that time in the directory's zone, or {@link #UNKNOWN}. */
    public int ageAt(long callerKey, long epochMillis) {
        long birth = births.get(callerKey);
        if (birth == BirthDate.NONE) {
            return UNKNOWN;
        }
        int age = BirthDate.ageOn(dayOf(epochMillis), (int) birth);
        return age < 0 ? UNKNOWN : age;
    }

    public int size() {
        return births.size();
    }

    /** Takes another table, from now on and whole; the table must not be written any more. */
    void replace(Long2LongHashMap loaded) {
        births = loaded;
    }

    ZoneId zone() {
        return zone;
    }

    /** The calendar is asked once a day; between two midnights the day is a comparison. */
    private int dayOf(long epochMillis) {
        Day current = day;
        if (epochMillis < current.fromMillis || epochMillis >= current.untilMillis) {
            LocalDate date = Instant.ofEpochMilli(epochMillis).atZone(zone).toLocalDate();
            current = new Day(
                    date.atStartOfDay(zone).toInstant().toEpochMilli(),
                    date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli(),
                    BirthDate.of(date));
            day = current;
        }
        return current.date;
    }

    private record Day(long fromMillis, long untilMillis, int date) {}
}
