package io.baro.acd.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday to Friday, Saturday morning; two holidays, a short day, and a night from New Year's Eve. */
    private static final OpeningHours OFFICE = new OpeningHours(
            SEOUL,
            week(List.of(span("09:00", "18:00")), List.of(span("09:00", "13:00")), List.of()),
            Map.of(
                    LocalDate.of(2026, 9, 24), List.of(),
                    LocalDate.of(2026, 9, 25), List.of(),
                    LocalDate.of(2026, 12, 24), List.of(span("09:00", "12:00"), span("13:00", "15:00")),
                    LocalDate.of(2026, 12, 31), List.of(span("22:00", "02:00"))));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-03-09T08:59:59+09:00, false, 2026-03-09T09:00:00+09:00",
        "2026-03-09T09:00:00+09:00, true,  2026-03-09T18:00:00+09:00",
        "2026-03-09T17:59:59+09:00, true,  2026-03-09T18:00:00+09:00",
        "2026-03-09T18:00:00+09:00, false, 2026-03-10T09:00:00+09:00",
        "2026-03-13T18:00:00+09:00, false, 2026-03-14T09:00:00+09:00",
        "2026-03-14T13:00:00+09:00, false, 2026-03-16T09:00:00+09:00",
        "2026-03-15T12:00:00+09:00, false, 2026-03-16T09:00:00+09:00",
        "2026-09-23T18:00:00+09:00, false, 2026-09-26T09:00:00+09:00",
        "2026-09-25T10:00:00+09:00, false, 2026-09-26T09:00:00+09:00",
        "2026-12-24T11:59:00+09:00, true,  2026-12-24T12:00:00+09:00",
        "2026-12-24T12:30:00+09:00, false, 2026-12-24T13:00:00+09:00",
        "2026-12-24T15:00:00+09:00, false, 2026-12-25T09:00:00+09:00",
        "2026-12-31T12:00:00+09:00, false, 2026-12-31T22:00:00+09:00",
        "2026-12-31T23:00:00+09:00, true,  2027-01-01T02:00:00+09:00",
        "2027-01-01T01:59:59+09:00, true,  2027-01-01T02:00:00+09:00",
        "2027-01-01T02:00:00+09:00, false, 2027-01-01T09:00:00+09:00",
        "2026-03-09T00:30:00Z,      true,  2026-03-09T18:00:00+09:00",
    })
    void officeIsOpenAsTheClockOfItsZoneSays(String at, boolean open, String until) {
        assertState(OFFICE, at, open, until);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // The night of 29 March 2026 has no 02:00 to 03:00; that of 25 October has it twice.
        "2026-03-28T23:00:00+01:00, true,  2026-03-29T06:00:00+02:00",
        "2026-03-29T01:59:59+01:00, true,  2026-03-29T06:00:00+02:00",
        "2026-03-29T06:00:00+02:00, false, 2026-03-29T22:00:00+02:00",
        "2026-10-24T23:00:00+02:00, true,  2026-10-25T06:00:00+01:00",
        "2026-10-25T02:30:00+02:00, true,  2026-10-25T06:00:00+01:00",
        "2026-10-25T02:30:00+01:00, true,  2026-10-25T06:00:00+01:00",
        "2026-10-25T06:00:00+01:00, false, 2026-10-25T22:00:00+01:00",
    })
    void nightShiftEndsByTheClockWhateverTheClockDid(String at, boolean open, String until) {
        List<OpeningHours.Span> night = List.of(span("22:00", "06:00"));
        assertState(new OpeningHours(BERLIN, week(night, night, night), Map.of()), at, open, until);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // 02:30 does not exist that night: it opens when the clock jumps.
        "2026-03-29T01:30:00+01:00, false, 2026-03-29T03:00:00+02:00",
        "2026-03-29T03:00:00+02:00, true,  2026-03-29T04:00:00+02:00",
        // 02:30 comes twice: it opens the first time.
        "2026-10-25T02:29:59+02:00, false, 2026-10-25T02:30:00+02:00",
        "2026-10-25T02:15:00+01:00, true,  2026-10-25T04:00:00+01:00",
    })
    void hourThatIsLeftOutOrComesTwiceOpensAtTheFirstMoment(String at, boolean open, String until) {
        List<OpeningHours.Span> early = List.of(span("02:30", "04:00"));
        assertState(new OpeningHours(BERLIN, week(early, early, early), Map.of()), at, open, until);
    }

    @Test
    void whatIsOpenRoundTheClockNeverCloses() {
        List<OpeningHours.Span> day = List.of(span("00:00", "00:00"));
        OpeningHours always = new OpeningHours(SEOUL, week(day, day, day), Map.of());
        assertEquals(new OpeningHours.State(true, OpeningHours.NEVER), always.at(at("2026-03-09T12:00:00+09:00")));
    }

    @Test
    void roundTheClockClosesForAHoliday() {
        List<OpeningHours.Span> day = List.of(span("00:00", "00:00"));
        OpeningHours always =
                new OpeningHours(SEOUL, week(day, day, day), Map.of(LocalDate.of(2026, 12, 25), List.of()));
        assertState(always, "2026-11-01T12:00:00+09:00", true, "2026-12-25T00:00:00+09:00");
        assertState(always, "2026-12-25T12:00:00+09:00", false, "2026-12-26T00:00:00+09:00");
    }

    @Test
    void calendarWithoutHoursNeverOpens() {
        OpeningHours never = new OpeningHours(SEOUL, Map.of(), Map.of());
        assertEquals(new OpeningHours.State(false, OpeningHours.NEVER), never.at(at("2026-03-09T12:00:00+09:00")));
    }

    @Test
    void everyQuarterOfAnHourOfAYearAgreesWithTheWallClock() {
        List<OpeningHours.Span> shifts =
                List.of(span("06:00", "14:15"), span("14:15", "20:00"), span("22:30", "01:15"));
        OpeningHours hours = new OpeningHours(BERLIN, week(shifts, shifts, shifts), Map.of());
        ZonedDateTime time = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, BERLIN);
        while (time.getYear() == 2026) {
            LocalTime wall = time.toLocalTime();
            boolean open = (!wall.isBefore(LocalTime.of(6, 0)) && wall.isBefore(LocalTime.of(20, 0)))
                    || !wall.isBefore(LocalTime.of(22, 30))
                    || wall.isBefore(LocalTime.of(1, 15));
            OpeningHours.State state = hours.at(time.toInstant().toEpochMilli());
            assertEquals(open, state.open(), time.toString());
            LocalTime next =
                    Instant.ofEpochMilli(state.untilMillis()).atZone(BERLIN).toLocalTime();
            LocalTime expected = open
                    ? (wall.isBefore(LocalTime.of(20, 0)) && wall.isAfter(LocalTime.of(5, 59))
                            ? LocalTime.of(20, 0)
                            : LocalTime.of(1, 15))
                    : (wall.isBefore(LocalTime.of(6, 0)) ? LocalTime.of(6, 0) : LocalTime.of(22, 30));
            assertEquals(expected, next, time.toString());
            time = time.plusMinutes(15);
        }
    }

    private static void assertState(OpeningHours hours, String at, boolean open, String until) {
        assertEquals(new OpeningHours.State(open, at(until)), hours.at(at(at)));
    }

    private static long at(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    private static OpeningHours.Span span(String from, String to) {
        return new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Map<DayOfWeek, List<OpeningHours.Span>> week(
            List<OpeningHours.Span> workday, List<OpeningHours.Span> saturday, List<OpeningHours.Span> sunday) {
        Map<DayOfWeek, List<OpeningHours.Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day == DayOfWeek.SATURDAY ? saturday : day == DayOfWeek.SUNDAY ? sunday : workday);
        }
        return new HashMap<>(week);
    }
}
