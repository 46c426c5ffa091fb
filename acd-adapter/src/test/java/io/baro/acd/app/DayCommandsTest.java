package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about days that are not lived: simulate, replay, explain. A day of a small centre, three times its usual work. */
class DayCommandsTest {
    private static final String LAST_LINE = "calls=\\d+ answered=\\d+ sl20=0\\.\\d{4} abandoned=\\d+ shed=\\d+"
            + " callbacks_kept=\\d+ callbacks_open=\\d+ callbacks_exhausted=\\d+ callbacks_withdrawn=\\d+ callbacks_expired=\\d+"
            + " callback_after_p50=\\d+s callback_after_p90=\\d+s callback_after_max=\\d+s"
            + " overtakes_beyond_bound=0 idle_while_waiting=0 identity=ok hash=[0-9a-f]{16} seconds=\\d+\\.\\d";
    private static final String OTHER_RULES = """
        version: 5
        max_boost: 15m
        rules:
          - name: spike
            when: queue.ewt > 20s
            until: queue.ewt < 10s
            then: { offer: callback }
        """;

    @TempDir
    Path dir;

    private Path journal;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void writeConfiguration() {
        ConfigurationDirectory configuration = new ConfigurationDirectory(dir);
        StringBuilder agents = new StringBuilder("id,endpoint,centre,skills,auto_login\n");
        for (int agent = 1001; agent < 1013; agent++) {
            agents.append(agent)
                    .append(",a")
                    .append(agent)
                    .append(",seoul,ko:9;contribution:")
                    .append(agent % 5 + 1);
            agents.append(",no\n");
        }
        configuration.write("agents.csv", agents.toString()).write("other.yaml", OTHER_RULES);
        journal = dir.resolve("day.baro");
    }

    @Test
    void theLastLineIsTheSameForTheSameSeedAndHoldsEveryPromise() {
        assertEquals(0, simulate("7"), err.toString());
        String once = lastLine();
        assertTrue(once.matches(LAST_LINE), once);
        assertEquals(0, simulate("7"));
        assertEquals(withoutSeconds(once), withoutSeconds(lastLine()));
        assertEquals(0, simulate("8"));
        assertNotEquals(withoutSeconds(once), withoutSeconds(lastLine()));
    }

    @Test
    void figuresAddUpInTheFileAndThePageNeedsNothingBesideItself() throws IOException {
        assertEquals(0, simulate("7"), err.toString());
        List<String> lines = Files.readAllLines(dir.resolve("out/figures.csv"));
        List<String> head = List.of(lines.getFirst().split(",", -1));
        int calls = head.indexOf("calls");
        String[] all = lines.get(1).split(",", -1);
        assertEquals(lastLine().split(" ", -1)[0], "calls=" + all[calls]);
        long quarters = lines.stream()
                .filter(line -> line.startsWith("quarter_hour,"))
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[calls]))
                .sum();
        assertEquals(Long.parseLong(all[calls]), quarters);
        long ended = List.of("answered", "abandoned", "reserved", "diverted", "refused", "failed_over").stream()
                .mapToLong(outcome -> Long.parseLong(all[head.indexOf(outcome)]))
                .sum();
        assertEquals(Long.parseLong(all[calls]), ended);
        String page = Files.readString(dir.resolve("out/report.html"));
        assertTrue(page.contains("<svg") && page.contains("contribution"), "no plot or no queue");
        assertFalse(page.contains("http://") || page.contains("https://") || page.contains("src="), "asks for more");
    }

    @Test
    void otherRulesMakeAnotherDay() {
        simulate("7");
        String once = withoutSeconds(lastLine());
        assertEquals(0, simulate("7", "--rules", dir.resolve("other.yaml").toString()), err.toString());
        assertNotEquals(once, withoutSeconds(lastLine()));
    }

    @Test
    void wrongRulesAreOneLineAndExitCodeTwo() throws IOException {
        Files.writeString(dir.resolve("wrong.yaml"), OTHER_RULES.replace("queue.ewt >", "queue.evt >"));
        assertEquals(2, simulate("7", "--rules", dir.resolve("wrong.yaml").toString()));
        assertTrue(err.toString().contains("wrong.yaml:5"), err.toString());
        assertEquals(2, simulate("7", "--share", "0"));
    }

    @Test
    void aDayUnderItsOwnRulesIsTheSameAgainToTheMillisecond() {
        simulate("7", "--journal", journal.toString());
        String calls = lastLine().split(" ", -1)[0].substring("calls=".length());
        assertEquals(0, replay("rules.yaml"), err.toString());
        String text = out.toString().replace(",", "");
        assertTrue(text.contains("the same again: " + calls + " of " + calls + " calls to the millisecond"), text);
        assertTrue(text.contains("0 had another agent 0 another outcome 0 another place"), text);
    }

    @Test
    void otherRulesAreShownBesideTheRecorded() {
        simulate("7", "--journal", journal.toString());
        assertEquals(0, replay("other.yaml"), err.toString());
        assertTrue(lastLine().matches("of [\\d,]+ calls [1-9][\\d,]* had another agent.*"), lastLine());
        assertTrue(out.toString().contains(" > "), out.toString());
        assertTrue(Files.exists(dir.resolve("rep/figures-otherwise.csv")));
    }

    @Test
    void whatIsNoJournalIsSaidSo() throws IOException {
        assertEquals(2, replay("other.yaml"));
        Files.writeString(journal, "no journal at all, but long enough for a frame\n");
        assertEquals(2, replay("other.yaml"));
        assertTrue(
                err.toString().contains(journal + ": is no directory; name the directory of a journal"),
                err.toString());
        assertEquals(2, baro("explain", "1.1", "--config", dir.toString(), "--journal", journal.toString()));
    }

    @Test
    void aCallIsNamedAsThePbxNamesItOrByItsId() throws IOException {
        simulate("7", "--journal", journal.toString());
        assertEquals(2, baro("explain", "1.1@busan", "--config", dir.toString(), "--journal", journal.toString()));
        assertTrue(err.toString().contains("seoul"), err.toString());
        assertEquals(2, baro("explain", "1.1", "--config", dir.toString(), "--journal", journal.toString()));
        assertTrue(err.toString().contains("is about call 1.1"), err.toString());
    }

    private int simulate(String seed, String... more) {
        String[] args = {
            "simulate",
            "--day",
            dir.toString(),
            "--seed",
            seed,
            "--share",
            "300",
            "--out",
            dir.resolve("out").toString()
        };
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return baro(all);
    }

    private int replay(String rules) {
        return baro(
                "replay",
                journal.toString(),
                "--config",
                dir.toString(),
                "--rules",
                dir.resolve(rules).toString(),
                "--out",
                dir.resolve("rep").toString());
    }

    private int baro(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.execute(new Main.Console(new PrintWriter(out, true), new PrintWriter(err, true), Map.of()), args);
    }

    private String lastLine() {
        return out.toString().lines().reduce("", (before, line) -> line);
    }

    private static String withoutSeconds(String line) {
        return line.substring(0, line.indexOf(" seconds="));
    }
}
