package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.PhoneBehaviour;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the floor against a whole server with an embedded PBX, over sockets. */
class FloorCommandsTest {
    @TempDir
    Path dir;

    private final Map<String, String> environment = new HashMap<>();
    private OneCentre centre;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws Exception {
        centre = new OneCentre(dir);
        String supervisor = token("shift", "supervisor");
        environment.put("BARO_TOKEN", supervisor);
        centre.start();
        environment.put(
                "BARO_URL", "http://127.0.0.1:" + centre.server().httpAddress().getPort());
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void supervisorHoldsACallAndLetsItGoToAnAgent() throws Exception {
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 60_000));
        done("agents", "pause", "1001", "--reason", "3");
        assertTrue(lines().getFirst().startsWith("agent 1001: not ready (paused 3) since "), out.toString());
        Caller senior = centre.console().dial("01011112222", "15771000");
        RunProcess.await("a waiting call", () -> baro("calls", "--state", "waiting") == 0 && lines().size() == 2);
        String call = lines().get(1).split(" ", 2)[0];
        assertTrue(lines().get(1).contains("seoul   general  waiting"), out.toString());
        done("calls", "rank", call, "--boost", "5m");
        assertTrue(lines().getFirst().endsWith(", boost 5m00s"), out.toString());
        done("calls", "move", call, "--to", "contribution");
        assertTrue(lines().getFirst().startsWith("call " + call + ": waiting in seoul/contribution"), out.toString());
        done("queues", "--centre", "seoul");
        assertTrue(
                out.toString().lines().anyMatch(line -> line.matches("seoul +contribution +open +1 .*")),
                out.toString());
        done("agents", "ready", "1001");
        RunProcess.await("talk", senior::wasConnected);
        RunProcess.await("the talk is told", () -> baro("agents", "--state", "talking") == 0 && lines().size() == 2);
        done("calls", "show", call);
        assertTrue(
                lines().stream().anyMatch(line -> line.contains(" offer call " + call + " to agent 1001")),
                out.toString());
        assertFalse(out.toString().contains("01011112222"), "a number");
    }

    @Test
    void callerWhoIsTakenOutOfTheLineIsGone() throws Exception {
        done("agents", "logout", "1001");
        Caller senior = centre.console().dial("01011112222", "15771000");
        RunProcess.await("a waiting call", () -> baro("calls", "--state", "waiting") == 0 && lines().size() == 2);
        String call = lines().get(1).split(" ", 2)[0];
        assertEquals(2, baro("calls", "withdraw", call));
        done("calls", "withdraw", call, "--yes");
        RunProcess.await("the end", () -> baro("calls", "--state", "waiting") == 0 && lines().size() == 1);
        assertFalse(senior.wasConnected());
    }

    @Test
    void refusalsAreOneLineWithExitCodeTwo() {
        assertEquals(2, baro("agents", "login", "4711"));
        assertMistake("not found: ");
        assertEquals(2, baro("agents", "extend", "1001", "--by", "30s"));
        assertMistake("refused: ");
        assertEquals(2, baro("rules", "rollback", "4"));
        assertMistake("not allowed: ");
        environment.put("BARO_TOKEN", "nobodys");
        assertEquals(2, baro("queues"));
        assertMistake("does not know this token; ");
        environment.remove("BARO_TOKEN");
        assertEquals(2, baro("queues"));
        assertMistake("asks for a token; ");
    }

    @Test
    void queueThatIsClosedIsShownSo() {
        done("queues", "close", "seoul", "general");
        assertEquals("queue seoul/general: closed, 0 waiting", lines().getFirst());
        done("queues", "open", "seoul", "general");
        assertEquals("queue seoul/general: open, 0 waiting", lines().getFirst());
    }

    @Test
    void skillsOfAnAgentAreChanged() {
        done("agents", "skills", "1001", "ko=4");
        assertTrue(lines().getFirst().endsWith(", skills ko=4"), out.toString());
    }

    @Test
    void rulesAreReadCheckedAndTriedByASupervisorAndAppliedByAnAdministrator() throws Exception {
        done("rules", "show");
        Path rules = Files.writeString(
                dir.resolve("new.yaml"),
                out.toString().replace("version: 4", "version: 5").replace("3m", "4m"));
        done("rules", "check", rules.toString());
        environment.put("BARO_TOKEN", token("chief", "admin"));
        RunProcess.await("the new token", () -> baro("rules", "apply", rules.toString(), "--base-version", "4") == 0);
        assertEquals("version 5 of the rules is in force", lines().getFirst());
        assertEquals(2, baro("rules", "apply", rules.toString(), "--base-version", "4"));
        Path wrong = Files.writeString(
                dir.resolve("wrong.yaml"), Files.readString(rules).replace("queue.ewt >", "queue.evt >"));
        assertEquals(2, baro("rules", "check", wrong.toString()));
        assertTrue(err.toString().startsWith(wrong + ":"), err.toString());
        done("rules");
        assertTrue(lines().get(1).matches(" +5  in force  senior, spike"), out.toString());
    }

    @Test
    void floorIsWatchedAsItChanges() {
        done("watch", "--events", "2");
        assertTrue(lines().getFirst().endsWith("  waiting 0, longest 0s, talking 0, agents ready 1"), out.toString());
        done("watch", "--json", "--topics", "agents", "--events", "1");
        assertTrue(lines().getFirst().startsWith("{\"event\":\"agents\",\"data\":[{"), out.toString());
    }

    private void assertMistake(String begin) {
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith(environment.get("BARO_URL") + ": " + begin), err.toString());
        assertEquals("", out.toString());
    }

    private String token(String name, String role) {
        assertEquals(0, baro("token", "create", name, "--role", role, "--config", dir.toString()), err.toString());
        return out.toString().strip();
    }

    private void done(String... args) {
        assertEquals(0, baro(args), err.toString());
    }

    private int baro(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.execute(
                new Main.Console(new PrintWriter(out, true), new PrintWriter(err, true), environment), args);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
