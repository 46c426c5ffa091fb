package io.baro.acd.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Numbers, names and delays of the wire. */
class AmiNumbersTest {
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static long parse(String text) {
        return Decimal.parse(ascii(text), 0, text.length());
    }

    @Test
    void onlyDigitsAreANumber() {
        assertEquals(0, parse("0"));
        assertEquals(999_999_999_999_999_999L, parse("999999999999999999"));
        for (String text : new String[] {"", "-1", "+1", " 1", "1 ", "1.0", "a", "9999999999999999999"}) {
            assertEquals(-1, parse(text), text);
        }
    }

    @Test
    void writtenNumberReadsBack() {
        byte[] bytes = new byte[32];
        for (long number = 1; number > 0 && number < 1_000_000_000_000_000L; number = number * 7 + 3) {
            int end = Decimal.write(bytes, 2, number);
            assertEquals(number, Decimal.parse(bytes, 2, end));
        }
        assertEquals(0, Decimal.parse(bytes, 0, Decimal.write(bytes, 0, 0)));
    }

    @Test
    void everyHeaderIsFoundByItsNameAndNothingElseIs() {
        List<AmiHeader> headers = List.of(AmiHeader.values());
        for (AmiHeader header : headers) {
            byte[] name = ascii(header.text());
            assertSame(header, headers.get(AmiHeader.find(name, 0, name.length)));
            assertEquals(-1, AmiHeader.find(name, 0, name.length - 1));
            byte[] other = ascii(header.text() + "x");
            assertEquals(-1, AmiHeader.find(other, 0, other.length));
        }
    }

    @Test
    void nameGivenTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AsciiNames("a", "b", "a"));
    }

    @Test
    void delaysGrowToFiveSecondsAndNeverFallUnderHalfTheirStep() {
        for (long seed = 0; seed < 100; seed++) {
            Backoff backoff = new Backoff(new SplittableRandom(seed));
            long step = Backoff.FIRST_MILLIS;
            for (int i = 0; i < 20; i++) {
                long delay = backoff.nextMillis();
                assertTrue(delay >= step / 2 && delay <= step, "seed " + seed + ", step " + step + ": " + delay);
                step = Math.min(Backoff.LONGEST_MILLIS, 2 * step);
            }
            backoff.reset();
            assertTrue(backoff.nextMillis() <= Backoff.FIRST_MILLIS);
        }
    }
}
