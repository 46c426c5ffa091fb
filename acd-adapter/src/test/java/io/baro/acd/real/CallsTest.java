package io.baro.acd.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of one call and one agent, on a real Asterisk with the distribution's own process. */
@Tag("asterisk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallsTest {
    private static final String CALLER = "01000000001";
    private static final String OTHER_CALLER = "01000000002";
    private static final String STRAIGHT_TO_AGENT = """
              - name: everybody-straight-to-agent
                when: caller.contacts(24h) >= 0
                then: { route: agent }
            """;

    /** A turn of the tests' park loop and a little: what the engine does not do by then it does not do. */
    private static final Duration ONE_TURN = Duration.ofMillis(2_500);

    @RegisterExtension
    final RealCentre centre = new RealCentre();

    @Test
    void callersTalkToTheAgentAndAreReleasedWhenHeHangsUp() throws IOException {
        centre.baro("1001,a1001,seoul,ko:5,yes\n", STRAIGHT_TO_AGENT);
        centre.phones("agent", 1, 300);
        SippRun callers = centre.callers(List.of(CALLER, OTHER_CALLER));
        centre.observer().await("the first caller talks", event -> event.connects(CALLER));
        centre.observer().await("the second caller talks", event -> event.connects(OTHER_CALLER));
        callers.awaitSuccess();
    }

    @Test
    void agentIsFreeAgainWhenTheCallerHangsUp() throws IOException {
        centre.baro("5001,a5001,seoul,ko:5,yes\n", STRAIGHT_TO_AGENT);
        centre.phones("agent-listens", 5, 0);
        SippRun first = centre.impatientCaller(CALLER, 1_500);
        centre.observer().await("the first caller talks", event -> event.connects(CALLER));
        SippRun second = centre.impatientCaller(OTHER_CALLER, 3_000);
        centre.observer().await("the second caller talks", event -> event.connects(OTHER_CALLER));
        first.awaitSuccess();
        second.awaitSuccess();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "agent-no-answer, 2, a2001, NOANSWER",
        "agent-busy, 3, a3001, BUSY",
        "agent-rejects, 4, a4001, CHANUNAVAIL"
    })
    void callGoesOnToTheNextAgent(String scenario, int behaviour, String endpoint, String status) throws IOException {
        String first = endpoint.substring(1) + "," + endpoint + ",seoul,ko:5,yes\n";
        centre.baro(first + "1001,a1001,seoul,ko:5,no\n", STRAIGHT_TO_AGENT);
        centre.phones(scenario, behaviour, 0);
        centre.phones("agent", 1, 300);
        SippRun caller = centre.caller(CALLER);
        centre.observer().await(endpoint + " is dialled", event -> event.dials(endpoint, CALLER));
        AmiEvent result = centre.observer().await("the offer's end", event -> event.isUserEvent("AcdDialResult"));
        assertEquals(status, result.get("Status"));
        centre.featureCode("a1001", "*81");
        centre.observer().await("the next agent is dialled", event -> event.dials("a1001", CALLER));
        centre.observer().await("the caller talks", event -> event.connects(CALLER));
        caller.awaitSuccess();
        assertEquals(
                1,
                centre.observer().seen(event -> event.dials(endpoint, CALLER)).size());
    }

    @Test
    void unregisteredAgentIsPassedOver() throws IOException {
        centre.baro("9001,a9001,seoul,ko:5,yes\n1001,a1001,seoul,ko:5,no\n", STRAIGHT_TO_AGENT);
        centre.phones("agent", 1, 300);
        SippRun caller = centre.caller(CALLER);
        centre.observer().await("the caller waits", event -> event.isUserEvent("AcdWaiting"));
        centre.featureCode("a1001", "*81");
        centre.observer().await("the caller talks", event -> event.connects(CALLER));
        caller.awaitSuccess();
        assertTrue(centre.observer().seen(event -> event.dials("a9001", CALLER)).isEmpty());
    }

    @Test
    void whoHangsUpWhileWaitingIsCountedAndNotOffered() throws IOException, InterruptedException {
        BaroProcess baro = centre.baro("1001,a1001,seoul,ko:5,no\n", STRAIGHT_TO_AGENT);
        centre.phones("agent", 1, 300);
        SippRun caller = centre.impatientCaller(CALLER, 1_000);
        centre.observer().await("the caller waits", event -> event.isUserEvent("AcdWaiting"));
        caller.awaitSuccess();
        centre.observer().await("the caller is gone", event -> event.is("Hangup") && event.isOfCaller(CALLER));
        baro.awaitMetric("baro_calls_abandoned_total\\{.*} 1\\.0");
        centre.featureCode("a1001", "*81");
        assertTrue(centre.observer().isMissingFor(ONE_TURN, event -> event.is("DialBegin")));
        SippRun next = centre.caller(OTHER_CALLER);
        centre.observer().await("the next caller talks", event -> event.connects(OTHER_CALLER));
        next.awaitSuccess();
    }

    @Test
    void agentIsFreeAgainWhenTheCallerHangsUpWhileItRings() throws IOException {
        centre.baro("2001,a2001,seoul,ko:5,yes\n", STRAIGHT_TO_AGENT);
        centre.phones("agent-no-answer", 2, 0);
        SippRun caller = centre.impatientCaller(CALLER, 1_000);
        centre.observer().await("it rings", event -> event.is("DialState") && event.isOfCaller(CALLER));
        caller.awaitSuccess();
        centre.observer()
                .await(
                        "the offer is cancelled",
                        event -> event.get("DialStatus").equals("CANCEL"));
        SippRun next = centre.impatientCaller(OTHER_CALLER, 1_500);
        centre.observer().await("it rings for the next", event -> event.dials("a2001", OTHER_CALLER));
        next.awaitSuccess();
    }

    @Test
    void eventsThatACallerForgesAreCountedAndChangeNothing() throws IOException {
        BaroProcess baro = centre.baro("5001,a5001,seoul,ko:5,yes\n", STRAIGHT_TO_AGENT);
        centre.phones("agent-listens", 5, 0);
        SippRun forger = centre.forger(OTHER_CALLER, 1_000);
        baro.awaitMetric("baro_link_forged_total\\{.*} 1\\.0");
        baro.awaitMetric("baro_link_tampered_total\\{.*} 1\\.0");
        centre.observer()
                .await(
                        "the forger talks like anybody",
                        event -> event.is("BridgeEnter")
                                && event.get("BridgeNumChannels").equals("2"));
        forger.awaitSuccess();
        SippRun next = centre.impatientCaller(CALLER, 1_000);
        centre.observer().await("the next caller talks", event -> event.connects(CALLER));
        next.awaitSuccess();
        baro.awaitMetric("baro_identity_holds 1\\.0");
    }
}
