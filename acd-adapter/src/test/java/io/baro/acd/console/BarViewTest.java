package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.ConsolePeople;
import io.baro.acd.pbx.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent at his own bar. */
class BarViewTest extends SmallFloorSuite {
    private static final String STATE = ".bar-state";

    @ParameterizedTest
    @EnumSource
    void aCallRingsWithWhatIsKnownOfIt(Language language) {
        floor.phoneRings();
        browser.open("bar", ConsolePeople.AGENT, language);
        browser.awaitText(STATE, language.text("agent_state_not_ready"));
        browser.click(language.text("ready_now"));
        browser.awaitText(STATE, language.text("agent_state_ready"));
        floor.callers(1);
        browser.awaitText(STATE, language.text("agent_state_ringing"));
        browser.awaitText(".bar-call h2", language.text("call_ringing", "queue", "general"));
        browser.awaitText(".bar-call .facts", "senior").awaitText(".bar-call .facts", language.text("caller_is"));
        assertTrue(browser.driver().getTitle().contains(language.text("agent_state_ringing")));
        browser.shot("bar-rings-" + language.code());
        browser.size(Browser.DESK).shot("bar-desk-" + language.code());
    }

    @ParameterizedTest
    @EnumSource
    void wrapUpIsCountedExtendedAndEnded(Language language) {
        floor.phoneIsAnswered();
        browser.open("bar", ConsolePeople.AGENT, language);
        browser.click(language.text("ready_now"));
        Caller caller = floor.callers(1).getFirst();
        browser.awaitText(STATE, language.text("agent_state_talking"));
        floor.hangUp(caller);
        browser.awaitText(STATE, language.text("agent_state_wrap_up"));
        browser.click(language.text("extend_wrap_up"));
        browser.click(language.text("extend_wrap_up"));
        browser.awaitCount("dialog[open]", 0);
        browser.await("counting", () -> browser.text(".bar-time").matches("0:0[2-9]") ? true : null);
        browser.shot("bar-wrap-up-" + language.code());
        browser.click(language.text("ready_now"));
        browser.awaitText(STATE, language.text("agent_state_ready"));
    }

    @ParameterizedTest
    @EnumSource
    void aPauseHasAReason(Language language) {
        browser.open("bar", ConsolePeople.AGENT, language);
        browser.click(language.text("pause"));
        browser.write("dialog input", "12");
        browser.click(language.text("pause"));
        browser.awaitText(STATE, language.text("reason_paused") + " 12");
    }

    @Test
    void anAgentIsLedToHisBarAndToNobodyElses() {
        browser.open("", ConsolePeople.AGENT, Language.EN);
        browser.awaitText("h1", Language.EN.text("bar_of", "agent", "1001"));
        assertEquals(2, browser.all("nav a").size());
        browser.open("agents", ConsolePeople.AGENT, Language.EN);
        browser.awaitText("h1", Language.EN.text("bar_of", "agent", "1001"));
    }
}
