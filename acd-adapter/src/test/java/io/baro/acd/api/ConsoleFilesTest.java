package io.baro.acd.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of the console's files is what is there. */
class ConsoleFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/console");

    @Test
    void everyFileIsListedAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> !name.equals("files.txt"))
                    .sorted()
                    .toList();
            assertEquals(there, Files.readAllLines(FOLDER.resolve("files.txt")));
        }
    }
}
