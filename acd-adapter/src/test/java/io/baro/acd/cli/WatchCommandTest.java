package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchCommandTest {
    private static final String SHOWN = "GET /events?topics=floor%2Cdecisions";

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
    void whereThereIsNoScreenItIsALineForEachFloor() {
        server.stream(SHOWN, event("floor", Documents.FLOOR) + ":\n\n" + event("decisions", "[]"));
        assertEquals(0, run.baro("watch", "--events", "2"), run.err());
        assertEquals(List.of("09:15:02  waiting 3, longest 4m05s, talking 12, agents ready 2"), run.outLines());
    }

    @Test
    void screenShowsCentresTheBusiestQueuesAndWhyCallsWentAhead() {
        server.stream(
                SHOWN,
                event("decisions", "[" + Documents.REFUSED + "," + Documents.OFFER + "]")
                        + event("floor", Documents.FLOOR));
        assertEquals(0, run.onTerminal().baro("watch", "--events", "2"), run.err());
        assertEquals(
                "\033[H"
                        + String.join(
                                "\033[K\n",
                                "Baro at 09:15:02, rules 7, ready",
                                "",
                                "centre         link    waiting  longest  talking  ready  paused  wrap-up  callbacks  answered  abandoned  in time",
                                "seoul (spike)  ready         3    4m05s       12      2       4        1          5       104         11    84.2%",
                                "busan          absent        0        -        0      0       0        0          0         0          0        -",
                                "",
                                "centre  queue         state        waiting  longest   told  offered  answered  abandoned  in time",
                                "seoul   general       open, spike        3    4m05s  2m10s      120       100         11    83.3%",
                                "seoul   contribution  open               0        -      -        4         4          0   100.0%",
                                "busan   general       closed             0        -      -        0         0          0        -",
                                "",
                                "the last decisions:",
                                "  09:14:02 offer call c-7f3a to agent 1001 in seoul/general: waited 12s, boost 3m00s, rules senior,"
                                        + " the call chose of",
                                "  09:14:30 refused: wrong state")
                        + "\033[K\n\033[J",
                run.out());
    }

    @Test
    void screenOfOneCentreShowsThatAlone() {
        server.stream(SHOWN, event("floor", Documents.FLOOR));
        assertEquals(0, run.onTerminal().baro("watch", "--events", "1", "--centre", "busan"), run.err());
        assertTrue(run.out().contains("busan"), run.out());
        assertTrue(!run.out().contains("seoul"), run.out());
    }

    @Test
    void machinesGetEachEventAsALine() {
        server.stream(
                "GET /events?topics=calls%2Cagents",
                event("calls", "{\"changed\": [], \"gone\": [\"c-1\"]}") + event("restart", "{}")
                        + "event: agents\ndata: [\ndata: ]\n\n");
        assertEquals(0, run.baro("watch", "--json", "--topics", "calls,agents", "--events", "3"), run.err());
        assertEquals(
                List.of(
                        "{\"event\":\"calls\",\"data\":{\"changed\": [], \"gone\": [\"c-1\"]}}",
                        "{\"event\":\"restart\",\"data\":{}}",
                        "{\"event\":\"agents\",\"data\":[ ]}"),
                run.outLines());
    }

    @Test
    void streamThatEndsIsTakenUpAgainUntilSomebodySaysNo() {
        server.stream(SHOWN, event("floor", Documents.FLOOR)).on(SHOWN, 503, Documents.problem(503, "stopping")).stream(
                        SHOWN, event("floor", Documents.FLOOR))
                .on(SHOWN, 401, Documents.problem(401, "no token"));
        assertEquals(2, run.baro("watch"));
        String again = server.url() + ": the connection has ended; trying again";
        assertEquals(
                List.of(
                        again,
                        again,
                        again,
                        server.url() + ": asks for a token; name its file by --token-file, or set BARO_TOKEN"),
                run.errLines());
        assertEquals(2, run.outLines().size());
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data.replace("\n", "") + "\n\n";
    }
}
