package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds of the console's files without a browser. */
class ConsoleFilesTest {
    private static final int MOST_LINES = 300;
    private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z-]+\\.js)'");
    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"([a-z-]+\\.[a-z]+)\"");

    @Test
    void theListNamesEveryFileAndNoOther() {
        assertEquals(
                ConsoleFile.names(),
                ConsoleFile.read("files.txt").lines().sorted().toList());
    }

    @Test
    void noFileIsLong() {
        for (String name : ConsoleFile.names()) {
            assertTrue(ConsoleFile.read(name).lines().count() < MOST_LINES, name);
        }
    }

    @Test
    void dataNeverBecomeMarkupAndNothingComesFromElsewhere() {
        for (String name : ConsoleFile.names()) {
            String source = ConsoleFile.read(name).replace("http://www.w3.org/2000/svg", "");
            for (String forbidden : List.of(
                    "innerHTML",
                    "outerHTML",
                    "insertAdjacentHTML",
                    "document.write",
                    "eval(",
                    "new Function",
                    "http://",
                    "https://")) {
                assertFalse(source.contains(forbidden), name + " has " + forbidden);
            }
        }
    }

    @Test
    void thePageHasNoScriptAndNoStyleOfItsOwn() {
        String page = ConsoleFile.read("index.html");
        assertFalse(Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=")
                .matcher(page)
                .find());
    }

    @Test
    void whatAFileAsksForIsThere() {
        List<String> names = ConsoleFile.names();
        for (String name : names) {
            Pattern asks = name.endsWith(".html") ? LINKED : IMPORT;
            List<String> asked = asks.matcher(ConsoleFile.read(name))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .toList();
            assertTrue(names.containsAll(asked), name + " asks for " + asked);
        }
    }
}
