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
import org.junit.jupiter.api.io.TempDir;

/** What we hand out is right: the sample and the model centre load without error or warning. */
class SampleConfigurationTest {
    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void theSampleLoadsOnceItsSecretsAreThere(@TempDir Path dir) throws IOException {
        for (String file : List.of("baro.yaml", "queues.yaml", "rules.yaml", "agents.csv", "customers.csv")) {
            Files.copy(CONFIG.resolve(file), dir.resolve(file));
        }
        Problems problems = new Problems();
        assertTrue(Configuration.load(dir, Map.of(), problems).isEmpty());
        assertEquals(
                List.of(
                        "baro.yaml:19: secret file ev.secret cannot be read;"
                                + " write the secret of the AMI user there, on one line",
                        "baro.yaml:20: secret file act.secret cannot be read;"
                                + " write the secret of the AMI user there, on one line"),
                problems.errorLines());
        Files.writeString(dir.resolve("ev.secret"), "secret-of-events\n");
        Files.writeString(dir.resolve("act.secret"), "secret-of-actions\n");
        Configuration sample = load(dir, Map.of());
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
