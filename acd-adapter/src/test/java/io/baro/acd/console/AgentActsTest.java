package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.ConsolePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a supervisor does to an agent. */
class AgentActsTest extends SmallFloorSuite {
    private static final String STATE = ".agent-state";
    private static final String FACTS = "dialog[open] .facts";

    @ParameterizedTest
    @EnumSource
    void anAgentIsPausedMadeReadyAndGivenSkills(Language language) {
        browser.open("agents", ConsolePeople.SUPERVISOR, language);
        openLine("1001");
        browser.click(language.text("pause"));
        browser.write("dialog:last-of-type input", "7");
        browser.shot("agents-pause-" + language.code());
        browser.click(language.text("pause"));
        browser.awaitCount("dialog[open]", 1);
        browser.awaitText(FACTS, language.text("reason_paused") + " 7");
        browser.click(language.text("ready_now"));
        browser.awaitText(FACTS, language.text("agent_state_ready"));
        browser.click(language.text("change_skills"));
        browser.write("dialog:last-of-type input", "ko:3;contribution:2");
        browser.click(language.text("change_skills"));
        browser.awaitText(FACTS, "ko:3");
        browser.shot("agents-dialog-" + language.code());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongIsSaidAndTheDialogStays(Language language) {
        browser.open("agents", ConsolePeople.SUPERVISOR, language);
        openLine("1001");
        browser.click(language.text("change_skills"));
        browser.write("dialog:last-of-type input", "ko:11");
        browser.click(language.text("change_skills"));
        browser.awaitText("dialog:last-of-type .trouble", language.text("skill_malformed", "pair", "ko:11"));
        browser.write("dialog:last-of-type input", "nosuchskill:3");
        browser.click(language.text("change_skills"));
        browser.await(
                "the engine's word",
                () -> browser.text("dialog:last-of-type .trouble").contains("queues.yaml") ? true : null);
        assertEquals(2, browser.all("dialog[open]").size());
    }

    @ParameterizedTest
    @EnumSource
    void loggingOutIsAskedAndCanBeDeclined(Language language) {
        browser.open("agents", ConsolePeople.SUPERVISOR, language);
        openLine("1001");
        browser.click(language.text("log_out"));
        browser.awaitText("dialog", language.text("log_out_ask"));
        browser.click(language.text("cancel"));
        browser.awaitCount("dialog[open]", 1);
        browser.awaitText(FACTS, language.text("agent_state_not_ready"));
        browser.click(language.text("log_out"));
        browser.awaitCount("dialog[open]", 2);
        browser.click(language.text("log_out"));
        browser.awaitText(FACTS, language.text("agent_state_logged_out"));
        browser.click(language.text("log_in"));
        browser.awaitText(FACTS, language.text("agent_state_ready"));
    }

    @Test
    void theKeyboardIsEnough() {
        browser.open("agents", ConsolePeople.SUPERVISOR, Language.EN);
        openLine("1001");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.awaitCount("dialog[open]", 0);
        WebElement line = browser.driver().switchTo().activeElement();
        assertEquals("1001", line.getText());
        line.sendKeys(Keys.ENTER);
        browser.awaitCount("dialog[open]", 1);
        assertTrue(browser.text("dialog h2").contains("1001"));
        assertEquals(true, browser.run("return document.querySelector('dialog').contains(document.activeElement)"));
    }

    @Test
    void whatTheStateDoesNotAllowIsOff() {
        browser.open("agents", ConsolePeople.SUPERVISOR, Language.EN);
        openLine("1001");
        assertEquals("true", browser.button(Language.EN.text("log_in")).getDomAttribute("aria-disabled"));
        assertEquals("false", browser.button(Language.EN.text("ready_now")).getDomAttribute("aria-disabled"));
        browser.awaitText(STATE, Language.EN.text("agent_state_not_ready"));
    }
}
