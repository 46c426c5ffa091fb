package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.ConsolePeople;
import io.baro.acd.app.ModelFloor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.support.ui.Select;

/** The table of the model centre's 1,562 agents. */
@Tag("ui")
class AgentsViewTest {
    private static final String LINES = ".scroller tbody:not(.space) tr";
    private static final int MOST_LINES = 80;

    @TempDir
    static Path dir;

    private static ModelFloor floor;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        floor = new ModelFloor(dir);
        browser = new Browser(floor.address());
    }

    @AfterAll
    static void close() {
        browser.close();
        floor.close();
    }

    @ParameterizedTest
    @EnumSource
    void allAreCountedButOnlyThoseInViewAreInThePage(Language language) {
        browser.open("agents", ConsolePeople.SUPERVISOR, language);
        browser.awaitText(".shown", "1,562");
        assertEquals(language.text("view_agents"), browser.text("h1"));
        assertEquals("1563", browser.find(".scroller table").getDomAttribute("aria-rowcount"));
        browser.await("lines", () -> browser.all(LINES).size() > 10 ? true : null);
        assertTrue(browser.all(LINES).size() < MOST_LINES);
        browser.shot("agents-wall-" + language.code());
        browser.size(Browser.DESK).shot("agents-desk-" + language.code()).size(Browser.WALL);
        browser.assertNoErrors();
    }

    @Test
    void theLastOneIsAtTheEnd() {
        browser.open("agents", ConsolePeople.VIEWER, Language.EN).awaitText(".shown", "1,562");
        browser.run("const table = document.querySelector('.scroller'); table.scrollTop = table.scrollHeight");
        browser.await(
                "the last line",
                () -> browser.all(LINES)
                                .getLast()
                                .getDomAttribute("aria-rowindex")
                                .equals("1563")
                        ? true
                        : null);
        assertTrue(browser.all(LINES).size() < MOST_LINES);
    }

    @Test
    void linesAreWrittenToAndNotBuiltAnew() {
        browser.open("agents", ConsolePeople.VIEWER, Language.EN).awaitText(".shown", "1,562");
        browser.await("a line", () -> browser.all(LINES).isEmpty() ? null : true);
        browser.run("document.querySelectorAll(arguments[0]).forEach(line => { line.known = true; })", LINES);
        String before = browser.text(LINES + " .number");
        browser.await("another second", () -> browser.text(LINES + " .number").equals(before) ? null : true);
        assertEquals(
                true,
                browser.run("return [...document.querySelectorAll(arguments[0])].every(line => line.known)", LINES));
    }

    @ParameterizedTest
    @EnumSource
    void onlyThoseThatFitAreShown(Language language) {
        browser.open("agents", ConsolePeople.VIEWER, language).awaitText(".shown", "1,562");
        new Select(browser.find("#filter-agents-centre")).selectByValue("jeju");
        browser.await(
                "fewer",
                () -> browser.text(".shown").equals(language.text("shown_all", "count", "1,562")) ? null : true);
        assertTrue(browser.all(LINES + " td:nth-child(2)").stream()
                .allMatch(cell -> cell.getText().equals("jeju")));
        browser.find("#filter-agents-text").sendKeys("nobody has this");
        browser.awaitText(".empty", language.text("nothing_here"));
    }

    @Test
    void whoOnlyLooksIsOfferedNothingToDo() {
        browser.open("agents", ConsolePeople.VIEWER, Language.EN).awaitText(".shown", "1,562");
        browser.find(LINES + " button").click();
        browser.awaitCount("dialog[open]", 1);
        browser.awaitCount("dialog[open] .actions button", 0);
    }
}
