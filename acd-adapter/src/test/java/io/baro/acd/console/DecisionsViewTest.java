package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.app.ConsolePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.support.ui.Select;

/** What was decided, and why. */
class DecisionsViewTest extends SmallFloorSuite {
    @ParameterizedTest
    @EnumSource
    void aDecisionIsASentenceWithItsReasons(Language language) {
        floor.callers(1);
        browser.open("decisions", ConsolePeople.VIEWER, language);
        browser.awaitCount(".decision.joined", 1);
        browser.awaitText(".decision.joined .why", "senior");
        browser.shot("decisions-wall-" + language.code());
        browser.size(Browser.DESK).shot("decisions-desk-" + language.code());
    }

    @Test
    void newOnesComeByThemselvesAndStandFirst() {
        browser.open("decisions", ConsolePeople.VIEWER, Language.EN);
        browser.awaitCount(".decision.joined", 0);
        floor.callers(2);
        browser.awaitCount(".decision.joined", 2);
    }

    @Test
    void aHeldListStandsStill() {
        floor.callers(1);
        browser.open("decisions", ConsolePeople.VIEWER, Language.EN).awaitCount(".decision.joined", 1);
        browser.click(Language.EN.text("hold_list"));
        assertEquals("true", browser.button(Language.EN.text("hold_list")).getDomAttribute("aria-pressed"));
        floor.callers(2);
        browser.click(Language.EN.text("hold_list"));
        browser.awaitCount(".decision.joined", 3);
    }

    @Test
    void oneKindIsShownAlone() {
        floor.callers(1);
        browser.open("decisions", ConsolePeople.VIEWER, Language.EN).awaitCount(".decision.joined", 1);
        new Select(browser.find("#filter-decisions-kind")).selectByValue("closed");
        browser.awaitCount(".decision", 0).awaitText(".empty", Language.EN.text("nothing_here"));
    }

    @ParameterizedTest
    @EnumSource
    void aCallIsFoundByItsNumber(Language language) {
        floor.callers(1);
        browser.open("decisions", ConsolePeople.VIEWER, language);
        String href = browser.find(".decision.joined a").getDomAttribute("href");
        String call = href.substring(href.lastIndexOf('/') + 1);
        browser.write(".finder input", call);
        browser.click(language.text("show_path"));
        browser.awaitText("h1", language.text("call_named", "call", call)).awaitCount(".path .decision.joined", 1);
        browser.open("calls/nosuchcall", ConsolePeople.VIEWER, language);
        browser.awaitText(".trouble", language.text("call_unknown"));
    }
}
