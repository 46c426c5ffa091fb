package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFileTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @TempDir
    Path dir;

    private final Problems problems = new Problems();

    @Test
    void directoryWithoutAFileHasNoTokens() {
        assertEquals(List.of(), TokenFile.load(dir, problems));
        assertFalse(problems.hasErrors());
    }

    @Test
    void everyLineIsAToken() throws IOException {
        write("# who may\nname,role,agent,sha256\n\nwall,viewer,," + A + "\ndesk-7,agent,1001," + B + "\n");
        assertEquals(
                List.of(new TokenPlan("wall", Role.VIEWER, "", A), new TokenPlan("desk-7", Role.AGENT, "1001", B)),
                TokenFile.load(dir, problems));
        assertEquals(List.of(), problems.errorLines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "Wall,viewer,,AAA | tokens.csv:2:1: name \"Wall\" has a wrong form; use 1-24 of a-z, 0-9 and -",
                "wall,viewr,,AAA | tokens.csv:2:6: unknown role \"viewr\"; did you mean \"viewer\"?",
                "wall,boss,,AAA | tokens.csv:2:6: unknown role \"boss\"; write one of: viewer, agent, supervisor, admin",
                "wall,agent,,AAA | tokens.csv:2:12: agent \"\" has a wrong form; write the agent's number, 1-10 digits",
                "wall,viewer,1001,AAA | tokens.csv:2:13: role viewer names an agent; leave it empty, or write role agent",
                "wall,viewer,,the-token | tokens.csv:2:14: sha256 has a wrong form;"
                        + " write 64 digits of 0-9 and a-f, as baro token create does",
                "wall,viewer | tokens.csv:2:1: 2 columns; write name,role,agent,sha256",
            })
    void everyMistakeIsOneLineThatSaysWhereWhatAndWhatToDo(String line, String problem) throws IOException {
        write("name,role,agent,sha256\n" + line.replace("AAA", A) + "\n");
        assertEquals(List.of(), TokenFile.load(dir, problems));
        assertEquals(List.of(problem), problems.errorLines());
    }

    @Test
    void headingThatIsNotThereIsAMistake() throws IOException {
        write("wall,viewer,," + A + "\n");
        TokenFile.load(dir, problems);
        assertEquals(
                List.of("tokens.csv:1:1: the heading is not name,role,agent,sha256;"
                        + " name the columns so, in that order"),
                problems.errorLines());
    }

    @Test
    void nameAndHashStandOnce() throws IOException {
        write("name,role,agent,sha256\nwall,viewer,," + A + "\nwall,viewer,," + B + "\nhall,viewer,," + A + "\n");
        TokenFile.load(dir, problems);
        assertEquals(
                List.of(
                        "tokens.csv:3:1: token wall stands in line 2 already; keep one of the two lines",
                        "tokens.csv:4:14: this sha256 stands in line 2 already; keep one of the two lines"),
                problems.errorLines());
    }

    @Test
    void fileThatIsNoTextIsAMistake() throws IOException {
        Files.write(dir.resolve(TokenFile.NAME), new byte[] {(byte) 0xFF, (byte) 0xFE});
        TokenFile.load(dir, problems);
        assertEquals(List.of("tokens.csv: is no UTF-8 text; save it as UTF-8"), problems.errorLines());
    }

    @Test
    void lineIsAddedAndTakenOutAndTheOthersStayAsTheyAre() throws IOException {
        TokenWriter writer = new TokenWriter(dir);
        writer.add(new TokenPlan("name", Role.ADMIN, "", A));
        assertEquals("name,role,agent,sha256\nname,admin,," + A + "\n", text());
        write(text() + "# of the shift leaders\n");
        writer.add(new TokenPlan("shift", Role.AGENT, "1002", B));
        assertEquals(
                "name,role,agent,sha256\nname,admin,," + A + "\n# of the shift leaders\nshift,agent,1002," + B + "\n",
                text());
        writer.remove("name");
        assertEquals("name,role,agent,sha256\n# of the shift leaders\nshift,agent,1002," + B + "\n", text());
    }

    @Test
    void onlyTheOwnerReadsTheFileAndNothingIsLeftBesideIt() throws IOException {
        write("name,role,agent,sha256\n");
        new TokenWriter(dir).add(new TokenPlan("wall", Role.VIEWER, "", A));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(TokenFile.NAME))));
        try (var files = Files.list(dir)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void planTellsNoHash() {
        String told = new TokenPlan("desk-7", Role.AGENT, "1001", A).toString();
        assertEquals("desk-7 (agent 1001)", told);
        assertTrue(Role.words().contains("supervisor"));
    }

    private void write(String text) throws IOException {
        Files.writeString(dir.resolve(TokenFile.NAME), text, StandardCharsets.UTF_8);
    }

    private String text() throws IOException {
        return Files.readString(dir.resolve(TokenFile.NAME));
    }
}
