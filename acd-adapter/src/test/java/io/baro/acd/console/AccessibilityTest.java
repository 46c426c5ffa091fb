package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.baro.acd.app.ConsolePeople;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No finding of axe that is serious or critical, in any view, language and theme. */
class AccessibilityTest extends SmallFloorSuite {
    private static final Set<String> TOO_BAD = Set.of("serious", "critical");
    private static final int LEAST_PASSES = 10;
    private static final List<String> VIEWS = List.of("floor", "agents", "calls", "decisions", "rules", "reservations");

    @ParameterizedTest
    @EnumSource
    void everyViewIsForEverybody(Language language) {
        floor.callers(3);
        for (String theme : List.of("dark", "light")) {
            for (String view : VIEWS) {
                browser.open(view, ConsolePeople.ADMIN, language, theme);
                browser.awaitText(".connection", language.text("connected"));
                assertAccessible(view + " " + theme);
            }
            browser.open("sign-in", null, language, theme);
            assertAccessible("sign-in " + theme);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOpensAndUnfoldsIsForEverybodyToo(Language language) {
        floor.callers(1);
        for (String theme : List.of("dark", "light")) {
            browser.open("floor", ConsolePeople.ADMIN, language, theme).awaitCount(".centres tr.centre", 1);
            browser.find(".fold").click();
            browser.awaitCount(".centres tr.queue", 2);
            assertAccessible("queues " + theme);
            browser.open("agents", ConsolePeople.ADMIN, language, theme);
            openLine("1001");
            assertAccessible("agent " + theme);
            browser.click(language.text("log_out"));
            browser.awaitCount("dialog[open]", 2);
            assertAccessible("question " + theme);
            browser.open("reservations", ConsolePeople.ADMIN, language, theme);
            browser.click(language.text("new_reservation"));
            assertAccessible("new reservation " + theme);
            browser.open("rules", ConsolePeople.ADMIN, language, theme);
            browser.await(
                    "rules",
                    () -> browser.find("#rules-text").getDomProperty("value").isEmpty() ? null : true);
            browser.find("#rules-text").sendKeys("nonsense");
            browser.click(language.text("check"));
            browser.await("problems", () -> browser.all(".problems li").isEmpty() ? null : true);
            assertAccessible("mistakes " + theme);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBarIsForEverybody(Language language) {
        floor.phoneRings();
        for (String theme : List.of("dark", "light")) {
            browser.open("bar", ConsolePeople.AGENT, language, theme);
            browser.awaitText(".connection", language.text("connected"));
            assertAccessible("bar " + theme);
        }
    }

    private void assertAccessible(String what) {
        Results results = new AxeBuilder().analyze(browser.driver());
        assertTrue(results.getPasses().size() > LEAST_PASSES, () -> what + ": axe looked at next to nothing");
        List<String> findings = results.getViolations().stream()
                .filter(rule -> TOO_BAD.contains(rule.getImpact()))
                .map(AccessibilityTest::told)
                .toList();
        assertEquals(List.of(), findings, what);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
