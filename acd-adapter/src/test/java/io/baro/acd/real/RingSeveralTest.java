package io.baro.acd.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several phones ring for one call, on a real Asterisk with the distribution's own process. */
@Tag("asterisk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RingSeveralTest {
    private static final String CALLER = "01000000001";
    private static final String OTHER_CALLER = "01000000002";
    private static final String STRAIGHT_TO_AGENT = """
              - name: everybody-straight-to-agent
                when: caller.contacts(24h) >= 0
                then: { route: agent }
            """;

    /** a2001's phone never answers; a5001's does, and talks until the caller hangs up. */
    private static final String ONE_WHO_ANSWERS = "2001,a2001,seoul,ko:5,yes\n5001,a5001,seoul,ko:5,yes\n";

    @RegisterExtension
    final RealCentre centre = new RealCentre();

    @Test
    void whoAnswersHasTheCallerAndTheOtherRingsForTheNextWhileHeTalks() throws IOException {
        BaroProcess baro = centre.baroRinging("ring_at_once: 2", ONE_WHO_ANSWERS, STRAIGHT_TO_AGENT);
        centre.phones("agent-no-answer", 2, 0);
        centre.phones("agent-listens", 5, 0);
        SippRun first = centre.impatientCaller(CALLER, 6_000);
        centre.observer().await("the first phone rings", event -> event.dials("a2001", CALLER));
        centre.observer().await("the first caller talks", event -> event.connects(CALLER));
        assertEquals(
                1, centre.observer().seen(event -> event.dials("a5001", CALLER)).size());
        assertTrue(
                centre
                        .observer()
                        .seen(event ->
                                event.is("Hangup") && event.get("Channel").startsWith("PJSIP/a2001"))
                        .stream()
                        .allMatch(event -> event.get("Cause").equals("26")),
                "the other's leg ended because one answered");
        baro.awaitMetric("baro_offers_total\\{.*outcome=\"answered_elsewhere\".*} 1\\.0");
        baro.awaitMetric("baro_agents\\{.*state=\"ready\".*} 1\\.0");
        SippRun second = centre.impatientCaller(OTHER_CALLER, 1_000);
        centre.observer().await("the other rings for the next", event -> event.dials("a2001", OTHER_CALLER));
        assertTrue(
                centre.observer()
                        .seen(event -> event.dials("a5001", OTHER_CALLER))
                        .isEmpty(),
                "who talks does not ring");
        second.awaitSuccess();
        first.awaitSuccess();
        baro.awaitMetric("baro_agents\\{.*state=\"ready\".*} 2\\.0");
        baro.awaitMetric("baro_identity_holds 1\\.0");
    }

    @Test
    void theNextCallerTalksToOneOfThoseWhoLostTheFirst() throws IOException {
        BaroProcess baro = centre.baroRinging(
                "ring_at_once: 8",
                "1001,a1001,seoul,ko:5,yes\n1002,a1002,seoul,ko:5,yes\n5001,a5001,seoul,ko:5,yes\n",
                STRAIGHT_TO_AGENT);
        centre.phones("agent", 1, 1_500);
        centre.phones("agent-listens", 5, 0);
        SippRun callers = centre.callers(List.of(CALLER, OTHER_CALLER));
        centre.observer().await("the first caller talks", event -> event.connects(CALLER));
        centre.observer().await("the second caller talks", event -> event.connects(OTHER_CALLER));
        centre.pbx().hangUpEverybody();
        baro.awaitMetric("baro_agents\\{.*state=\"ready\".*} 3\\.0");
        callers.close();
        baro.awaitMetric("baro_identity_holds 1\\.0");
    }

    @Test
    void eachFailsForHimselfAndTheCallerIsBackInLine() throws IOException {
        BaroProcess baro = centre.baroRinging("ring_at_once: 4", """
                3001,a3001,seoul,ko:5,yes
                4001,a4001,seoul,ko:5,yes
                9001,a9001,seoul,ko:5,yes
                2001,a2001,seoul,ko:5,yes
                1001,a1001,seoul,ko:5,no
                """, STRAIGHT_TO_AGENT);
        centre.phones("agent-no-answer", 2, 0);
        centre.phones("agent-busy", 3, 0);
        centre.phones("agent-rejects", 4, 0);
        centre.phones("agent", 1, 300);
        SippRun caller = centre.caller(CALLER);
        AmiEvent result = centre.observer().await("the offers' end", event -> event.isUserEvent("AcdDialResult"));
        assertEquals("NOANSWER", result.get("Status"));
        baro.awaitMetric("baro_offers_total\\{.*outcome=\"busy\".*} 1\\.0");
        baro.awaitMetric("baro_offers_total\\{.*outcome=\"rejected\".*} 1\\.0");
        baro.awaitMetric("baro_offers_total\\{.*outcome=\"no_answer\".*} 1\\.0");
        centre.featureCode("a1001", "*81");
        centre.observer().await("the caller talks", event -> event.connects(CALLER));
        caller.awaitSuccess();
    }

    @Test
    void callerWhoHangsUpWhileTheyRingFreesAll() throws IOException {
        BaroProcess baro = centre.baroRinging(
                "ring_at_once: 2", "2001,a2001,seoul,ko:5,yes\n2002,a2002,seoul,ko:5,yes\n", STRAIGHT_TO_AGENT);
        centre.phones("agent-no-answer", 2, 0);
        SippRun caller = centre.impatientCaller(CALLER, 1_000);
        centre.observer().await("the first rings", event -> event.dials("a2001", CALLER));
        centre.observer().await("the second rings", event -> event.dials("a2002", CALLER));
        caller.awaitSuccess();
        baro.awaitMetric("baro_offers_total\\{.*outcome=\"abandoned\".*} 2\\.0");
        baro.awaitMetric("baro_agents\\{.*state=\"ready\".*} 2\\.0");
        SippRun next = centre.impatientCaller(OTHER_CALLER, 1_500);
        centre.observer().await("the first rings for the next", event -> event.dials("a2001", OTHER_CALLER));
        centre.observer().await("the second rings for the next", event -> event.dials("a2002", OTHER_CALLER));
        next.awaitSuccess();
    }

    @Test
    void engineThatIsKilledWhileTheyRingTakesThemOver() throws IOException {
        BaroProcess baro = centre.baroRinging(
                "ring_at_once: 2, ring: 60s",
                "2001,a2001,seoul,ko:5,yes\n2002,a2002,seoul,ko:5,yes\n",
                STRAIGHT_TO_AGENT);
        centre.phones("agent-no-answer", 2, 0);
        SippRun caller = centre.impatientCaller(CALLER, 15_000);
        centre.observer().await("the second rings", event -> event.dials("a2002", CALLER));
        baro.kill();
        BaroProcess again = centre.baroAgain();
        again.awaitMetric("baro_agents\\{.*state=\"ringing\".*} 2\\.0");
        caller.awaitSuccess();
        again.awaitMetric("baro_agents\\{.*state=\"ready\".*} 2\\.0");
        again.awaitMetric("baro_offers_total\\{.*outcome=\"abandoned\".*} 2\\.0");
    }
}
