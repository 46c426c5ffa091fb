package io.baro.acd.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers of one real Asterisk and agents of another, with the distribution's own process. */
@Tag("asterisk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LendingTest {
    private static final String CALLER = "01000000001";
    private static final String OTHER_CALLER = "01000000002";
    private static final String STRAIGHT_TO_AGENT = """
              - name: everybody-straight-to-agent
                when: caller.contacts(24h) >= 0
                then: { route: agent }
            """;

    @RegisterExtension
    final RealCentre centre = RealCentre.withLender();

    @Test
    void callersTalkToTheAgentOfAnotherCentreOneAfterTheOther() throws IOException {
        centre.baroOfBoth("1001,a1001,busan,ko:5,yes\n", STRAIGHT_TO_AGENT);
        centre.lenderPhones("agent", 1, 300);
        SippRun callers = centre.callers(List.of(CALLER, OTHER_CALLER));
        centre.observer().await("the first caller talks", event -> event.connects(CALLER));
        centre.observer().await("the second caller talks", event -> event.connects(OTHER_CALLER));
        callers.awaitSuccess();
        assertTrue(
                centre.lenderObserver().seen(event -> event.toString().contains(CALLER)).isEmpty()
                        && centre.lenderObserver()
                                .seen(event -> event.get("CallerIDNum").equals(CALLER)
                                        || event.get("ConnectedLineNum").equals(CALLER))
                                .isEmpty(),
                "the caller's number left his centre");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "agent-no-answer, 2, a2001, NOANSWER, no_answer",
        "agent-busy, 3, a3001, BUSY, busy",
        "agent-rejects, 4, a4001, CHANUNAVAIL, rejected"
    })
    void callGoesOnToTheNextAgent(String scenario, int behaviour, String endpoint, String status, String outcome)
            throws IOException {
        BaroProcess baro = centre.baroOfBoth(
                endpoint.substring(1) + "," + endpoint + ",busan,ko:5,yes\n1001,a1001,seoul,ko:5,no\n",
                STRAIGHT_TO_AGENT);
        centre.lenderPhones(scenario, behaviour, 0);
        centre.phones("agent", 1, 300);
        SippRun caller = centre.caller(CALLER);
        AmiEvent result = centre.observer().await("the offer's end", event -> event.isUserEvent("AcdDialResult"));
        assertEquals(status, result.get("Status"));
        baro.awaitMetric("baro_offers_total\\{.*outcome=\"" + outcome + "\".*} 1\\.0");
        baro.awaitMetric("baro_link_trunk_failed_total\\{pbx=\"seoul\"} 0\\.0");
        centre.featureCode("a1001", "*81");
        centre.observer().await("the caller talks", event -> event.connects(CALLER));
        caller.awaitSuccess();
    }

    @Test
    void engineThatIsKilledInTheTalkTakesItOverAndKeepsTheAgent() throws IOException {
        BaroProcess baro = centre.baroOfBoth("5001,a5001,busan,ko:5,yes\n", STRAIGHT_TO_AGENT);
        centre.lenderPhones("agent-listens", 5, 0);
        SippRun first = centre.impatientCaller(CALLER, 20_000);
        centre.observer().await("the first caller talks", event -> event.connects(CALLER));
        baro.kill();
        BaroProcess again = centre.baroAgain();
        again.awaitMetric("baro_agents\\{.*centre=\"busan\".*state=\"talking\".*} 1\\.0");
        SippRun second = centre.impatientCaller(OTHER_CALLER, 25_000);
        centre.observer().await("the second caller talks", event -> event.connects(OTHER_CALLER));
        first.awaitSuccess();
        second.awaitSuccess();
    }
}
