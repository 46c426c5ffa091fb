package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.port.Ingress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What changes while Baro runs is taken whole or not at all. */
class ReloadTest {
    @TempDir
    Path dir;

    private final List<String> commands = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Problems problems = new Problems();
    private final ConfigCommands sender = new ConfigCommands((buffer, offset, length, nanos) -> {
        commands.add(CommandText.of(buffer, offset));
        return Ingress.Offer.ACCEPTED;
    });
    private ConfigurationDirectory directory;
    private RulesWatch rules;
    private AgentRoster roster;

    @BeforeEach
    void start() {
        directory = new ConfigurationDirectory(dir);
        Configuration configuration = Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, problems)
                .orElseThrow();
        rules = new RulesWatch(dir, configuration.names(), configuration.rules(), sender, rules -> {});
        roster = new AgentRoster(
                configuration,
                sender,
                byId -> told.add(byId.stream().map(AgentPlan::endpoint).toList().toString()));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/config/mistakes.csv", delimiterString = " | ", useHeadersInDisplayName = false)
    void mistakeInAFileThatIsReloadedTellsTheRouterNothing(String file, String right, String wrong, String line) {
        directory.replace(file, right.replace("\\n", "\n"), wrong == null ? "" : wrong.replace("\\n", "\n"));
        if (file.equals("rules.yaml")) {
            assertFalse(rules.reload(problems));
        } else if (file.equals("agents.csv")) {
            assertFalse(roster.reload(problems));
        } else {
            return;
        }
        assertEquals(line, String.join(" ++ ", problems.errorLines()));
        assertEquals(List.of(), commands);
        assertEquals(List.of(), told);
        // What was right before is right again: nothing was remembered of the mistake.
        new ConfigurationDirectory(dir);
        Problems none = new Problems();
        assertFalse(file.equals("rules.yaml") ? rules.reload(none) : roster.reload(none));
        assertEquals(List.of(), none.errorLines());
        assertEquals(List.of(), commands);
    }

    @Test
    void newVersionIsSentWhole() {
        directory.replace("rules.yaml", "version: 4", "version: 5").replace("rules.yaml", "boost: 3m", "boost: 5m");
        assertTrue(rules.reload(problems));
        assertEquals(
                List.of(
                        "rules 5 begun: 2, boost at most 900000",
                        "rule 0: route shed boost 300000 CALLER_AGE 65 GREATER_OR_EQUAL",
                        "rule 1: offer boost 0 QUEUE.QUEUE_EWT QUEUE.240000 QUEUE.GREATER"
                                + " UNTIL.QUEUE_EWT UNTIL.120000 UNTIL.LESS",
                        "rules 5 committed for 1000"),
                commands);
    }

    @Test
    void canaryGrowsByItsShareAloneAndEndsAtNone() {
        directory.replace("rules.yaml", "version: 4", "version: 5\nshare: 2.5%");
        assertTrue(rules.reload(problems));
        assertEquals("rules 5 committed for 25", commands.getLast());
        directory.replace("rules.yaml", "share: 2.5%", "share: 50%");
        assertTrue(rules.reload(problems));
        directory.replace("rules.yaml", "share: 50%", "share: 0%");
        assertTrue(rules.reload(problems));
        assertEquals(
                List.of("rules 5 activated for 500", "rules 5 activated for 0"), commands.subList(4, commands.size()));
    }

    @Test
    void olderVersionIsPutInForceAgainByItsNumber() {
        directory.replace("rules.yaml", "version: 4", "version: 5");
        rules.reload(problems);
        commands.clear();
        directory.replace("rules.yaml", "version: 5", "version: 5\nactivate: 4");
        assertTrue(rules.reload(problems));
        assertEquals(List.of("rules 4 activated for 1000"), commands);
        directory.replace("rules.yaml", "activate: 4", "activate: 7");
        assertFalse(rules.reload(problems));
        assertEquals(
                List.of("rules.yaml: rules of version 7 are not kept; activate one of: 4, 5"), problems.errorLines());
        assertEquals(1, commands.size());
    }

    @Test
    void sameVersionWithOtherRulesIsRefused() {
        directory.replace("rules.yaml", "boost: 3m", "boost: 5m");
        assertFalse(rules.reload(problems));
        assertEquals(
                List.of("rules.yaml: version 4 stands for other rules already;"
                        + " raise version: with every change of the rules"),
                problems.errorLines());
        assertEquals(List.of(), commands);
    }

    @Test
    void commentIsNoChange() {
        directory.replace("rules.yaml", "version: 4", "version: 4   # the fourth");
        assertFalse(rules.reload(problems));
        assertEquals(List.of(), problems.errorLines());
        assertEquals(List.of(), commands);
    }

    @Test
    void supervisorsChangeOfSkillsReachesTheRouterForThatAgentAlone() {
        directory.replace("agents.csv", "contribution:5", "contribution:7");
        assertTrue(roster.reload(problems));
        assertEquals(List.of("agent 0 of pbx 0 weighs 10: 0:9 1:7"), commands);
        assertEquals(List.of(), told);
    }

    @Test
    void newAgentGetsAnIdOfHisOwnAndTheLinksHearOfHimFirst() {
        directory.replace("agents.csv", "1001,a1001", "1000,a1000,seoul,ko:3,yes\n1001,a1001");
        assertTrue(roster.reload(problems));
        assertEquals(List.of("[a1001, a1002, a1000]"), told);
        assertEquals(List.of("agent 2 of pbx 0 weighs 10: 0:3", "agent 2 logged in"), commands);
        assertEquals(2, roster.idsOfNumbers().get("1000"));
    }

    @Test
    void whoIsTakenOffTheListIsLoggedOutAndComesBackAsHimself() {
        directory.replace("agents.csv", "1002,a1002,seoul,ko:9,no\n", "");
        assertTrue(roster.reload(problems));
        assertEquals(List.of("agent 1 logged out"), commands);
        assertNull(roster.idsOfNumbers().get("1002"));
        new ConfigurationDirectory(dir);
        assertTrue(roster.reload(problems));
        assertEquals(List.of("agent 1 logged out"), commands);
        assertEquals(1, roster.idsOfNumbers().get("1002"));
    }

    @Test
    void phoneDoesNotChangeHandsWhileBaroRuns() {
        directory.replace("agents.csv", "1002,a1002", "1003,a1002");
        assertFalse(roster.reload(problems));
        assertEquals(
                List.of("agents.csv:3: endpoint a1002 of seoul was another agent's;"
                        + " restart Baro to give a phone to somebody else"),
                problems.errorLines());
        directory.replace("agents.csv", "1003,a1002", "1002,a1003");
        Problems moved = new Problems();
        assertFalse(roster.reload(moved));
        assertEquals(
                List.of("agents.csv:3: agent 1002 has another phone than at the start;"
                        + " give the phone a new agent id, or restart Baro"),
                moved.errorLines());
        assertEquals(List.of(), commands);
    }

    @Test
    void lastAgentOfAQueueIsNotTakenOffTheList() {
        directory.replace("agents.csv", "1001,a1001,seoul,ko:9;contribution:5,yes\n", "");
        assertFalse(roster.reload(problems));
        assertEquals(
                List.of("queues.yaml:4: queue \"contribution\" asks for contribution 3, nobody has more than 0;"
                        + " lower the level or give it to an agent of agents.csv"),
                problems.errorLines());
        assertEquals(List.of(), commands);
    }

    @Test
    void changeIsNoticedTakenOrRefusedAndCounted() {
        WatchedFile watched = new WatchedFile(dir.resolve("rules.yaml"), rules::reload);
        watched.look();
        directory.replace("rules.yaml", "boost: 3m", "boost: 300m");
        watched.look();
        watched.look();
        assertEquals(1, watched.refused());
        assertEquals(0, watched.taken());
        assertEquals(List.of(), commands);
        directory.replace("rules.yaml", "boost: 300m", "boost: 6m").replace("rules.yaml", "version: 4", "version: 10");
        watched.look();
        assertEquals(1, watched.taken());
        assertEquals("rules 10 committed for 1000", commands.getLast());
    }
}
