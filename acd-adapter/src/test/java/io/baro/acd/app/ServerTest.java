package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.loopback.UnusedPort;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.engine.journal.JournalCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server against an embedded PBX, over sockets, in real time. */
class ServerTest {
    @TempDir
    Path dir;

    private final HttpClient client = HttpClient.newHttpClient();
    private OneCentre centre;

    @BeforeEach
    void openPbx() {
        centre = new OneCentre(dir);
    }

    @AfterEach
    void close() {
        centre.close();
        client.close();
    }

    @Test
    void seniorReachesAnAgentPastTheMenuAndIsCounted() throws Exception {
        centre.start(ConfigurationDirectory.ENVIRONMENT);
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        RunProcess.await("link ready", centre.server()::isReady);
        assertEquals(200, get("/ready").statusCode());
        Caller senior = centre.console().dial("01011112222", "15771000");
        RunProcess.await("talk", senior::wasConnected);
        RunProcess.await("end", () -> senior.place() == Place.GONE);
        RunProcess.await("count", () -> centre.server().metrics().calls().total(CallCount.ANSWERED) == 1);
        String page = get("/metrics").body();
        for (String line : List.of(
                "baro_calls_answered_total{centre=\"seoul\",queue=\"general\"} 1.0",
                "baro_rule_fired_total{rule=\"senior\"} 1.0",
                "baro_link_state{pbx=\"seoul\",state=\"ready\"} 1.0",
                "baro_identity_holds 1.0",
                "baro_rules_version 4.0")) {
            assertTrue(page.contains(line), line);
        }
        assertFalse(page.contains("01011112222"), "a number in the metrics");
    }

    @Test
    void wrongSecretIsARetryThatMetricsAndReadyShow() throws Exception {
        centre.start(Map.of("EV", "wrong", "ACT", "secret-of-actions"));
        RunProcess.await(
                "refusal", () -> page().contains("baro_link_state{pbx=\"seoul\",state=\"login_refused\"} 1.0"));
        RunProcess.await("retry", () -> count("baro_link_logins_refused_total{pbx=\"seoul\"} ") >= 2);
        HttpResponse<String> ready = get("/ready");
        assertEquals(503, ready.statusCode());
        assertEquals("{\"ready\":false,\"rules_version\":4,\"pbxs\":{\"seoul\":\"login_refused\"}}\n", ready.body());
        assertEquals(200, get("/health").statusCode());
    }

    @Test
    void absentPbxIsARetryThatMetricsShowUntilItComes() throws Exception {
        int free = UnusedPort.find();
        centre.directory().replace("baro.yaml", "port: " + centre.port(), "port: " + free);
        centre.start(ConfigurationDirectory.ENVIRONMENT);
        RunProcess.await("absence", () -> page().contains("baro_link_state{pbx=\"seoul\",state=\"pbx_absent\"} 1.0"));
        assertEquals(503, get("/ready").statusCode());
        centre.loop().open(OneCentre.settings().withPort(free));
        RunProcess.await("link ready", centre.server()::isReady);
    }

    @Test
    void rulesAreReloadedWholeOrRefusedWhole() throws Exception {
        centre.start(ConfigurationDirectory.ENVIRONMENT);
        RunProcess.await("rules", () -> centre.server().metrics().rulesVersion() == 4);
        centre.directory().replace("rules.yaml", "boost: 3m", "boost: 300m");
        RunProcess.await("refusal", () -> count("baro_rules_reloads_total{outcome=\"refused\"} ") == 1);
        assertEquals(4, centre.server().metrics().rulesVersion());
        centre.directory()
                .replace("rules.yaml", "boost: 300m", "boost: 5m")
                .replace("rules.yaml", "version: 4", "version: 5");
        RunProcess.await("reload", () -> centre.server().metrics().rulesVersion() == 5);
    }

    @Test
    void agentWhoIsAddedToTheListTakesTheNextCallWithoutARestart() throws Exception {
        centre.start();
        centre.directory()
                .replace(
                        "agents.csv",
                        "1002,a1002,seoul,ko:9,no",
                        "1002,a1002,seoul,ko:9,no\n1003,a1003,seoul,ko:9,yes");
        RunProcess.await("reload", () -> count("baro_agents_reloads_total{outcome=\"taken\"} ") == 1);
        RunProcess.await("a second ready", () -> count("baro_agents{centre=\"seoul\",state=\"ready\"} ") == 2);
    }

    @Test
    void whatTheJournalHoldsIsTheRoutersStateAfterARestart() throws Exception {
        centre.withJournal();
        centre.start();
        RunProcess.await("durable", () -> count("baro_journal_durable_sequence ") > 10);
        assertEquals(0, count("baro_journal_failing "));
        centre.stop();
        long kept = JournalCheck.of(dir.resolve("state/journal")).commands();

        centre.start();
        RunProcess.await("numbered on", () -> count("baro_journal_durable_sequence ") > kept);
        assertEquals(
                0,
                page().lines()
                        .filter(line -> line.startsWith("baro_commands_refused_total") && !line.endsWith(" 0.0"))
                        .count());
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        Caller senior = centre.console().dial("01011112222", "15771000");
        RunProcess.await("talk with the agent of before", senior::wasConnected);
        centre.stop();
        assertEquals(2, JournalCheck.of(dir.resolve("state/journal")).segments());
    }

    private long count(String line) {
        return page().lines()
                .filter(text -> text.startsWith(line))
                .mapToLong(text -> (long) Double.parseDouble(text.substring(line.length())))
                .findFirst()
                .orElse(0);
    }

    private String page() {
        try {
            return get("/metrics").body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + centre.server().httpAddress().getPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
