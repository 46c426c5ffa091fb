package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.ConsolePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Calls in line, in the order in which they will be served, and what a supervisor does to them. */
class CallsViewTest extends SmallFloorSuite {
    private static final String LINES = ".scroller tbody:not(.space) tr";
    private static final int MANY = 1_000;
    private static final int MOST_LINES = 80;
    private static final String IDS = LINES + " th button";

    @ParameterizedTest
    @EnumSource
    void theLastGoesFirstWhenItIsGivenAHeadStart(Language language) {
        floor.callers(3);
        browser.open("calls", ConsolePeople.SUPERVISOR, language).awaitCount(LINES, 3);
        String last = browser.all(IDS).getLast().getText();
        openLine(last);
        browser.click(language.text("change_rank"));
        browser.write("dialog:last-of-type input", "600");
        browser.shot("calls-rank-" + language.code());
        browser.click(language.text("change_rank"));
        browser.awaitCount("dialog[open]", 1);
        browser.click(language.text("close"));
        browser.await(
                "the other order", () -> browser.all(IDS).getFirst().getText().equals(last) ? true : null);
        browser.awaitText(LINES, "+10:00").shot("calls-wall-" + language.code());
        browser.size(Browser.DESK).shot("calls-desk-" + language.code());
    }

    @ParameterizedTest
    @EnumSource
    void aCallMovesToAnotherQueue(Language language) {
        floor.callers(1);
        browser.open("calls", ConsolePeople.SUPERVISOR, language).awaitCount(LINES, 1);
        openLine(browser.text(IDS));
        browser.click(language.text("move_call"));
        browser.click(language.text("move_call"));
        browser.awaitText("dialog[open] .facts", "contribution");
    }

    @ParameterizedTest
    @EnumSource
    void withdrawingIsAskedAndCanBeDeclined(Language language) {
        floor.callers(2);
        browser.open("calls", ConsolePeople.SUPERVISOR, language).awaitCount(LINES, 2);
        openLine(browser.text(IDS));
        browser.click(language.text("withdraw"));
        browser.awaitText("dialog", language.text("withdraw_ask"));
        WebElement first = browser.driver().switchTo().activeElement();
        assertEquals(language.text("cancel"), first.getText(), "where Enter does no harm");
        first.click();
        browser.awaitCount("dialog[open]", 1);
        browser.click(language.text("withdraw"));
        browser.awaitCount("dialog[open]", 2);
        browser.click(language.text("withdraw"));
        browser.awaitText("dialog", language.text("call_gone"));
        browser.click(language.text("close"));
        browser.awaitCount(LINES, 1);
    }

    @ParameterizedTest
    @EnumSource
    void whyACallWaitsIsSaidInSentences(Language language) {
        floor.callers(1);
        browser.open("calls", ConsolePeople.VIEWER, language).awaitCount(LINES, 1);
        String call = browser.text(IDS);
        openLine(call);
        browser.awaitCount("dialog[open] .actions button", 0);
        browser.find("dialog a[href*=calls]").click();
        browser.awaitText("h1", language.text("call_named", "call", call));
        browser.awaitCount("dialog[open]", 0);
        browser.awaitText(".decision.joined .kind", language.text("kind_joined"));
        assertTrue(browser.text(".decision.joined .why").contains("senior"), "the rule that fired");
        browser.shot("call-path-" + language.code());
    }

    @Test
    void ofAThousandOnlyThoseInViewAreInThePage() {
        floor.callers(MANY);
        browser.open("calls", ConsolePeople.VIEWER, Language.EN).awaitText(".shown", "1,000");
        browser.await("lines", () -> browser.all(LINES).size() > 10 ? true : null);
        assertTrue(browser.all(LINES).size() < MOST_LINES);
        browser.run("const table = document.querySelector('.scroller'); table.scrollTop = table.scrollHeight");
        browser.await(
                "the last line",
                () -> browser.all(LINES)
                                .getLast()
                                .getDomAttribute("aria-rowindex")
                                .equals("1001")
                        ? true
                        : null);
    }

    @Test
    void linesOfOtherStatesAreShownWhenTheyAreAskedFor() {
        floor.phoneIsAnswered().callers(2);
        browser.open("calls", ConsolePeople.SUPERVISOR, Language.EN).awaitCount(LINES, 2);
        openLineOfAgentAndMakeHimReady();
        browser.open("calls", ConsolePeople.SUPERVISOR, Language.EN).awaitCount(LINES, 1);
        new Select(browser.find("#filter-calls-state")).selectByValue("talking");
        browser.awaitText(LINES, Language.EN.text("call_state_talking"));
        assertNotEquals("", browser.text(LINES + " .id"));
    }

    private void openLineOfAgentAndMakeHimReady() {
        browser.open("agents", ConsolePeople.SUPERVISOR, Language.EN);
        openLine("1001");
        browser.click(Language.EN.text("ready_now"));
        browser.awaitText("dialog[open] .facts", Language.EN.text("agent_state_talking"));
    }
}
