package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fragment of docs/cookbook.md, put into the sample, is a right configuration without a warning. */
class CookbookTest {
    private static final Path BOOK = Path.of("..", "docs", "cookbook.md");
    private static final Pattern FENCE = Pattern.compile("```(?:yaml|csv) (\\S+)");

    @TempDir
    Path dir;

    /** A part of a file. */
    private record Fragment(String file, String text) {}

    static List<String> recipes() throws IOException {
        return List.copyOf(read().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void recipeIsARightConfiguration(String recipe) throws IOException {
        List<Fragment> fragments = read().get(recipe);
        assertFalse(fragments.isEmpty(), "no fragment; write ```yaml FILE above it");
        MergedSample sample = new MergedSample(dir);
        for (Fragment fragment : fragments) {
            sample.put(fragment.file(), fragment.text());
        }
        assertEquals("", sample.complaints());
    }

    @Test
    void thereAreAtLeastTwentyRecipes() throws IOException {
        assertTrue(recipes().size() >= 20, recipes().toString());
    }

    @Test
    void aWrongFragmentIsFound() throws IOException {
        MergedSample sample = new MergedSample(dir);
        sample.put("rules.yaml", "rules: [ { name: wrong, when: queue.wating > 3, then: { boost: 1m } } ]");
        assertTrue(sample.complaints().contains("queue.waiting"), sample.complaints());
    }

    @Test
    void aQueueThatNobodyServesIsFound() throws IOException {
        MergedSample sample = new MergedSample(dir);
        sample.put("queues.yaml", "queues: [ { name: benefits, skills: { benefits: 10 } } ]");
        assertTrue(sample.complaints().contains("benefits 10"), sample.complaints());
    }

    private static Map<String, List<Fragment>> read() throws IOException {
        Map<String, List<Fragment>> recipes = new LinkedHashMap<>();
        List<Fragment> fragments = new ArrayList<>();
        String file = "";
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(BOOK)) {
            Matcher fence = FENCE.matcher(line);
            if (line.startsWith("## ")) {
                fragments = new ArrayList<>();
                recipes.put(line.substring("## ".length()), fragments);
            } else if (fence.matches()) {
                file = fence.group(1);
            } else if (line.equals("```") && !file.isEmpty()) {
                fragments.add(new Fragment(file, text.toString()));
                file = "";
                text.setLength(0);
            } else if (!file.isEmpty()) {
                text.append(line).append('\n');
            }
        }
        return recipes;
    }
}
