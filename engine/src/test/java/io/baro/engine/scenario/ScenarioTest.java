package io.baro.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays every table of {@code src/test/resources/scenarios}. */
class ScenarioTest {

    @TestFactory
    Stream<DynamicTest> theRouterDecidesAsTheTableSays() throws IOException, URISyntaxException {
        List<Path> files;
        try (Stream<Path> all =
                Files.list(Path.of(ScenarioTest.class.getResource("/scenarios").toURI()))) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertFalse(files.isEmpty());
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> new Scenario(file).play()));
    }

    @Test
    void aTableThatExpectsSomethingElseFailsWithFileAndLine(@TempDir Path folder) throws IOException {
        String table = """
                # A decision too few, one too many, another detail.
                0:00 | queue q0; c1 waits in q0 | %s
                """;
        List<String> wrong = List.of(
                "CallAdmitted c1",
                "CallAdmitted c1; CallJoined c1 q0; RouteToMenu c1",
                "CallJoined c1 q0; CallAdmitted c1",
                "CallAdmitted c1; CallJoined c1 q0 waiting=2");
        Path file = folder.resolve("wrong.txt");
        for (String expected : wrong) {
            Files.writeString(file, table.formatted(expected));
            AssertionError error = assertThrows(AssertionError.class, () -> new Scenario(file).play(), expected);
            assertTrue(error.getMessage().startsWith("wrong.txt:2: "), error.getMessage());
        }
        Files.writeString(file, table.formatted("CallAdmitted c1; CallJoined c1 q0 waiting=1"));
        new Scenario(file).play();
    }
}
