package io.baro.acd.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.agrona.DirectBuffer;

/**
 * A day as one number that orders like a calendar: year, month and day in bit fields, so that an age is two comparisons. Never
 * allocates once parsed. Pure; any thread.
 */
final class BirthDate {
    /** Stands for no date: no year is that small. */
    static final int NONE = 0;

    private static final int YEAR_SHIFT = 9;
    private static final int MONTH_SHIFT = 5;
    private static final int ISO_LENGTH = 10;

    private BirthDate() {}

    static int of(LocalDate date) {
        return date.getYear() << YEAR_SHIFT | date.getMonthValue() << MONTH_SHIFT | date.getDayOfMonth();
    }

    /** Reads {@code 1950-02-28}; {@link #NONE} when it is no such text or no day of the calendar. */
    static int parse(DirectBuffer ascii, int offset, int length) {
        if (length != ISO_LENGTH || ascii.getByte(offset + 4) != '-' || ascii.getByte(offset + 7) != '-') {
            return NONE;
        }
        int year = number(ascii, offset, 4);
        int month = number(ascii, offset + 5, 2);
        int day = number(ascii, offset + 8, 2);
        if (year < 0 || month < 0 || day < 0) {
            return NONE;
        }
        try {
            return of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return NONE;
        }
    }

    /**
     * Full years on that day. Who was born on 29 February becomes a year older on 1 March of a common year, as the Korean Civil
     * Act (article 160) and {@link java.time.Period} have it.
     */
    static int ageOn(int today, int birth) {
        int years = (today >>> YEAR_SHIFT) - (birth >>> YEAR_SHIFT);
        int yearMask = (1 << YEAR_SHIFT) - 1;
        return (today & yearMask) < (birth & yearMask) ? years - 1 : years;
    }

    private static int number(DirectBuffer ascii, int offset, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            byte b = ascii.getByte(offset + i);
            if (!CallerKeys.isDigit(b)) {
                return -1;
            }
            value = value * 10 + b - '0';
        }
        return value;
    }
}
