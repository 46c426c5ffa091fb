package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each command asks of the server, and what it says of the answer. */
class FloorActsTest {
    private static final String AGENT_LINE = "agent 1001: talking since 09:14:02, call c-7f3a";
    private static final String CALL_LINE = "call c-91b0: waiting in seoul/contribution, waited 4m05s, boost 0s";
    private static final String RESERVATION_LINE =
            "reservation r-55: resting in seoul/general, due 2026-11-23 14:30, until 2026-11-24 09:00";

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

    static Stream<Arguments> acts() {
        return Stream.of(queueAndAgentActs(), callAndReservationActs()).flatMap(acts -> acts);
    }

    private static Stream<Arguments> queueAndAgentActs() {
        return Stream.of(
                act("queues open seoul general", "POST /centres/seoul/queues/general/open", "", Documents.QUEUE)
                        .says("queue seoul/general: closed, 3 waiting"),
                act("queues close seoul general", "POST /centres/seoul/queues/general/close", "", Documents.QUEUE)
                        .says("queue seoul/general: closed, 3 waiting"),
                agent("login", "login", ""),
                agent("logout", "logout", ""),
                agent("ready", "ready", ""),
                act(
                                "agents pause 1001 --reason 2",
                                "POST /agents/1001/pause",
                                "{\"reason\":2}",
                                Documents.TALKING_AGENT)
                        .says(AGENT_LINE),
                act(
                                "agents extend 1001 --by 30s",
                                "POST /agents/1001/wrap-up",
                                "{\"extend_ms\":30000}",
                                Documents.TALKING_AGENT)
                        .says(AGENT_LINE),
                act(
                                "agents skills 1001 ko=9,en=3",
                                "PUT /agents/1001/skills",
                                "{\"skills\":{\"ko\":9,\"en\":3}}",
                                Documents.TALKING_AGENT)
                        .says(AGENT_LINE + ", skills ko=9,en=3"));
    }

    private static Stream<Arguments> callAndReservationActs() {
        return Stream.of(
                act(
                                "calls rank c-91b0 --boost 5m",
                                "PUT /calls/c-91b0/rank",
                                "{\"boost_ms\":300000}",
                                Documents.WAITING_CALL)
                        .says(CALL_LINE),
                act(
                                "calls move c-91b0 --to contribution",
                                "POST /calls/c-91b0/move",
                                "{\"queue\":\"contribution\"}",
                                Documents.WAITING_CALL)
                        .says(CALL_LINE),
                act("calls withdraw c-91b0 --yes", "DELETE /calls/c-91b0", "", Documents.WAITING_CALL)
                        .says(CALL_LINE),
                act(
                                "reservations move r-55 --from 14:30 --until 2026-11-24T00:00:00Z",
                                "PUT /reservations/r-55",
                                "{\"from\":\"2026-11-23T05:30:00Z\",\"until\":\"2026-11-24T00:00:00Z\"}",
                                Documents.RESTING_RESERVATION)
                        .says(RESERVATION_LINE),
                act("reservations cancel r-55 --yes", "DELETE /reservations/r-55", "", Documents.RESTING_RESERVATION)
                        .says(RESERVATION_LINE));
    }

    private record Act(String command, String request, String body, String answer) {
        Arguments says(String line) {
            return Arguments.of(command, request, body, answer, line);
        }
    }

    private static Act act(String command, String request, String body, String answer) {
        return new Act(command, request, body, answer);
    }

    private static Arguments agent(String word, String path, String body) {
        return act("agents " + word + " 1001", "POST /agents/1001/" + path, body, Documents.TALKING_AGENT)
                .says(AGENT_LINE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void actIsOneRequestAndOneLine(String command, String request, String body, String answer, String line) {
        server.on(request, 200, answer);
        assertEquals(0, run.baro(command.split(" ", -1)), run.err());
        assertEquals(List.of((request + " " + body).strip()), server.requests());
        assertEquals(List.of(line), run.outLines());
        assertEquals("", run.err());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void machinesGetWhatTheServerSaid(String command, String request, String body, String answer) {
        server.on(request, 200, answer);
        assertEquals(0, run.baro((command + " --json").split(" ", -1)), run.err());
        assertEquals(answer, run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "post | /agents/{agent}/pause | agents pause 1001 --reason 2",
                "post | /agents/{agent}/wrap-up | agents extend 1001 --by 30s",
                "put | /agents/{agent}/skills | agents skills 1001 ko=9,en=3",
                "put | /calls/{call}/rank | calls rank c-91b0 --boost 5m",
                "post | /calls/{call}/move | calls move c-91b0 --to contribution",
                "post | /reservations | reservations create --centre seoul --queue general --from 14:30",
                "put | /reservations/{reservation} | reservations move r-55 --from 14:30 --until 16:00",
                "post | /rules/rollback | rules rollback 6",
            })
    void everyBodyIsOfTheContract(String method, String path, String command) {
        run.typing("010-1111-2222\n").baro(command.split(" ", -1));
        String request = server.requests().getFirst();
        String body = request.substring(request.indexOf('{'));
        assertEquals(List.of(), Contract.problemsOfRequest(method, path, body), body);
    }

    @Test
    void namesInAPathAreEscaped() {
        run.baro("calls", "show", "../agents/1001?x=1&y z");
        assertEquals(List.of("GET /calls/..%2Fagents%2F1001%3Fx%3D1%26y%20z"), server.requests());
    }

    @Test
    void numberOfACustomerIsReadAndNeverTold() {
        server.on("POST /reservations", 201, Documents.RESTING_RESERVATION);
        run.typing("010-1111 2222\n");
        assertEquals(0, run.baro("reservations", "create", "--centre", "seoul", "--queue", "general"), run.err());
        assertEquals(
                List.of("POST /reservations {\"centre\":\"seoul\",\"queue\":\"general\",\"number\":\"01011112222\"}"),
                server.requests());
        assertEquals(List.of(RESERVATION_LINE), run.outLines());
        assertEquals("", run.err());
    }

    @Test
    void whoSitsThereIsAskedForTheNumber() {
        server.on("POST /reservations", 201, Documents.RESTING_RESERVATION);
        run.onTerminal().typing("01011112222\n");
        assertEquals(
                0,
                run.baro(
                        "reservations",
                        "create",
                        "--centre",
                        "seoul",
                        "--queue",
                        "general",
                        "--until",
                        "2026-11-24 09:00"));
        assertEquals("Number of the customer: ", run.err());
        assertEquals(
                List.of("POST /reservations {\"centre\":\"seoul\",\"queue\":\"general\","
                        + "\"until\":\"2026-11-24T00:00:00Z\",\"number\":\"01011112222\"}"),
                server.requests());
    }

    @Test
    void whatIsNoNumberIsNotRepeated() {
        run.typing("0101111x2222\n");
        assertEquals(2, run.baro("reservations", "create", "--centre", "seoul", "--queue", "general"));
        assertEquals(
                List.of("create: the first line of standard input is no telephone number;"
                        + " write 3-20 digits, - and spaces if you like"),
                run.errLines());
        assertFalse(run.err().contains("1111"));
        assertEquals(List.of(), server.requests());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "calls withdraw c-91b0 | taking call c-91b0 out of the line",
                "reservations cancel r-55 | cancelling reservation r-55",
            })
    void whatCannotBeUndoneWantsAWord(String command, String what) {
        assertEquals(2, run.baro(command.split(" ", -1)));
        assertEquals(List.of(what + " cannot be undone; write --yes if it is to be"), run.errLines());
        run.onTerminal().typing("no\n");
        assertEquals(2, run.baro(command.split(" ", -1)));
        assertEquals(List.of(what + " cannot be undone. Write yes: left as it is"), run.errLines());
        assertEquals(List.of(), server.requests());
        run.typing("yes\n").baro(command.split(" ", -1));
        assertEquals(1, server.requests().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "agents skills 1001 ko=11 | skills: \"ko=11\" is no skill with its level;"
                        + " write skill=1 to skill=10, with commas between",
                "agents skills 1001 ko=1,ko=2 | skills: \"ko\" stands twice; write each skill once",
                "agents extend 1001 --by 30 | --by is \"30\", no duration;"
                        + " write a whole number and a unit: 500ms, 90s, 4m, 24h or 7d",
                "calls rank c-1 --boost soon | --boost is \"soon\", no duration;"
                        + " write a whole number and a unit: 500ms, 90s, 4m, 24h or 7d",
                "reservations move r-1 --from noon --until 16:00 | --from is \"noon\", no time;"
                        + " write 14:30 (today), \"2026-11-23 14:30\" or 2026-11-23T14:30Z",
            })
    void slipIsOneLineAndNobodyIsAsked(String command, String line) {
        assertEquals(2, run.baro(command.split(" ", -1)));
        assertEquals(List.of(line), run.errLines());
        assertEquals(List.of(), server.requests());
    }
}
