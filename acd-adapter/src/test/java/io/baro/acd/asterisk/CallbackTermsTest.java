package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.customer.DialableNumbers;
import io.baro.acd.hours.OpeningHours;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class CallbackTermsTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DialableNumbers NUMBERS = new DialableNumbers(8, 11, List.of("0"), List.of("00", "060"));
    private static final OpeningHours OFFICE = new OpeningHours(
            SEOUL,
            Map.of(DayOfWeek.MONDAY, List.of(new OpeningHours.Span(LocalTime.of(9, 0), LocalTime.of(18, 0)))),
            Map.of());

    private final CallbackTerms any = new CallbackTerms(NUMBERS, Optional.empty(), SEOUL);
    private final CallbackTerms office = new CallbackTerms(NUMBERS, Optional.of(OFFICE), SEOUL);

    @Test
    void hourToComeIsToday() {
        assertWindow(
                any.next(14, at("2026-03-09T10:00:00+09:00")),
                "2026-03-09T14:00:00+09:00",
                "2026-03-09T15:00:00+09:00");
    }

    @Test
    void hourThatHasBegunIsNowAsLongAsAQuarterIsLeft() {
        assertWindow(
                any.next(10, at("2026-03-09T10:44:00+09:00")),
                "2026-03-09T10:44:00+09:00",
                "2026-03-09T11:00:00+09:00");
        assertWindow(
                any.next(10, at("2026-03-09T10:46:00+09:00")),
                "2026-03-10T10:00:00+09:00",
                "2026-03-10T11:00:00+09:00");
    }

    @Test
    void hourAtWhichNobodyIsCalledIsNone() {
        assertTrue(office.next(17, at("2026-03-09T10:00:00+09:00")).isPresent());
        assertTrue(office.next(18, at("2026-03-09T10:00:00+09:00")).isEmpty());
        assertTrue(office.next(9, at("2026-03-09T10:00:00+09:00")).isEmpty(), "tomorrow is a Tuesday");
    }

    @Test
    void thereIsNoHour24() {
        assertTrue(any.next(24, at("2026-03-09T10:00:00+09:00")).isEmpty());
        assertTrue(any.next(-1, at("2026-03-09T10:00:00+09:00")).isEmpty());
    }

    @Test
    void onlyNumbersOfTheRightLengthAndBeginningAreDialled() {
        assertTrue(isDialable("01012345678"));
        assertTrue(isDialable("02123456"));
        assertFalse(isDialable("0212345"), "too short");
        assertFalse(isDialable("010123456789"), "too long");
        assertFalse(isDialable("15771000"), "does not begin with 0");
        assertFalse(isDialable("0082312345"), "abroad");
        assertFalse(isDialable("0601234567"), "costs extra");
        assertFalse(isDialable("+8210123456"), "no digits");
        assertFalse(isDialable(""), "nothing");
    }

    private static boolean isDialable(String number) {
        byte[] ascii = number.getBytes(StandardCharsets.US_ASCII);
        return NUMBERS.contains(new UnsafeBuffer(ascii), 0, ascii.length);
    }

    private static void assertWindow(Optional<CallbackTerms.Window> window, String from, String until) {
        assertEquals(Optional.of(new CallbackTerms.Window(at(from), at(until))), window);
    }

    private static long at(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}
