package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter err = new StringWriter();

    @Test
    void lineSaysHowFarAndGoesAwayAtTheEnd() {
        try (Progress progress = new Progress(new PrintWriter(err), true, "counting")) {
            progress.at(1, 4);
        }
        assertEquals("\r\033[Kcounting: 25%, 0s\r\033[K", err.toString());
    }

    @Test
    void whereNobodySeesItNothingIsSaid() {
        try (Progress progress = new Progress(new PrintWriter(err), false, "counting")) {
            progress.tick();
            progress.at(1, 4);
        }
        assertEquals("", err.toString());
    }

    @Test
    void afterTheEndNothingIsDrawn() {
        Progress progress = new Progress(new PrintWriter(err), true, "counting");
        progress.tick();
        progress.close();
        String ended = err.toString();
        assertTrue(ended.endsWith("\r\033[K"), ended);
        progress.at(1, 4);
        assertEquals(ended, err.toString());
    }
}
