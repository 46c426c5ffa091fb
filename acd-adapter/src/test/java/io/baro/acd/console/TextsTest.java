package io.baro.acd.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever reads one language reads all that the other says. */
class TextsTest {
    private static final Pattern USED = Pattern.compile("\\bt\\('([a-z0-9_]+)'");
    private static final Pattern NAME = Pattern.compile("\\{\\w+\\}");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    /** Names of files and what is a sign alone. */
    private static final Set<String> SAME = Set.of("rules_text", "link_down");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(Language.EN.texts().keySet(), Language.KO.texts().keySet());
    }

    @Test
    void bothLanguagesTellTheSameValues() {
        Language.EN.texts().forEach((key, text) -> assertEquals(names(text), names(Language.KO.text(key)), key));
    }

    @Test
    void koreanIsKorean() {
        Language.KO
                .texts()
                .forEach((key, text) ->
                        assertTrue(HANGUL.matcher(text).find() || SAME.contains(key) || !hasWords(text), key));
    }

    @Test
    void everyTextThatIsAskedForIsThere() {
        Set<String> asked = new TreeSet<>();
        for (String file : ConsoleFile.names()) {
            USED.matcher(ConsoleFile.read(file)).results().forEach(match -> asked.add(match.group(1)));
        }
        asked.removeAll(Language.EN.texts().keySet());
        assertEquals(Set.of(), asked);
    }

    private static boolean hasWords(String text) {
        return NAME.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
    }
}
