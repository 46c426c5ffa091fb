package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.ConsolePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** Rules are edited, checked, tried, put in force and taken back. */
class RulesViewTest extends SmallFloorSuite {
    private static final String TEXT = "#rules-text";

    @ParameterizedTest
    @EnumSource
    void aMistakeIsMarkedWhereItStandsWithItsRemedy(Language language) {
        openRules(language);
        replaceInText("boost: 3m", "boost: 3x");
        browser.click(language.text("check"));
        browser.awaitCount(".problems li", 1).awaitCount(".numbers .critical", 1);
        String marked = browser.text(".numbers .critical");
        assertTrue(browser.text(".problems button").contains(marked), "the same line");
        assertTrue(!browser.text(".problems .remedy").isBlank());
        assertEquals("true", browser.find(TEXT).getDomAttribute("aria-invalid"));
        browser.shot("rules-mistake-" + language.code());
        browser.find(".problems button").click();
        assertEquals("rules-text", browser.driver().switchTo().activeElement().getDomAttribute("id"));
        replaceInText("boost: 3x", "boost: 3m");
        browser.click(language.text("check"));
        browser.awaitText(".results h2", language.text("rules_right")).awaitCount(".numbers .critical", 0);
    }

    @ParameterizedTest
    @EnumSource
    void rulesArePutInForceAndTakenBack(Language language) {
        openRules(language);
        replaceInText("boost: 3m", "boost: 5m");
        replaceInText("version: 4", "version: 5");
        browser.click(language.text("apply"));
        browser.awaitText("dialog", language.text("apply_ask", "base", 4));
        browser.click(language.text("apply"));
        browser.awaitText(".results h2", language.text("now_in_force", "version", 5));
        browser.awaitText(".versions .active th", "5").awaitCount(".versions tbody tr", 2);
        browser.shot("rules-wall-" + language.code());
        browser.size(Browser.DESK).shot("rules-desk-" + language.code());
        browser.click(language.text("roll_back"));
        browser.awaitText("dialog", language.text("roll_back_ask", "version", 4));
        browser.click(language.text("roll_back"));
        browser.awaitText(".results h2", language.text("now_in_force", "version", 4));
    }

    @ParameterizedTest
    @EnumSource
    void theLastDayIsShownUnderBothRules(Language language) {
        floor.callers(2);
        openRules(language);
        replaceInText("boost: 3m", "boost: 5m");
        browser.click(language.text("simulate"));
        browser.awaitText(".results h2", language.text("side_by_side"));
        browser.awaitText(".results tbody th", language.text("figure_calls"));
        browser.shot("rules-simulated-" + language.code());
    }

    @Test
    void anEditOutlivesALookElsewhereAndCanBeDiscarded() {
        openRules(Language.EN);
        replaceInText("boost: 3m", "boost: 4m");
        browser.find("nav a[href='#/floor']").click();
        browser.awaitText("h1", Language.EN.text("view_floor"));
        browser.find("nav a[href='#/rules']").click();
        browser.await("the edit", () -> text().contains("boost: 4m") ? true : null);
        browser.click(Language.EN.text("discard"));
        browser.awaitText("dialog", Language.EN.text("discard_ask"));
        browser.click(Language.EN.text("discard"));
        browser.await("the rules in force", () -> text().contains("boost: 3m") ? true : null);
    }

    @Test
    void whoMayNotTuneSeesNoWayToApply() {
        browser.open("rules", ConsolePeople.SUPERVISOR, Language.EN);
        browser.await("rules", () -> text().contains("version: 4") ? true : null);
        assertEquals(0, browser.all("button.primary").size());
        browser.open("rules", ConsolePeople.VIEWER, Language.EN);
        browser.await("rules", () -> text().contains("version: 4") ? true : null);
        assertEquals(0, browser.all("main .choices button").size());
        assertEquals("true", browser.find(TEXT).getDomAttribute("readonly"));
    }

    private void openRules(Language language) {
        browser.open("rules", ConsolePeople.ADMIN, language);
        browser.await("rules", () -> text().contains("version: 4") ? true : null);
    }

    /** Typed at the end, so that the page hears of a key. */
    private void replaceInText(String old, String text) {
        assertTrue(text().contains(old), old);
        browser.run(
                "const area = document.querySelector(arguments[0]); area.value = area.value.replace(arguments[1], arguments[2])",
                TEXT,
                old,
                text);
        browser.find(TEXT).sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "\n");
    }

    private String text() {
        return browser.find(TEXT).getDomProperty("value");
    }
}
