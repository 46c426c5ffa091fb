package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.baro.engine.port.Ingress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {
    @TempDir
    Path dir;

    private final List<String> commands = new ArrayList<>();
    private int refusals;

    @Test
    void configurationBecomesCommandsInAnOrderThatNamesNothingUnknown() {
        new ConfigCommands(this::take).sendAll(configuration());
        assertEquals(
                List.of(
                        "settings ring 20000 grace 5000 wrap-up 10000 busy 15000",
                        "NO_ANSWER rests 0, 1 in a row",
                        "BUSY rests 15000, 0 in a row",
                        "REJECTED rests 15000, 0 in a row",
                        "UNREACHABLE rests 15000, 0 in a row",
                        "callbacks: 3 attempts, busy 300000 no answer 1800000 trunk 60000 life 86400000 ring 45000"
                                + " yield 7200000",
                        "calling allowed 1",
                        "queue 0 kind 0 of pbx 0: LONGEST_IDLE 0>=1",
                        "queue 1 kind 1 of pbx 0: LONGEST_IDLE 0>=1 1>=3",
                        "agent 0 of pbx 0 weighs 10: 0:9 1:5",
                        "agent 1 of pbx 0 weighs 10: 0:9",
                        "rules 4 begun: 2, boost at most 900000",
                        "rule 0: route shed boost 180000 CALLER_AGE 65 GREATER_OR_EQUAL",
                        "rule 1: offer boost 0 QUEUE.QUEUE_EWT QUEUE.240000 QUEUE.GREATER"
                                + " UNTIL.QUEUE_EWT UNTIL.120000 UNTIL.LESS",
                        "rules 4 committed for 1000",
                        "agent 0 logged in"),
                commands);
    }

    @Test
    void everyTermOfAQueueAndItsLadderReachesTheRouterOfEveryPbx() {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .replace(
                        "baro.yaml",
                        "pbxs:\n",
                        "pbxs:\n  - { name: jeju, system_name: jeju-1,"
                                + " events: { secret_env: EV }, actions: { secret_env: ACT } }\n")
                .replace("agents.csv", "auto_login\n", "auto_login,weight\n")
                .replace("agents.csv", ",yes", ",yes,3")
                .replace("agents.csv", ",no", ",no,100")
                .replace("queues.yaml", "contribution: 3, ko: 1 } }", """
                        contribution: 3, ko: 1 }
                            preferred: { ko: 2 }
                            strategy: most-skilled
                            wrap_up: 30s
                            ring: 15s
                            dedicated: 60s
                            last_agent: 20s
                            max_waiting: 7
                            when_full: callback
                            max_wait: 10m
                            when_too_long: general
                            hours: office
                            when_closed: none
                            callbacks: 25%
                            ring_at_once: 3
                            callback_first: customer
                            callback_ahead: 8s
                            ladder: [ { after: 0s, ewt_over: 4m, keep_ready: 2 },
                              { ewt_advantage: 60s, centres: [seoul], skills: { ko: 2 } },
                              { after: 9m, centres: all } ]
                        """)
                .replace("queues.yaml", "  - { name: contribution, skills: {", "  - name: contribution\n    skills: {")
                .replace(
                        "queues.yaml",
                        "default_entry",
                        "calendars: { office: { open: { mon-fri: 09:00-18:00 } } }\ndefault_entry");
        new ConfigCommands(this::take).sendAll(configuration(directory));
        assertEquals(
                List.of(
                        "queue 3 kind 1 of pbx 1: MOST_SKILLED wrap 30000 ring 15000 dedicated 60000 last 20000"
                                + " at most 7 CALLBACK -1 for 600000 MOVE 2 callbacks 250 customer first ahead 8000"
                                + " at once 3 closed NONE -1 0>=1 1>=3 prefers 0x2",
                        "step 1 of 3: after 0 over 240000 advantage -1 keeps 2 centres 10: 0>=1 1>=3",
                        "step 2 of 3: after -1 over -1 advantage 60000 keeps 0 centres 10: 0>=2",
                        "step 3 of 3: after 540000 over -1 advantage -1 keeps 0 centres 11: 0>=1 1>=3"),
                commands.subList(13, 17));
        assertEquals("agent 0 of pbx 1 weighs 3: 0:9 1:5", commands.get(17));
        assertEquals("agent 1 of pbx 1 weighs 100: 0:9", commands.get(18));
    }

    @Test
    void everyCommandWaitsForRoom() {
        refusals = 3;
        new ConfigCommands(this::take).sendAll(configuration());
        assertEquals(16, commands.size());
    }

    @Test
    void stoppingRuntimeEndsTheSending() {
        ConfigCommands closed = new ConfigCommands((buffer, offset, length, nanos) -> Ingress.Offer.CLOSED);
        assertThrows(IllegalStateException.class, () -> closed.sendAll(configuration()));
    }

    private Configuration configuration() {
        return configuration(new ConfigurationDirectory(dir));
    }

    private static Configuration configuration(ConfigurationDirectory directory) {
        Problems problems = new Problems();
        Configuration configuration = Configuration.load(directory.path(), ConfigurationDirectory.ENVIRONMENT, problems)
                .orElse(null);
        assertEquals(List.of(), problems.errorLines());
        return configuration;
    }

    private Ingress.Offer take(DirectBuffer buffer, int offset, int length, long ingressNanos) {
        if (refusals-- > 0) {
            return Ingress.Offer.BACK_PRESSURED;
        }
        commands.add(CommandText.of(buffer, offset));
        return Ingress.Offer.ACCEPTED;
    }
}
