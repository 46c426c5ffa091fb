package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.loopback.UnusedPort;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to be told no is one line with a remedy, and an exit code. */
class RefusalTest {
    private ContractServer server;
    private CommandRun run;

    @BeforeEach
    void start() throws IOException {
        server = new ContractServer();
        run = CommandRun.to(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " | ",
            value = {
                "400 | 2 | wrong: the body is no JSON text; correct it",
                "401 | 2 | asks for a token; name its file by --token-file, or set BARO_TOKEN",
                "403 | 2 | not allowed: the body is no JSON text; use a token of a role that may",
                "404 | 2 | not found: the body is no JSON text; list what there is, or see whether --url is Baro's address",
                "405 | 2 | not understood: the body is no JSON text; use the baro of the server's version",
                "409 | 2 | refused: the body is no JSON text; look again, it is not as you think or has changed",
                "413 | 2 | too large: the body is no JSON text; send less",
                "422 | 2 | wrong: the body is no JSON text; correct it",
                "429 | 2 | too much at once: the body is no JSON text; wait a moment, and try again",
                "500 | 1 | failed: the body is no JSON text; see its log, and report it",
                "503 | 2 | not now: the body is no JSON text; try again when Baro is ready",
            })
    void statusIsALineAndAnExitCode(int status, int exitCode, String line) {
        server.on("POST /agents/1001/login", status, Documents.problem(status, "the body is no JSON text"));
        assertEquals(exitCode, run.baro("agents", "login", "1001"));
        assertEquals(List.of(server.url() + ": " + line), run.errLines());
        assertEquals("", run.out());
    }

    @Test
    void reasonOfTheRouterIsTold() {
        server.on("POST /agents/1001/ready", 409, Documents.refusal("refused: wrong state", "wrong_state"))
                .on("POST /agents/1002/ready", 409, Documents.refusal("he talks", "wrong_state"));
        assertEquals(2, run.baro("agents", "ready", "1001"));
        assertEquals(
                List.of(server.url() + ": refused: wrong state; look again, it is not as you think or has changed"),
                run.errLines());
        assertEquals(2, run.baro("agents", "ready", "1002"));
        assertEquals(
                List.of(server.url()
                        + ": refused: he talks (wrong state); look again, it is not as you think or has changed"),
                run.errLines());
    }

    @Test
    void remedyOfTheServerIsTheOneThatIsTold() {
        server.on(
                "POST /calls/c-1/move",
                403,
                Documents.problem(403, "role viewer may not do this; it needs another token"));
        assertEquals(2, run.baro("calls", "move", "c-1", "--to", "general"));
        assertEquals(
                List.of(server.url() + ": not allowed: role viewer may not do this; it needs another token"),
                run.errLines());
    }

    @Test
    void unknownTokenIsNotAMissingOne() {
        server.on("GET /floor", 401, Documents.problem(401, "no token"));
        assertEquals(2, run.with(Connection.TOKEN, "s3cret-Token_").baro("queues"));
        assertEquals(
                List.of(server.url() + ": does not know this token;"
                        + " make one by baro token create, and see whether it was revoked"),
                run.errLines());
    }

    @Test
    void whatIsNoBaroIsSaidSo() {
        server.on("GET /floor", 200, "<html>hello</html>").on("GET /rules", 502, "<html>bad gateway</html>");
        assertEquals(2, run.baro("queues"));
        assertEquals(List.of(server.url() + ": does not answer as Baro does; name Baro's own address"), run.errLines());
        assertEquals(2, run.baro("rules"));
        assertEquals(
                List.of(server.url() + ": answers with status 502, not as Baro does; name Baro's own address"),
                run.errLines());
    }

    @Test
    void nobodyThereIsOneLine() throws IOException {
        String url = "http://127.0.0.1:" + UnusedPort.find();
        assertEquals(2, run.baro("queues", "--url", url));
        assertEquals(
                List.of(url + ": nobody answers; start Baro there, or name its address by --url, BARO_URL or --config"),
                run.errLines());
        assertEquals(2, run.baro("watch", "--url", url));
        assertEquals(1, run.errLines().size());
    }
}
