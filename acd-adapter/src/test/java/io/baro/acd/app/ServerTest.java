package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.config.Problems;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.CustomerFile;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.loopback.UnusedPort;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server against an embedded PBX, over sockets, in real time. */
class ServerTest {
    @TempDir
    Path dir;

    private final PbxLoop loop = PbxLoop.realTime();
    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurationDirectory directory;
    private EmbeddedPbx pbx;
    private Server server;

    @BeforeEach
    void openPbx() {
        directory = new ConfigurationDirectory(dir);
        pbx = loop.open(PbxSettings.of(
                        "seoul", "seoul-7f3a9c", "secret-of-events", "secret-of-actions", List.of("a1001", "a1002"))
                .withMenu(Map.of('1', "contribution"), "general"));
        directory.replace("baro.yaml", "port: 5038", "port: " + pbx.port());
        directory.replace("baro.yaml", "port: 9400", "port: 0");
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        loop.close();
        client.close();
        assertEquals(null, loop.failure());
    }

    @Test
    void seniorReachesAnAgentPastTheMenuAndIsCounted() throws Exception {
        start(ConfigurationDirectory.ENVIRONMENT);
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        await("link ready", server::isReady);
        assertEquals(200, get("/ready").statusCode());
        Caller senior = pbx.console().dial("01011112222", "15771000");
        await("talk", senior::wasConnected);
        await("end", () -> senior.place() == Place.GONE);
        await("count", () -> server.metrics().calls().total(CallCount.ANSWERED) == 1);
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
        start(Map.of("EV", "wrong", "ACT", "secret-of-actions"));
        await("refusal", () -> page().contains("baro_link_state{pbx=\"seoul\",state=\"login_refused\"} 1.0"));
        await("retry", () -> count("baro_link_logins_refused_total{pbx=\"seoul\"} ") >= 2);
        HttpResponse<String> ready = get("/ready");
        assertEquals(503, ready.statusCode());
        assertEquals("{\"ready\":false,\"rules_version\":4,\"pbxs\":{\"seoul\":\"login_refused\"}}\n", ready.body());
        assertEquals(200, get("/health").statusCode());
    }

    @Test
    void absentPbxIsARetryThatMetricsShowUntilItComes() throws Exception {
        int free = UnusedPort.find();
        directory.replace("baro.yaml", "port: " + pbx.port(), "port: " + free);
        start(ConfigurationDirectory.ENVIRONMENT);
        await("absence", () -> page().contains("baro_link_state{pbx=\"seoul\",state=\"pbx_absent\"} 1.0"));
        assertEquals(503, get("/ready").statusCode());
        loop.open(PbxSettings.of(
                        "seoul", "seoul-7f3a9c", "secret-of-events", "secret-of-actions", List.of("a1001", "a1002"))
                .withPort(free));
        await("link ready", server::isReady);
    }

    @Test
    void rulesAreReloadedWholeOrRefusedWhole() throws Exception {
        start(ConfigurationDirectory.ENVIRONMENT);
        await("rules", () -> server.metrics().rulesVersion() == 4);
        directory.replace("rules.yaml", "boost: 3m", "boost: 300m");
        await("refusal", () -> count("baro_rules_reloads_total{outcome=\"refused\"} ") == 1);
        assertEquals(4, server.metrics().rulesVersion());
        directory.replace("rules.yaml", "boost: 300m", "boost: 5m").replace("rules.yaml", "version: 4", "version: 5");
        await("reload", () -> server.metrics().rulesVersion() == 5);
    }

    @Test
    void agentWhoIsAddedToTheListTakesTheNextCallWithoutARestart() throws Exception {
        start(ConfigurationDirectory.ENVIRONMENT);
        await("link ready", server::isReady);
        directory.replace(
                "agents.csv", "1002,a1002,seoul,ko:9,no", "1002,a1002,seoul,ko:9,no\n1003,a1003,seoul,ko:9,yes");
        await("reload", () -> count("baro_agents_reloads_total{outcome=\"taken\"} ") == 1);
        await("a second ready", () -> count("baro_agents{centre=\"seoul\",state=\"ready\"} ") == 2);
    }

    @Test
    void whatTheJournalHoldsIsTheRoutersStateAfterARestart() throws Exception {
        directory.replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        start(ConfigurationDirectory.ENVIRONMENT);
        await("link ready", server::isReady);
        await("durable", () -> count("baro_journal_durable_sequence ") > 10);
        assertEquals(0, count("baro_journal_failing "));
        server.close();
        long kept = JournalCheck.of(dir.resolve("state/journal")).commands();

        start(ConfigurationDirectory.ENVIRONMENT);
        await("link ready again", server::isReady);
        await("numbered on", () -> count("baro_journal_durable_sequence ") > kept);
        assertEquals(
                0,
                page().lines()
                        .filter(line -> line.startsWith("baro_commands_refused_total") && !line.endsWith(" 0.0"))
                        .count());
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        Caller senior = pbx.console().dial("01011112222", "15771000");
        await("talk with the agent of before", senior::wasConnected);
        server.close();
        server = null;
        assertEquals(2, JournalCheck.of(dir.resolve("state/journal")).segments());
    }

    private void start(Map<String, String> environment) throws IOException {
        Problems problems = new Problems();
        Configuration configuration =
                Configuration.load(dir, environment, problems).orElse(null);
        assertEquals(List.of(), problems.errorLines());
        KeyFile.Secrets secrets = KeyFile.Secrets.passing();
        CustomerDirectory customers =
                new CustomerDirectory(configuration.server().zone());
        CustomerFile.load(
                dir.resolve("customers.csv"), secrets.callerKeys(), customers, System.currentTimeMillis(), problems);
        server = new Server(
                KeptState.open(configuration),
                new Server.Surroundings(
                        secrets, customers, System::currentTimeMillis, List.of(), Throwable::printStackTrace));
        server.start();
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
        URI uri = URI.create("http://127.0.0.1:" + server.httpAddress().getPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("no " + what + " within 30 s");
            }
            Thread.sleep(5);
        }
    }
}
