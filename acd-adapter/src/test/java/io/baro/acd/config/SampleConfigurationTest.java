package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.CustomerFile;
import io.baro.acd.customer.CustomerLinks;
import io.baro.acd.hours.OpeningHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                        "baro.yaml:26:42: secret file ev.secret cannot be read;"
                                + " write the secret of the AMI user there, on one line",
                        "baro.yaml:27:44: secret file act.secret cannot be read;"
                                + " write the secret of the AMI user there, on one line"),
                problems.errorLines());
        Files.writeString(dir.resolve("ev.secret"), "secret-of-events\n");
        Files.writeString(dir.resolve("act.secret"), "secret-of-actions\n");
        Configuration sample = load(dir, Map.of());
        assertEquals(1, sample.server().pbxs().size());
        assertEquals(
                List.of("repeat-caller-first", "senior-straight-to-agent", "offer-callback-in-a-spike"),
                sample.rules().names());
        assertEquals(3, customers(CONFIG, new CustomerLinks(Map.of("1001", 0), Map.of("seoul", 0))));
    }

    @Test
    void theModelCentreHasItsAgentsAndEveryQueueIsServedInEveryCentre() {
        Configuration nhis = load(CONFIG.resolve("nhis"), secrets());
        assertEquals(1_562, nhis.agents().size());
        assertEquals(7, nhis.server().pbxs().size());
        assertEquals(24, nhis.queues().queues().size());
        assertEquals(1_062, nhis.queues().kinds().size());
        assertEquals(3 + 3 * 1_062, nhis.queues().entries().size());
        assertEquals(
                Set.of("ko", "en", "zh", "vi", "sign-ko"),
                Set.copyOf(nhis.queues().skills().subList(0, 5)));
        assertTrue(nhis.agents().stream().allMatch(AgentPlan::autoLogin));
        assertEquals(0, customers(CONFIG.resolve("nhis"), CustomerLinks.NONE));
    }

    @Test
    void theModelCentresAgentsAreWhatTheirMakerWrites() throws IOException {
        assertEquals(
                ModelCentre.agentLines(),
                Files.readAllLines(CONFIG.resolve("nhis").resolve("agents.csv")));
    }

    @Test
    void theModelCentresKindsAreWhatTheirMakerWrites() throws IOException {
        assertEquals(
                ModelKinds.lines(), Files.readAllLines(CONFIG.resolve("nhis").resolve("kinds.csv")));
    }

    @Test
    void theModelCentreKeepsOfficeHoursAndHolidaysOfKorea() {
        QueuePlan plan = load(CONFIG.resolve("nhis"), secrets()).queues();
        OpeningHours office = plan.hours().get("office");
        assertTrue(plan.queues().stream().allMatch(queue -> queue.hours().equals(Optional.of("office"))));
        assertTrue(office.at(at("2026-03-09T09:00:00+09:00")).open());
        assertFalse(office.at(at("2026-03-09T18:00:00+09:00")).open());
        assertFalse(office.at(at("2026-07-17T10:00:00+09:00")).open(), "Constitution Day");
        assertFalse(office.at(at("2027-02-09T10:00:00+09:00")).open(), "Seollal's substitute");
        assertEquals(
                at("2026-09-28T09:00:00+09:00"),
                office.at(at("2026-09-23T18:00:00+09:00")).untilMillis(),
                "Chuseok and a weekend");
    }

    private static long at(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    private static Map<String, String> secrets() {
        Map<String, String> secrets = new HashMap<>();
        for (String centre : List.of("SEOUL", "GANGWON_GYEONGIN", "BUSAN", "DAEGU", "GWANGJU", "DAEJEON", "JEJU")) {
            secrets.put("BARO_" + centre + "_EVENTS", "e");
            secrets.put("BARO_" + centre + "_ACTIONS", "a");
        }
        return secrets;
    }

    private static Configuration load(Path dir, Map<String, String> environment) {
        Problems problems = new Problems();
        Configuration configuration =
                Configuration.load(dir, environment, problems).orElse(null);
        assertEquals(List.of(), problems.errorLines());
        assertEquals(List.of(), problems.warningLines());
        return configuration;
    }

    private static int customers(Path dir, CustomerLinks links) {
        Problems problems = new Problems();
        CustomerDirectory directory = new CustomerDirectory(ZoneOffset.UTC);
        CustomerFile.Reading reading =
                new CustomerFile.Reading(new CallerKeys(new byte[16]), links, System.currentTimeMillis());
        CustomerFile.load(dir.resolve("customers.csv"), reading, directory, problems);
        assertEquals(List.of(), problems.errorLines());
        return directory.size();
    }
}
