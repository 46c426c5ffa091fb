package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A short piece of the demonstration's day. */
class DemoCommandTest {
    private static final Pattern JSON = Pattern.compile(
            "\\{\"offered\":(\\d+),\"answered\":(\\d+),\"abandoned\":(\\d+),"
                    + "\"reserved\":(\\d+),\"in_progress\":(\\d+),\"identity\":\"ok\",\"p50_us\":[\\d.]+,\"p99_us\":[\\d.]+,"
                    + ".*\"diverted\":(\\d+),\"refused\":(\\d+),\"failed_over\":(\\d+),"
                    + "\"callbacks\":\\{\"kept\":(\\d+),\"open\":(\\d+),\"exhausted\":(\\d+),\"withdrawn\":(\\d+),\"expired\":(\\d+)\\}\\}");
    private static final int LAST_TERM = 8;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void lastLineIsOneJsonObjectWhoseSevenTermsSumUp() {
        play("--seconds", "6", "--json");
        Matcher json = JSON.matcher(out.toString().strip());
        assertTrue(json.matches(), out.toString());
        long sum = sum(json, 2, LAST_TERM);
        assertEquals(Long.parseLong(json.group(1)), sum);
        long reservations = sum(json, LAST_TERM + 1, json.groupCount());
        assertTrue(reservations <= Long.parseLong(json.group(4)), "more reservations than callers who reserved");
        assertTrue(sum > 0, "nobody called");
        assertTrue(err.toString().contains("console at http://127.0.0.1:"), err.toString());
        assertTrue(err.toString().contains("rules fired: "), err.toString());
    }

    private static long sum(Matcher json, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToLong(term -> Long.parseLong(json.group(term)))
                .sum();
    }

    @Test
    void withoutATerminalItEndsWithTheSummaryForPeople() {
        play("--seconds", "2");
        assertTrue(out.toString().contains("service level "), out.toString());
        assertTrue(out.toString().contains("callbacks: kept "), out.toString());
    }

    @Test
    void anotherPortThatIsTakenIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exit = Main.execute(
                    new Main.Console(new PrintWriter(out, true), new PrintWriter(err, true), Map.of()),
                    "demo",
                    "--port",
                    Integer.toString(taken.getLocalPort()),
                    "--config",
                    "../config/nhis");
            assertEquals(2, exit);
            assertTrue(
                    err.toString()
                            .startsWith("demo: port " + taken.getLocalPort()
                                    + " is in use; write another --port or leave it away"),
                    err.toString());
        }
    }

    private void play(String... more) {
        List<String> words =
                new ArrayList<>(List.of("demo", "--seed", "7", "--speed", "300", "--config", "../config/nhis"));
        words.addAll(List.of(more));
        int exit = Main.execute(
                new Main.Console(new PrintWriter(out, true), new PrintWriter(err, true), Map.of()),
                words.toArray(String[]::new));
        assertEquals(0, exit, err.toString());
    }
}
