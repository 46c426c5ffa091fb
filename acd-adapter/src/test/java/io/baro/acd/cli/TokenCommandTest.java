package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.Problems;
import io.baro.acd.config.Role;
import io.baro.acd.config.TokenFile;
import io.baro.acd.config.TokenHash;
import io.baro.acd.config.TokenPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {
    @TempDir
    Path dir;

    private final CommandRun run = new CommandRun();

    @Test
    void tokenIsPrintedOnceAndKeptAsAHash() throws IOException {
        assertEquals(0, token("create wall --role viewer"), run.err());
        String token = run.out().strip();
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"), token);
        assertEquals(
                "wall may look at everything, and change nothing; keep the token, it is not shown again",
                run.errLines().getLast());
        assertEquals(
                List.of(new TokenPlan("wall", Role.VIEWER, "", TokenHash.of(token))),
                TokenFile.load(dir, new Problems()));
        Path file = dir.resolve("tokens.csv");
        assertFalse(Files.readString(file).contains(token));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(0, token("create hall --role viewer"));
        assertNotEquals(token, run.out().strip());
    }

    @Test
    void hashIsThatOfTheStandard() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", TokenHash.of("abc"));
    }

    @Test
    void listTellsWhoMayWhatAndNoHash() {
        token("create wall --role viewer");
        token("create desk-7 --role agent --agent 1001");
        assertEquals(
                "desk-7 for agent 1001 may see the wallboard, himself and his call, and log in and out, pause, be ready"
                        + " and extend his wrap-up; keep the token, it is not shown again",
                run.errLines().getLast());
        assertEquals(0, token("list"), run.err());
        assertEquals(
                List.of(
                        "name    role    agent  may",
                        "wall    viewer  -      look at everything, and change nothing",
                        "desk-7  agent   1001   see the wallboard, himself and his call, and log in and out, pause, be ready"
                                + " and extend his wrap-up"),
                run.outLines());
        assertEquals(0, token("list --json"));
        assertEquals(
                List.of("[{\"name\":\"wall\",\"role\":\"viewer\",\"agent\":null},"
                        + "{\"name\":\"desk-7\",\"role\":\"agent\",\"agent\":\"1001\"}]"),
                run.outLines());
    }

    @Test
    void revokedTokenIsGone() {
        token("create wall --role viewer");
        token("create desk-7 --role admin");
        assertEquals(0, token("revoke wall"), run.err());
        assertEquals(List.of("revoked: wall"), run.errLines());
        assertEquals(
                List.of("desk-7"),
                TokenFile.load(dir, new Problems()).stream()
                        .map(TokenPlan::name)
                        .toList());
        assertEquals(2, token("revoke desk-8"));
        assertEquals(List.of("token: nobody is called \"desk-8\"; did you mean \"desk-7\"?"), run.errLines());
        assertEquals(0, token("revoke desk-7"), run.err());
        assertEquals(
                List.of(
                        "revoked: desk-7",
                        "warning: it was the last one; without any, everybody on this machine may do everything"),
                run.errLines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "create wall --role boss | token: unknown role \"boss\"; write one of: viewer, agent, supervisor, admin",
                "create Wall --role viewer | token: name \"Wall\" has a wrong form; use 1-24 of a-z, 0-9 and -",
                "create wall --role agent | token: role agent acts for one agent; write --agent with his number",
                "create wall --role admin --agent 1001 | token: role admin acts for nobody;"
                        + " leave --agent away, or write --role agent",
                "create taken --role viewer | token: taken is there already; revoke it, or take another name",
            })
    void mistakeIsOneLineAndChangesNothing(String command, String line) throws IOException {
        token("create taken --role viewer");
        String before = Files.readString(dir.resolve("tokens.csv"));
        assertEquals(2, token(command));
        assertEquals(List.of(line), run.errLines());
        assertEquals("", run.out());
        assertEquals(before, Files.readString(dir.resolve("tokens.csv")));
    }

    @Test
    void fileWithAMistakeIsNotWorkedOn() throws IOException {
        Files.writeString(dir.resolve("tokens.csv"), "name,role,agent,sha256\nwall,viewer,,abc\n");
        for (String command : List.of("create hall --role viewer", "list", "revoke wall")) {
            assertEquals(2, token(command));
            assertEquals(
                    List.of("tokens.csv:2:14: sha256 has a wrong form;"
                            + " write 64 digits of 0-9 and a-f, as baro token create does"),
                    run.errLines());
        }
    }

    @Test
    void directoryThatIsNotThereIsOneLine() {
        assertEquals(
                2, run.baro("token", "list", "--config", dir.resolve("nowhere").toString()));
        assertEquals(
                List.of(dir.resolve("nowhere") + ": is no directory; name the configuration directory by --config"),
                run.errLines());
    }

    @Test
    void groupAloneSaysWhatThereIs() {
        assertEquals(2, run.baro("token"));
        assertEquals("token: write create, list or revoke", run.errLines().getFirst());
    }

    private int token(String command) {
        return run.baro(("token " + command + " --config " + dir).split(" ", -1));
    }
}
