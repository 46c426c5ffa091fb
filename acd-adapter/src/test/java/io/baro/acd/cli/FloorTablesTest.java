package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of the floor, and that machines see what the server said. */
class FloorTablesTest {
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

    @Test
    void queuesAreATable() {
        server.on("GET /floor", 200, Documents.FLOOR);
        assertEquals(0, run.baro("queues"), run.err());
        assertEquals(
                List.of(
                        "centre  queue         state        waiting  longest   told  offered  answered  abandoned  in time",
                        "seoul   contribution  open               0        -      -        4         4          0   100.0%",
                        "seoul   general       open, spike        3    4m05s  2m10s      120       100         11    83.3%",
                        "busan   general       closed             0        -      -        0         0          0        -"),
                run.outLines());
        assertEquals("", run.err());
    }

    @Test
    void queuesOfOneCentreAreThoseAlone() {
        server.on("GET /floor", 200, Documents.FLOOR);
        assertEquals(0, run.baro("queues", "--centre", "busan"));
        assertEquals(
                List.of(
                        "centre  queue    state   waiting  longest  told  offered  answered  abandoned  in time",
                        "busan   general  closed        0        -     -        0         0          0        -"),
                run.outLines());
        assertEquals(2, run.baro("queues", "--centre", "jeju"));
        assertEquals(List.of("queues: no centre is called \"jeju\"; write one of seoul, busan"), run.errLines());
    }

    @Test
    void machinesGetWhatTheServerSaid() {
        server.on("GET /floor", 200, Documents.FLOOR);
        assertEquals(0, run.baro("queues", "--json"));
        assertEquals(Documents.FLOOR, run.out());
    }

    @Test
    void agentsAreATableOverAllPages() {
        server.on(
                        "GET /agents?limit=5000",
                        200,
                        Documents.agents("1002", Documents.TALKING_AGENT, Documents.PAUSED_AGENT))
                .on("GET /agents?limit=5000&after=1002", 200, Documents.agents(null, Documents.ABSENT_AGENT));
        assertEquals(0, run.baro("agents"), run.err());
        assertEquals(
                List.of(
                        "agent  centre  state                 since             call    skills",
                        "1001   seoul   talking               09:14:02          c-7f3a  ko=9,en=3",
                        "1002   seoul   not ready (paused 2)  08:59:59          -       ko=9",
                        "2001   busan   logged out            2026-11-22 18:00  -"),
                run.outLines());
    }

    @Test
    void filtersGoToTheServer() {
        server.on("GET /agents?centre=seoul&state=not_ready&limit=5000", 200, Documents.agents(null))
                .on("GET /calls?centre=seoul&queue=general&state=waiting&limit=5000", 200, Documents.calls(0))
                .on("GET /reservations?centre=seoul&limit=5000", 200, Documents.reservations(0));
        assertEquals(0, run.baro("agents", "--centre", "seoul", "--state", "not_ready"), run.err());
        assertEquals(List.of("agent  centre  state  since  call  skills"), run.outLines());
        assertEquals(0, run.baro("calls", "--centre", "seoul", "--queue", "general", "--state", "waiting"), run.err());
        assertEquals(0, run.baro("reservations", "--centre", "seoul"), run.err());
    }

    @Test
    void callsAreATableThatSaysHowManyMoreThereAre() {
        server.on(
                "GET /calls?limit=5000",
                200,
                Documents.calls(5, Documents.TALKING_CALL, Documents.WAITING_CALL, Documents.CLOSED_CALL));
        assertEquals(0, run.baro("calls"), run.err());
        assertEquals(
                List.of(
                        "call    centre  queue         state                         agent  waited   boost   told  rules",
                        "c-7f3a  seoul   general       talking                       1001      12s   3m00s  2m10s  senior+repeat",
                        "c-91b0  seoul   contribution  waiting                       -       4m05s      0s      -  -",
                        "c-02aa  busan   -             closed (abandoned), callback  -       1h02m  -1m00s      -  -",
                        "and 2 more"),
                run.outLines());
    }

    @Test
    void oneCallIsShownWithWhyItWentAhead() {
        server.on(
                "GET /calls/c-7f3a",
                200,
                "{\"call\": " + Documents.TALKING_CALL + ", \"decisions\": [" + Documents.OFFER + ", "
                        + Documents.REFUSED + "]}");
        assertEquals(0, run.baro("calls", "show", "c-7f3a"), run.err());
        assertEquals(
                List.of(
                        "call c-7f3a: talking in seoul/general, waited 12s, boost 3m00s",
                        "  since 09:13:50, agent 1001, rules senior+repeat",
                        "  when it joined: 4 ahead, told 2m10s",
                        "  09:14:02 offer call c-7f3a to agent 1001 in seoul/general: waited 12s, boost 3m00s, rules senior,"
                                + " the call chose of 3 by longest_idle, step 1, before 1002 by 4000",
                        "  09:14:30 refused: wrong state"),
                run.outLines());
    }

    @Test
    void reservationsAreATable() {
        server.on(
                "GET /reservations?limit=5000",
                200,
                Documents.reservations(2, Documents.RESTING_RESERVATION, Documents.CARE_RESERVATION));
        assertEquals(0, run.baro("reservations"), run.err());
        assertEquals(
                List.of(
                        "reservation  centre  queue    kind      state    attempts  due               until",
                        "r-55         seoul   general  callback  resting         0  2026-11-23 14:30  2026-11-24 09:00",
                        "r-56         busan   general  care      calling         2  2026-11-23 09:15  2026-11-23 18:00"),
                run.outLines());
    }

    @Test
    void documentOfAnotherVersionIsShownAsFarAsItGoes() {
        server.on("GET /calls?limit=5000", 200, "{\"calls\": [{\"id\": \"c-1\", \"colour\": \"red\"}]}");
        assertEquals(0, run.baro("calls"), run.err());
        assertEquals(
                "c-1   -       -      -      -           -      -     -  -",
                run.outLines().getLast());
    }
}
