package io.baro.acd.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A promise to call back, kept: from the digit to the talk, over a real PBX and with the engine killed on the way. */
@Tag("asterisk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallbackTest {
    private static final String CUSTOMER = "01000000030";
    static final String NOBODY_READY = "1001,a1001,seoul,ko:5,no\n";
    static final String OFFERED_TO_EVERYBODY = """
              - name: everybody-straight-to-agent
                when: caller.contacts(24h) >= 0
                then: { route: agent }
              - name: offer-callback
                when: queue.waiting >= 1
                then: { offer: callback }
            """;
    private static final String QUICK = "{ attempts: 2, ring: 3s, retry: { busy: 1s, no_answer: 1s, trunk: 2s } }";

    private static final BaroProcess.Desk AGENT_FIRST = new BaroProcess.Desk(QUICK, "");
    private static final BaroProcess.Desk CUSTOMER_FIRST = new BaroProcess.Desk(QUICK, ", callback_first: customer");
    private static final String NOBODY_OF_TWO_READY = NOBODY_READY + "2001,a2001,seoul,ko:5,no\n";

    @RegisterExtension
    final RealCentre centre = new RealCentre();

    @Test
    void customerIsCalledWhenHisTurnComesAndTalksToTheAgent() throws IOException {
        BaroProcess baro = reserved();
        centre.phones("agent-listens", 1, 0);
        centre.customers("agent", 1_500);
        centre.featureCode("a1001", "*81");
        AmiEvent agent = centre.observer().await("the agent's phone is called", CallbackTest::ringsTheAgent);
        assertEquals("acd-dial", agent.get("Context"), "as for any other offer");
        AmiEvent customer = centre.observer().await("the customer is called", CallbackTest::ringsTheCustomer);
        assertTrue(customer.get("DestChannel").startsWith("PJSIP/trunk-customers-"));
        centre.observer().await("he answers", event -> event.isUserEvent("AcdReached"));
        AmiEvent ended = centre.observer().await("it is over", event -> event.isUserEvent("AcdCalledBack"));
        assertEquals("ANSWER", ended.get("Status"));
        baro.awaitMetric("baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"kept\"} 1\\.0");
        baro.awaitMetric("baro_calls_reserved_total\\{.*} 1\\.0");
        baro.awaitMetric("baro_calls_answered_total\\{centre=\"seoul\",queue=\"general\"} 0\\.0");
    }

    @Test
    void busyCustomerIsCalledAgainAndThenLeftToAPerson() throws IOException {
        BaroProcess baro = reserved();
        centre.phones("agent-listens", 1, 0);
        centre.customers("agent-busy", 0);
        centre.featureCode("a1001", "*81");
        baro.awaitMetric("baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"exhausted\"} 1\\.0");
        assertEquals(2, centre.observer().seen(CallbackTest::ringsTheCustomer).size(), "two attempts, as configured");
    }

    @Test
    void deadTrunkIsNoAttempt() throws IOException, InterruptedException {
        BaroProcess baro = reserved();
        centre.phones("agent-listens", 1, 0);
        centre.pbx().callbackTrunk("trunk-that-is-not-there");
        centre.featureCode("a1001", "*81");
        AmiEvent failed = centre.observer().await("the trunk fails", event -> event.isUserEvent("AcdCalledBack"));
        assertEquals("CHANUNAVAIL", failed.get("Status"));
        baro.awaitMetric("baro_reservations_open\\{centre=\"seoul\",state=\"resting\"} 1\\.0");
        centre.customers("agent", 300);
        centre.pbx().callbackTrunk("trunk-customers");
        AmiEvent reached = centre.observer().await("he is reached", event -> event.isUserEvent("AcdReached"));
        assertEquals("1", reached.get("Attempt"));
        baro.awaitMetric("baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"kept\"} 1\\.0");
    }

    @Test
    void reservationOutlivesTheEngineAndATalkIsNotRepeated() throws IOException, InterruptedException {
        BaroProcess baro = reserved();
        baro.kill();
        BaroProcess second = centre.baroAgain();
        second.awaitMetric("baro_reservations_open\\{centre=\"seoul\",state=\"(resting|waiting)\"} 1\\.0");
        centre.phones("agent-listens", 1, 0);
        centre.customers("agent", 1_500);
        centre.featureCode("a1001", "*81");
        centre.observer().await("he answers", event -> event.isUserEvent("AcdReached"));
        second.kill();
        centre.observer().await("it is over", event -> event.isUserEvent("AcdCalledBack"));
        assertEquals(1, centre.observer().seen(CallbackTest::ringsTheCustomer).size(), "called once");
        centre.observer().forget();
        BaroProcess third = centre.baroAgain();
        third.awaitMetric("baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"kept\"} 1\\.0");
        assertTrue(
                centre.observer().isMissingFor(Duration.ofSeconds(3), CallbackTest::ringsTheCustomer),
                "nobody is called again");
    }

    @Test
    void customerWhoIsCalledFirstTalksToTheAgentWhoIsKeptForHim() throws IOException {
        BaroProcess baro = reserved(CUSTOMER_FIRST, NOBODY_READY);
        centre.phones("agent-listens", 1, 0);
        centre.customers("agent", 2_000);
        centre.featureCode("a1001", "*81");
        AmiEvent agent = centre.observer().await("the agent's phone is called", CallbackTest::ringsTheAgent);
        assertEquals("acd-dial", agent.get("Context"), "as for any other offer");
        assertEquals(CUSTOMER, agent.get("CallerIDNum"), "he sees who it is");
        AmiEvent first = centre.observer().seen(CallbackTest::ringsSomebody).getFirst();
        assertTrue(ringsTheCustomer(first), "the customer's phone rings before the agent's");
        AmiEvent ended = centre.observer().await("it is over", event -> event.isUserEvent("AcdCalledBack"));
        assertEquals("ANSWER", ended.get("Status"));
        baro.awaitMetric("baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"kept\"} 1\\.0");
        baro.awaitMetric("baro_calls_answered_total\\{centre=\"seoul\",queue=\"general\"} 0\\.0");
    }

    @Test
    void busyCustomerWhoIsCalledFirstNeverRingsTheAgent() throws IOException {
        BaroProcess baro = reserved(CUSTOMER_FIRST, NOBODY_READY);
        centre.phones("agent-listens", 1, 0);
        centre.customers("agent-busy", 0);
        centre.featureCode("a1001", "*81");
        baro.awaitMetric("baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"exhausted\"} 1\\.0");
        assertEquals(2, centre.observer().seen(CallbackTest::ringsTheCustomer).size(), "two attempts, as configured");
        assertEquals(0, centre.observer().seen(CallbackTest::ringsTheAgent).size(), "nobody was disturbed");
        baro.awaitMetric("baro_agents\\{centre=\"seoul\",state=\"ready\"} 1\\.0");
    }

    @Test
    void customerWhoIsCalledFirstIsServedByTheNextAgent() throws IOException {
        BaroProcess baro = reserved(CUSTOMER_FIRST, NOBODY_OF_TWO_READY);
        centre.phones("agent-listens", 1, 0);
        centre.phones("agent-no-answer", 2, 0);
        centre.customers("agent", 12_000);
        centre.featureCode("a2001", "*81");
        centre.observer().await("the customer waits", event -> event.isUserEvent("AcdWaiting") && isCallback(event));
        centre.featureCode("a1001", "*81");
        centre.observer().await("the next agent's phone is called", CallbackTest::ringsTheAgent);
        centre.observer().await("it is over", event -> event.isUserEvent("AcdCalledBack"));
        baro.awaitMetric("baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"kept\"} 1\\.0");
        assertEquals(1, centre.observer().seen(CallbackTest::ringsTheCustomer).size(), "called once");
    }

    private BaroProcess reserved() throws IOException {
        return reserved(AGENT_FIRST, NOBODY_READY);
    }

    /** A caller has reserved a callback and hung up; nobody is logged in. */
    private BaroProcess reserved(BaroProcess.Desk desk, String agents) throws IOException {
        BaroProcess baro = centre.baroCalling(desk, agents, OFFERED_TO_EVERYBODY);
        SippRun caller = centre.callerWhoPressesOne(CUSTOMER);
        caller.awaitSuccess();
        baro.awaitMetric("baro_reservations_open\\{centre=\"seoul\",state=\"resting\"} 1\\.0");
        return baro;
    }

    private static boolean ringsTheAgent(AmiEvent event) {
        return event.is("DialBegin")
                && event.get("DestChannel").startsWith("PJSIP/a1001-")
                && event.get("Channel").startsWith("Local/");
    }

    private static boolean isCallback(AmiEvent event) {
        return event.get("Channel").startsWith("Local/");
    }

    private static boolean ringsSomebody(AmiEvent event) {
        return ringsTheAgent(event) || ringsTheCustomer(event);
    }

    private static boolean ringsTheCustomer(AmiEvent event) {
        return event.is("DialBegin") && event.get("DestChannel").startsWith("PJSIP/trunk-customers-");
    }
}
