package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration asks in nobody's name, whatever stood in the buffer before. */
class ConfigurationActorTest {
    @TempDir
    Path dir;

    private final SoilingIngress router = new SoilingIngress();

    @Test
    void noCommandOfAConfigurationHasAnActor() {
        ConfigCommands commands = new ConfigCommands(router);
        commands.sendAll(configuration());
        commands.sendAgain(configuration(), 3);
        commands.agents().logOut(1);
        for (String command : List.of("AgentDefined ", "AgentLoggedIn ", "AgentLoggedOut ", "RulesBegun ")) {
            assertTrue(router.lines().stream().anyMatch(line -> line.startsWith(command)), command);
        }
        assertNobodyAsked();
    }

    @Test
    void neitherHasAVersionThatIsActivatedNorTheCalendar() {
        CommandOffer offer = new CommandOffer(router);
        RuleCommands rules = new RuleCommands(offer);
        rules.activate(3, 1_000);
        rules.activate(4, 0);
        CalendarCommands calendar = new CalendarCommands(router);
        calendar.closed(1);
        calendar.opened(1, Long.MAX_VALUE);
        calendar.closed(1);
        assertEquals(5, router.lines().size());
        assertNobodyAsked();
    }

    private void assertNobodyAsked() {
        assertEquals(
                List.of(),
                router.lines().stream().filter(line -> line.contains("actor")).toList());
    }

    private Configuration configuration() {
        return Configuration.load(
                        new ConfigurationDirectory(dir).path(), ConfigurationDirectory.ENVIRONMENT, new Problems())
                .orElseThrow();
    }
}
