package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    private static final String TEXT = "version: 8\nrules: []\n";

    @TempDir
    Path dir;

    private ContractServer server;
    private CommandRun run;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        server = new ContractServer();
        run = CommandRun.to(server);
        file = Files.writeString(dir.resolve("rules.yaml"), TEXT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void versionsAreATableAndTheTextIsTheText() {
        server.on("GET /rules", 200, Documents.RULES);
        assertEquals(0, run.baro("rules"), run.err());
        assertEquals(
                List.of("version  state     rules", "      7  in force  senior, spike", "      6  kept      -"),
                run.outLines());
        assertEquals(0, run.baro("rules", "show"), run.err());
        assertEquals("version: 7\nrules: []\n", run.out());
    }

    @Test
    void rightRulesAreSaidSo() {
        server.on("POST /rules/check", 200, "{\"problems\": []}");
        assertEquals(0, run.baro("rules", "check", file.toString()), run.err());
        assertEquals(List.of("right: " + file), run.outLines());
        assertEquals(List.of("POST /rules/check {\"text\":\"version: 8\\nrules: []\\n\"}"), server.requests());
    }

    @Test
    void everyMistakeIsALineThatNamesTheFile() {
        server.on("POST /rules/check", 200, Documents.WRONG_RULES);
        assertEquals(2, run.baro("rules", "check", file.toString()));
        List<String> lines = List.of(
                file + ":3:12: unknown name \"quue\"; did you mean \"queue\"?",
                "warning: " + file + ": no rule offers a callback");
        assertEquals(lines, run.errLines());
        assertEquals("", run.out());
        assertEquals(2, run.baro("rules", "check", file.toString(), "--json"));
        assertEquals(Documents.WRONG_RULES, run.out());
    }

    @Test
    void rulesAreAppliedToTheVersionThatWasEdited() {
        server.on("PUT /rules", 200, Documents.RULES);
        assertEquals(0, run.baro("rules", "apply", file.toString(), "--base-version", "6"), run.err());
        assertEquals(List.of("version 7 of the rules is in force"), run.outLines());
        assertEquals(
                List.of("PUT /rules {\"text\":\"version: 8\\nrules: []\\n\",\"base_version\":6}"), server.requests());
    }

    @Test
    void wrongRulesAreNotAppliedAndEachMistakeIsALine() {
        String document = Documents.problem(422, "line 3")
                .replace("}", ", " + Documents.WRONG_RULES.strip().substring(1));
        server.on("PUT /rules", 422, document).on("POST /rules/simulate", 422, document);
        assertEquals(2, run.baro("rules", "apply", file.toString()));
        assertEquals(
                List.of(
                        file + ":3:12: unknown name \"quue\"; did you mean \"queue\"?",
                        "warning: " + file + ": no rule offers a callback"),
                run.errLines());
        assertEquals(2, run.baro("rules", "simulate", file.toString()));
        assertEquals(2, run.errLines().size());
    }

    @Test
    void versionThatIsKeptComesBack() {
        server.on("POST /rules/rollback", 200, Documents.RULES);
        assertEquals(0, run.baro("rules", "rollback", "7"), run.err());
        assertEquals(List.of("POST /rules/rollback {\"version\":7}"), server.requests());
        assertEquals(List.of("version 7 of the rules is in force"), run.outLines());
    }

    @Test
    void bothDaysStandSideBySide() {
        server.on("POST /rules/simulate", 200, Documents.SIDE_BY_SIDE);
        assertEquals(0, run.baro("rules", "simulate", file.toString()), run.err());
        assertEquals(
                List.of(
                        "2026-11-22 09:00 to 2026-11-22 18:00",
                        "               before  after",
                        "calls           1,200  1,200",
                        "service level   83.3%  91.0%",
                        "wait p50          12s     9s",
                        "overtakes        0.50      2"),
                run.outLines());
        assertEquals("", run.err(), "no progress where nobody sees it");
    }

    @Test
    void fileThatIsNotThereIsOneLine() {
        Path missing = dir.resolve("none.yaml");
        assertEquals(2, run.baro("rules", "apply", missing.toString()));
        assertEquals(List.of(missing + ": cannot be read as UTF-8 text; name a file of rules"), run.errLines());
    }
}
