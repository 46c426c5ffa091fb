package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.ConsolePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The way in and out, the language, and what is said when the engine is gone. */
class SignInViewTest extends SmallFloorSuite {
    @ParameterizedTest
    @EnumSource
    void whoHasATokenGoesWhereHeWanted(Language language) {
        browser.open("calls", null, language);
        browser.awaitText("h1", language.text("sign_in"));
        browser.shot("sign-in-" + language.code());
        browser.write("#token", "wrong");
        browser.click(language.text("sign_in"));
        browser.awaitText(".trouble", language.text("token_unknown"));
        assertNull(browser.driver().manage().getCookieNamed("baro_token"));
        browser.write("#token", ConsolePeople.VIEWER.token());
        browser.find("#token").sendKeys(Keys.ENTER);
        browser.awaitText("h1", language.text("view_calls"));
        assertTrue(browser.driver().getCurrentUrl().endsWith("#/calls"));
        browser.click(language.text("sign_out"));
        browser.awaitText("h1", language.text("sign_in"));
        assertNull(browser.driver().manage().getCookieNamed("baro_token"));
    }

    @Test
    void theLanguageIsSwitchedInPlaceAndKept() {
        browser.open("calls", ConsolePeople.VIEWER, Language.EN);
        browser.click("한국어");
        browser.awaitText("h1", Language.KO.text("view_calls"));
        assertEquals("ko", browser.find("html").getDomAttribute("lang"));
        assertEquals("English", browser.driver().switchTo().activeElement().getText());
        browser.driver().navigate().refresh();
        browser.awaitText("h1", Language.KO.text("view_calls"));
    }

    @ParameterizedTest
    @EnumSource
    void aLostEngineIsSaidWithTheTimeOfTheFigures(Language language) {
        browser.open("floor", ConsolePeople.VIEWER, language);
        browser.awaitText(".connection", language.text("connected"));
        floor.stop();
        String begin = language.text("stale_since").split("\\{", 2)[0];
        browser.awaitText(".connection.critical", begin);
        browser.shot("stale-" + language.code());
    }

    @Test
    void theKeyboardSkipsWhatIsAboveAndIsAlwaysSeen() {
        browser.open("floor", ConsolePeople.VIEWER, Language.EN).awaitCount(".centres tr.centre", 1);
        browser.find("body").sendKeys(Keys.TAB);
        assertEquals("skip", browser.driver().switchTo().activeElement().getDomAttribute("id"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertEquals("view", browser.driver().switchTo().activeElement().getDomAttribute("id"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertEquals(true, browser.run("return document.getElementById('view').contains(document.activeElement)"));
        assertEquals(
                "solid", browser.run("return getComputedStyle(document.activeElement).outlineStyle"), "a visible ring");
    }
}
