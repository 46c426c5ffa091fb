package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.ConsolePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reservation desk: a promise is made, moved and taken back. */
class ReservationsViewTest extends SmallFloorSuite {
    private static final String LINES = ".scroller tbody:not(.space) tr";
    private static final String NUMBER = "01055556666";

    @ParameterizedTest
    @EnumSource
    void aPromiseIsMadeMovedAndTakenBack(Language language) {
        browser.open("reservations", ConsolePeople.SUPERVISOR, language);
        browser.awaitText(".empty", language.text("nothing_here"));
        browser.click(language.text("new_reservation"));
        browser.write("dialog input[name=number]", NUMBER);
        moment("from", 3);
        browser.shot("reservations-new-" + language.code());
        browser.click(language.text("promise"));
        browser.awaitCount("dialog[open]", 0).awaitCount(LINES, 1);
        assertFalse(browser.driver().getPageSource().contains(NUMBER), "a number on the page");
        String due = browser.text(LINES + " .time");
        browser.shot("reservations-wall-" + language.code());

        openLine(browser.text(LINES + " th button"));
        browser.click(language.text("move_reservation"));
        moment("from", 5);
        moment("until", 6);
        browser.click(language.text("move_reservation"));
        browser.await("another time", () -> browser.text(LINES + " .time").equals(due) ? null : true);
        browser.click(language.text("cancel_reservation"));
        browser.awaitText("dialog", language.text("cancel_ask"));
        browser.click(language.text("cancel_reservation"));
        browser.awaitText("dialog", language.text("reservation_gone"));
        browser.click(language.text("close"));
        browser.awaitCount(LINES, 0);
    }

    @Test
    void whatIsRefusedIsSaidInTheDialog() {
        browser.open("reservations", ConsolePeople.SUPERVISOR, Language.EN);
        browser.click(Language.EN.text("new_reservation"));
        browser.write("dialog input[name=number]", "00812345678");
        browser.click(Language.EN.text("promise"));
        browser.await("why", () -> browser.text("dialog .trouble").isBlank() ? null : true);
        assertEquals(1, browser.all("dialog[open]").size());
    }

    @Test
    void whoOnlyLooksCannotPromise() {
        browser.open("reservations", ConsolePeople.VIEWER, Language.EN);
        browser.awaitText(".empty", Language.EN.text("nothing_here"));
        assertTrue(browser.all("main button.primary").isEmpty());
    }

    /** Fills an input of day and hour with so many hours from now. */
    private void moment(String name, int hours) {
        browser.run("""
                const field = [...document.querySelectorAll(`dialog[open] input[name=${arguments[0]}]`)].at(-1);
                const then = new Date(Date.now() + arguments[1] * 3600000);
                then.setMinutes(then.getMinutes() - then.getTimezoneOffset());
                field.value = then.toISOString().slice(0, 16);
                """, name, hours);
    }
}
