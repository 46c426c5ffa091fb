package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What machines read of the commands that need no running Baro. */
class JsonEverywhereTest {
    @TempDir
    Path dir;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void rightConfigurationIsCounted() {
        new ConfigurationDirectory(dir);
        assertEquals(0, baro("check", "--config", dir.toString(), "--json"));
        assertEquals(
                "{\"right\":true,\"problems\":[],\"pbxs\":1,\"queues\":2,\"agents\":2,\"rules\":[\"senior\",\"spike\"],"
                        + "\"rules_version\":4,\"customers\":1,\"care_calls\":0}\n",
                out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void mistakesAreTheSameAsForPeople() {
        new ConfigurationDirectory(dir).replace("rules.yaml", "boost: 3m", "boost: 30m");
        assertEquals(2, baro("check", "--config", dir.toString(), "--json"));
        assertEquals(
                "{\"right\":false,\"problems\":[{\"file\":\"rules.yaml\",\"line\":6,\"column\":34,"
                        + "\"what\":\"boost is above max_boost 15m\",\"remedy\":\"lower it or raise max_boost\","
                        + "\"warning\":false}]}\n",
                out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void replayedDayAndRecordsAreFigures() throws IOException {
        SimulatedJournal.in(dir, 7);
        String journal = dir.resolve("state/journal").toString();
        String rules = dir.resolve("rules.yaml").toString();
        assertEquals(
                0,
                baro("replay", journal, "--config", dir.toString(), "--rules", rules, "--out", dir + "/rep", "--json"),
                err.toString());
        JsonNode days = mapper.readTree(out.toString());
        assertTrue(days.path("commands").asLong() > 0, out.toString());
        assertEquals(0, days.path("changes").path("other_agent").asInt());
        assertEquals("all", days.path("centres").path(1).path("name").asString());
        assertEquals(
                days.path("centres").path(1).path("recorded"),
                days.path("centres").path(1).path("otherwise"));
        assertTrue(err.toString().contains("written: "), err.toString());

        Path baro = dir.resolve("baro.yaml");
        Files.writeString(baro, Files.readString(baro) + "records: { store: sqlite, retention: 3650d }\n");
        out.getBuffer().setLength(0);
        assertEquals(0, baro("records", "rebuild", "--config", dir.toString(), "--json"), err.toString());
        JsonNode rebuilt = mapper.readTree(out.toString());
        assertEquals(days.path("commands"), rebuilt.path("commands"));
        assertTrue(rebuilt.path("rows").asLong() > 0, out.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, baro("records", "purge", "--config", dir.toString(), "--json"), err.toString());
        assertEquals("{\"rows\":0}\n", out.toString());
    }

    private int baro(String... args) {
        return Main.execute(
                new Main.Console(
                        new PrintWriter(out, true), new PrintWriter(err, true), ConfigurationDirectory.ENVIRONMENT),
                args);
    }
}
