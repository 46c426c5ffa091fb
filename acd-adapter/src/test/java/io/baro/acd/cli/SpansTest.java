package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "999, 0s",
        "59999, 59s",
        "60000, 1m00s",
        "3599000, 59m59s",
        "3600000, 1h00m",
        "90061000, 25h01m",
        "-300000, -5m00s"
    })
    void lengthIsWrittenInItsTwoLargestUnits(long millis, String text) {
        assertEquals(text, Spans.text(millis));
    }

    @Test
    void nothingIsADash() {
        assertEquals("-", Spans.text(OptionalLong.empty()));
        assertEquals("-", Spans.percent(OptionalDouble.empty()));
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "30s, 30000", "-5m, -300000", "2h, 7200000"})
    void whatIsWrittenIsRead(String written, long millis) throws CommandFailedException {
        assertEquals(millis, Spans.millis("--by", written));
    }
}
