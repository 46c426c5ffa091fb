package io.baro.acd.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.agrona.collections.Long2LongHashMap;

/**
 * What is known of a customer, by caller key: his age, his own agent, his region's team. Holds hashed numbers, never a number. Any thread reads it without waiting
 * and without allocating; a reload swaps the whole table at once.
 */
public final class CustomerDirectory {
    /** The age of a caller of whom nothing is known. */
    public static final int UNKNOWN = -1;

    /** He has no agent of his own. */
    public static final int NO_AGENT = -1;
    /** He had an agent of his own who has left. */
    public static final int AGENT_LEFT = -2;
    /** No team takes him over. */
    public static final int NO_TEAM = -1;

    private final ZoneId zone;
    private volatile Long2LongHashMap customers = new Long2LongHashMap(CustomerRecord.NONE);
    private volatile CustomerLinks links = CustomerLinks.NONE;
    private volatile Day day = new Day(0, 0, 0);

    /** An empty directory: every age is unknown. */
    public CustomerDirectory(ZoneId zone) {
        this.zone = zone;
    }

    /** Full years at that time in the directory's zone, or {@link #UNKNOWN}. */
    public int ageAt(long callerKey, long epochMillis) {
        int birth = CustomerRecord.birth(customers.get(callerKey));
        if (birth == BirthDate.NONE) {
            return UNKNOWN;
        }
        int age = BirthDate.ageOn(dayOf(epochMillis), birth);
        return age < 0 ? UNKNOWN : age;
    }

    /** His own agent, {@link #NO_AGENT} or {@link #AGENT_LEFT}. */
    public int agentOf(long callerKey) {
        return CustomerRecord.agentId(customers.get(callerKey));
    }

    /** The place in queues.yaml of the queue of his region's team, or {@link #NO_TEAM}. */
    public int teamOf(long callerKey) {
        return CustomerRecord.team(customers.get(callerKey));
    }

    public int size() {
        return customers.size();
    }

    /** Whether agents and teams in it are named by these links. */
    public boolean isLinkedBy(CustomerLinks wanted) {
        return links.equals(wanted);
    }

    /** Takes another table, from now on and whole, and by what it was read; the table must not be written any more. */
    void replace(Long2LongHashMap loaded, CustomerLinks readBy) {
        customers = loaded;
        links = readBy;
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
