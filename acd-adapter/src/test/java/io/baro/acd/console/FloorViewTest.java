package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.ConsolePeople;
import io.baro.acd.app.ModelFloor;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WebElement;

/** The wallboard of the model centre. */
@Tag("ui")
class FloorViewTest {
    private static final int CENTRES = 7;

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
    void sevenCentresFillAWallAndADeskWithoutScrolling(Language language) {
        browser.size(Browser.WALL).open("floor", ConsolePeople.VIEWER, language);
        browser.awaitCount(".centres tr.centre", CENTRES);
        assertEquals(language.code(), browser.find("html").getDomAttribute("lang"));
        assertEquals(language.text("view_floor"), browser.text("h1"));
        browser.await("a figure", () -> browser.text(".tile.waiting .figure").matches("[\\d,]+") ? true : null);
        browser.shot("floor-wall-" + language.code());
        assertFits();
        browser.size(Browser.DESK).shot("floor-desk-" + language.code());
        assertFits();
        browser.size(Browser.WALL).open("floor", ConsolePeople.VIEWER, language, "light");
        browser.awaitCount(".centres tr.centre", CENTRES).shot("floor-light-" + language.code());
        browser.assertNoErrors();
    }

    @ParameterizedTest
    @EnumSource
    void aCentreUnfoldsToItsQueuesAndFoldsAgain(Language language) {
        browser.size(Browser.WALL).open("floor", ConsolePeople.SUPERVISOR, language);
        browser.awaitCount(".centres tr.centre", CENTRES);
        WebElement fold = browser.find(".centres .fold");
        assertEquals("false", fold.getDomAttribute("aria-expanded"));
        fold.click();
        assertEquals("true", fold.getDomAttribute("aria-expanded"));
        browser.await("queues", () -> browser.all(".centres tr.queue").size() >= 10 ? true : null);
        assertEquals(language.text("close_queue"), browser.text(".centres tr.queue button"));
        browser.shot("floor-unfolded-" + language.code());
        fold.click();
        browser.awaitCount(".centres tr.queue", 0);
        browser.assertNoErrors();
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsAWordAndNotOnlyAColour(Language language) {
        browser.open("floor", ConsolePeople.VIEWER, language).awaitCount(".centres tr.centre", CENTRES);
        Set<String> words =
                Set.of(language.text("level_fine"), language.text("level_watch"), language.text("level_critical"));
        for (WebElement state : browser.all(".centres .state .mark")) {
            assertTrue(words.contains(state.getText()), state.getText());
        }
    }

    private static void assertFits() {
        assertEquals(0L, browser.run("return document.documentElement.scrollHeight - window.innerHeight"), "too high");
        assertEquals(0L, browser.run("return document.documentElement.scrollWidth - window.innerWidth"), "too wide");
        assertEquals(
                true,
                browser.run(
                        "const wide = document.querySelector('.wide'); return wide.scrollWidth <= wide.clientWidth"),
                "the table's width");
    }
}
