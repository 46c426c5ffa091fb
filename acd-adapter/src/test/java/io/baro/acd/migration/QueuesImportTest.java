package io.baro.acd.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.migration.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueuesImportTest {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "migration", "queues.conf");

    @Test
    void aPenaltyIsALevelAndAStepThatOpensAtOnce() throws IOException {
        String queues = sample().queuesYaml();
        assertTrue(queues.contains("""
                  - name: support
                    skills: { support: 10 }
                    ring: 15s
                    wrap_up: 30s
                    objective: { within: 20s }
                    max_waiting: 25
                    when_full: divert
                    strategy: round-robin
                    ladder:
                      - { after: 0s, skills: { support: 5 } }
                      - { after: 0s, skills: { support: 1 } }
                  - name: sales-north
                """), queues);
    }

    @Test
    void membersWithOnePhoneAreOneAgent() throws IOException {
        List<String> agents = sample().agentsCsv("seoul").lines().toList();
        assertEquals("id,endpoint,centre,skills,auto_login,weight", agents.getFirst());
        assertTrue(agents.contains("1001,a1001,seoul,sales-north:10;support:10,yes,10"), agents.toString());
        assertTrue(agents.contains("1003,a1003,seoul,support:5,yes,10"), agents.toString());
        assertTrue(agents.contains("1004,a1004,seoul,support:1,yes,10"), agents.toString());
        assertTrue(agents.contains("2001,a2001,seoul,sales-north:10,yes,10"), agents.toString());
        assertTrue(agents.contains("2002,2002,seoul,sales-north:10,yes,10"), agents.toString());
    }

    @Test
    void underWrandomAPenaltyIsAWeightAndPausedMembersAreNotLoggedIn() throws IOException {
        List<String> agents = sample().agentsCsv("seoul").lines().toList();
        assertTrue(agents.contains("7,desk-7,seoul,chance:10,yes,20"), agents.toString());
        assertTrue(agents.contains("1002,a1002,seoul,chance:10;support:10,no,50"), agents.toString());
        assertFalse(sample().queuesYaml().contains("chance: 6"));
    }

    @Test
    void whatAMemberIsCalledIsNowhere() throws IOException {
        QueuesImport imported = sample();
        String all = imported.queuesYaml() + imported.agentsCsv("seoul") + imported.rulesYaml() + imported.findings();
        assertFalse(all.contains("Agent One") || all.contains("Agent Three"), all);
    }

    @Test
    void whoWouldWaitForNobodyIsDivertedByARule() throws IOException {
        assertTrue(
                sample().rulesYaml()
                        .contains("when: queue.staffed == 0 && queue.name in [\"support\", \"sales-north\"]"),
                sample().rulesYaml());
        assertTrue(of("[a]", "joinempty=yes").rulesYaml().contains("rules: []"));
    }

    /** Each line of the sample that sets something is taken as it is, or told; comments hide nothing. */
    @Test
    void everyOptionIsTakenOrTold() throws IOException {
        Set<String> taken =
                Set.of("strategy", "timeout", "wrapuptime", "servicelevel", "member", "maxlen", "joinempty");
        Set<Integer> told = sample().findings().stream().map(Finding::line).collect(Collectors.toSet());
        List<String> lines = Files.readAllLines(SAMPLE);
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            String option = lines.get(i).split("=", 2)[0].strip();
            boolean isOption = lines.get(i).matches("[a-z].*=.*");
            seen += isOption ? 1 : 0;
            assertTrue(!isOption || taken.contains(option) || told.contains(i + 1), "line " + (i + 1) + ": " + option);
        }
        assertTrue(seen > 30, "read only " + seen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "weight=5 | WITHOUT | head start",
                "leavewhenempty=strict | WITHOUT | max_wait",
                "context=leave | WITHOUT | callback",
                "defaultrule=later | WITHOUT | ladder",
                "retry=5 | NOT_NEEDED | at once",
                "ringinuse=no | NOT_NEEDED | talks",
                "ringinuse=yes | WITHOUT | talks",
                "autopause=all | NOT_NEEDED | comes back himself",
                "autopause=no | WITHOUT | limit: 0",
                "autofill=no | WITHOUT | first in line",
                "musicclass=jazz | WITHOUT | ACD_MOH",
                "announce-position=yes | WITHOUT | music",
                "queue-youarenext=x | WITHOUT | music",
                "membergosub=x | WITHOUT | dialplan",
                "timeout=0 | NEAR | five minutes",
                "timeout=soon | WITHOUT | no whole number",
                "wrapuptime=7200 | NEAR | 3600",
                "maxlen=10 | NEAR | fallback queue",
                "joinempty=no | NEAR | nobody-there",
                "strategy=ringall | NEAR | ring_at_once",
                "strategy=fastest | NEAR | longest-idle",
                "frobnicate=1 | WITHOUT | no option",
            })
    void theOperatorHearsWhatToUseInstead(String line, Kind kind, String words) {
        List<Finding> findings = of("[a]", line, "member => PJSIP/a1").findings();
        String option = line.substring(0, line.indexOf('='));
        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.line() == 2
                                && finding.option().equals(option)
                                && finding.kind() == kind
                                && finding.what().contains(words)),
                findings.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"leastrecent", "fewestcalls", "rrmemory", "roundrobin"})
    void whatIsTheSameIsNotTold(String strategy) {
        assertEquals(
                List.of(),
                of("[a]", "strategy=" + strategy, "timeout = 20", "wrapuptime=0", "servicelevel=30", "member=>PJSIP/a1")
                        .findings());
    }

    @Test
    void namesBecomeWhatTheDialplanTakesAndNeverMeet() {
        String queues = of("[Sales North]", "[sales_north]", "[callback]", "[" + "x".repeat(40) + "]")
                .queuesYaml();
        for (String name : List.of("sales-north", "sales-north-2", "callback-2", "x".repeat(32))) {
            assertTrue(queues.contains("- name: " + name + "\n"), queues);
        }
    }

    @Test
    void aTemplateThatIsMissingAndAFileThatIsIncludedAreTold() {
        List<Finding> findings = of("[a](nowhere)", "#include x.conf", "what is this", "member => PJSIP/a1")
                .findings();
        assertEquals(
                List.of(1, 2, 3),
                findings.stream()
                        .filter(finding -> finding.kind() == Kind.WITHOUT)
                        .map(Finding::line)
                        .toList(),
                findings.toString());
    }

    @Test
    void aSectionThatIsAddedToIsOneQueue() {
        QueuesImport imported = of("[a]", "timeout=10", "[a](+)", "timeout=20", "member => PJSIP/a1");
        assertEquals(1, imported.queueCount());
        assertTrue(imported.queuesYaml().contains("ring: 20s"), imported.queuesYaml());
    }

    @Test
    void longNamesRingInSmallerNumbers() {
        String name = "a".repeat(24);
        String queues = of(
                        "[a]",
                        "strategy=ringall",
                        "member=>PJSIP/" + name + "1",
                        "member=>PJSIP/" + name + "2",
                        "member=>PJSIP/" + name + "3")
                .queuesYaml();
        assertTrue(queues.contains("ring_at_once: 2\n"), queues);
    }

    private static QueuesImport sample() throws IOException {
        return QueuesImport.of(Files.readAllLines(SAMPLE));
    }

    private static QueuesImport of(String... lines) {
        return QueuesImport.of(List.of(lines));
    }
}
