package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.CustomerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What we hand out is right: the sample and the model centre load without error or warning. */
class SampleConfigurationTest {
    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void theSampleLoads() {
        Configuration sample = load(
                CONFIG, Map.of("BARO_SEOUL_EVENTS", "secret-of-events", "BARO_SEOUL_ACTIONS", "secret-of-actions"));
        assertEquals(1, sample.server().pbxs().size());
        assertEquals(
                List.of("repeat-caller-first", "senior-straight-to-agent", "offer-callback-in-a-spike"),
                sample.rules().names());
        assertEquals(3, customers(CONFIG));
    }

    @Test
    void theModelCentreHasItsAgentsAndEveryQueueIsServedInEveryCentre() {
        Map<String, String> secrets = new HashMap<>();
        for (String centre : List.of("SEOUL", "GANGWON_GYEONGIN", "BUSAN", "DAEGU", "GWANGJU", "DAEJEON", "JEJU")) {
            secrets.put("BARO_" + centre + "_EVENTS", "e");
            secrets.put("BARO_" + centre + "_ACTIONS", "a");
        }
        Configuration nhis = load(CONFIG.resolve("nhis"), secrets);
        assertEquals(1_562, nhis.agents().size());
        assertEquals(7, nhis.server().pbxs().size());
        assertEquals(10, nhis.queues().queues().size());
        assertTrue(nhis.agents().stream().allMatch(AgentPlan::autoLogin));
        assertEquals(0, customers(CONFIG.resolve("nhis")));
    }

    @Test
    void theModelCentresAgentsAreWhatTheirMakerWrites() throws IOException {
        assertEquals(
                ModelCentre.agentLines(),
                Files.readAllLines(CONFIG.resolve("nhis").resolve("agents.csv")));
    }

    private static Configuration load(Path dir, Map<String, String> environment) {
        Problems problems = new Problems();
        Configuration configuration =
                Configuration.load(dir, environment, problems).orElse(null);
        assertEquals(List.of(), problems.errorLines());
        assertEquals(List.of(), problems.warningLines());
        return configuration;
    }

    private static int customers(Path dir) {
        Problems problems = new Problems();
        CustomerDirectory directory = new CustomerDirectory(ZoneOffset.UTC);
        CustomerFile.load(
                dir.resolve("customers.csv"),
                new CallerKeys(new byte[16]),
                directory,
                System.currentTimeMillis(),
                problems);
        assertEquals(List.of(), problems.errorLines());
        return directory.size();
    }
}
