package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we hand out for monitoring, in a real Prometheus that scrapes a real engine with its embedded PBX. */
@Tag("prometheus")
class PrometheusTest {
    @TempDir
    Path dir;

    @TempDir
    Path monitoring;

    private OneCentre centre;

    @BeforeEach
    void openPbx() {
        centre = new OneCentre(dir).withJournal();
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void promtoolFindsNothingWrongAndEveryRuleTestHolds() throws Exception {
        Path shipped = MonitoringFiles.PROMETHEUS.toAbsolutePath().normalize();
        String config = RealPrometheus.promtool(shipped, "check", "config", MonitoringFiles.CONFIGURATION);
        assertTrue(config.contains("SUCCESS"), config);
        String rules = RealPrometheus.promtool(shipped, "check", "rules", MonitoringFiles.ALERTS);
        assertTrue(rules.contains(MonitoringFiles.alerts().size() + " rules found"), rules);
        String tests = RealPrometheus.promtool(shipped, "test", "rules", MonitoringFiles.TESTS);
        assertTrue(tests.contains("SUCCESS"), tests);
    }

    @Test
    void prometheusScrapesTheEngineEvaluatesEveryRuleAndAnswersEveryPanel() throws Exception {
        centre.start();
        MonitoringFiles.pageAfterACollection(centre);
        try (RealPrometheus prometheus = new RealPrometheus(configuration())) {
            prometheus.await("a target that is up", "/api/v1/targets", PrometheusTest::everyTargetIsUp);
            Map<String, Object> rules =
                    prometheus.await("every rule evaluated", "/api/v1/rules", PrometheusTest::everyRuleWasEvaluated);
            assertEquals(MonitoringFiles.alerts().size(), rules(rules).size());
            for (Map<String, Object> rule : rules(rules)) {
                assertEquals("ok", rule.get("health"), rule.toString());
                assertEquals("inactive", rule.get("state"), rule.toString());
            }
            for (String expression : MonitoringFiles.dashboardExpressions()) {
                String asked =
                        expression.replace("$__rate_interval", "1m").replaceAll("\\$(centre|queue|instance)", ".*");
                RunProcess.await(
                        "an answer to " + asked, () -> !prometheus.query(asked).isEmpty());
            }
        }
    }

    @Test
    void aPbxThatRefusesTheEngineIsAnAlertThatIsPending() throws Exception {
        centre.start(Map.of("EV", "wrong", "ACT", ConfigurationDirectory.ENVIRONMENT.get("ACT")));
        try (RealPrometheus prometheus = new RealPrometheus(configuration())) {
            prometheus.await(
                    "the alert",
                    "/api/v1/rules",
                    answer -> rules(answer).stream()
                            .anyMatch(rule -> Set.of("pending", "firing").contains(String.valueOf(rule.get("state")))
                                    && "BaroLinkDown".equals(rule.get("name"))));
        }
    }

    /** The example that we hand out, in a hurry. */
    private Path configuration() throws IOException {
        Files.copy(
                MonitoringFiles.PROMETHEUS.resolve(MonitoringFiles.ALERTS), monitoring.resolve(MonitoringFiles.ALERTS));
        String shipped = Files.readString(MonitoringFiles.PROMETHEUS.resolve(MonitoringFiles.CONFIGURATION));
        assertTrue(shipped.contains("\"127.0.0.1:9400\"") && shipped.contains("_interval: 15s"), shipped);
        Path file = monitoring.resolve(MonitoringFiles.CONFIGURATION);
        Files.writeString(
                file,
                shipped.replace(
                                "127.0.0.1:9400",
                                "127.0.0.1:" + centre.server().httpAddress().getPort())
                        .replace("_interval: 15s", "_interval: 1s"));
        return file;
    }

    private static boolean everyTargetIsUp(Map<String, Object> answer) {
        List<Map<String, Object>> targets =
                MonitoringFiles.maps(MonitoringFiles.map(answer.get("data")).get("activeTargets"));
        return !targets.isEmpty() && targets.stream().allMatch(target -> "up".equals(target.get("health")));
    }

    private static boolean everyRuleWasEvaluated(Map<String, Object> answer) {
        List<Map<String, Object>> rules = rules(answer);
        return !rules.isEmpty() && rules.stream().noneMatch(rule -> "unknown".equals(rule.get("health")));
    }

    private static List<Map<String, Object>> rules(Map<String, Object> answer) {
        return MonitoringFiles.maps(MonitoringFiles.map(answer.get("data")).get("groups")).stream()
                .flatMap(group -> MonitoringFiles.maps(group.get("rules")).stream())
                .toList();
    }
}
