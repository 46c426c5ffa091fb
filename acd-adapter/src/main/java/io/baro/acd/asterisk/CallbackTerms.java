package io.baro.acd.asterisk;

import io.baro.acd.customer.DialableNumbers;
import io.baro.acd.hours.OpeningHours;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What the operator allows of callbacks. Immutable; any thread.
 *
 * @param numbers that may be called
 * @param hours at which people may be called; empty: at any
 * @param zone in which a caller means an hour
 */
public record CallbackTerms(DialableNumbers numbers, Optional<OpeningHours> hours, ZoneId zone) {
    private static final int HOURS_OF_A_DAY = 24;

    /** Who names an hour that has begun means this one as long as this much of it is left, minutes. */
    private static final int LEAST_LEFT_MINUTES = 15;

    /** One hour in which a caller wants to be called, epoch milliseconds. */
    public record Window(long fromMillis, long untilMillis) {}

    /** The next time that it is that hour of the day; empty: there is no such hour, or nobody is called then. */
    public Optional<Window> next(long hour, long nowMillis) {
        if (hour < 0 || hour >= HOURS_OF_A_DAY) {
            return Optional.empty();
        }
        ZonedDateTime now = Instant.ofEpochMilli(nowMillis).atZone(zone);
        ZonedDateTime today = now.toLocalDate().atTime((int) hour, 0).atZone(zone);
        boolean over = now.isAfter(today.plusHours(1).minusMinutes(LEAST_LEFT_MINUTES));
        ZonedDateTime from =
                over ? now.toLocalDate().plusDays(1).atTime((int) hour, 0).atZone(zone) : today;
        long fromMillis = Math.max(nowMillis, from.toInstant().toEpochMilli());
        boolean open = hours.isEmpty() || hours.get().at(fromMillis).open();
        return open
                ? Optional.of(
                        new Window(fromMillis, from.plusHours(1).toInstant().toEpochMilli()))
                : Optional.empty();
    }
}
