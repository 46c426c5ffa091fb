package io.baro.acd.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A machine that answers a callback is no customer, where the operator says so: here it says nothing at all. */
@Tag("asterisk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallbackMachineTest {
    private static final String QUICK = "{ attempts: 2, ring: 20s, retry: { no_answer: 1s } }";
    private static final String EXHAUSTED =
            "baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"exhausted\"} 1\\.0";

    @RegisterExtension
    final RealCentre centre = new RealCentre();

    @BeforeEach
    void hangUpOnMachines() throws IOException {
        centre.pbx().hangUpOnMachines();
    }

    @Test
    void machineRingsNoAgentWhereTheCustomerIsCalledFirst() throws IOException {
        reached(", callback_first: customer");
        assertEquals(List.of(), centre.observer().seen(CallbackMachineTest::ringsTheAgent));
    }

    @Test
    void agentWhoWaitedForAMachineIsFreeAgain() throws IOException {
        BaroProcess baro = reached("");
        baro.awaitMetric("baro_agents\\{centre=\"seoul\",state=\"(ready|wrap_up)\"} 1\\.0");
    }

    /** Twice a machine was called back, and the reservation is over. */
    private BaroProcess reached(String queue) throws IOException {
        BaroProcess baro = centre.baroCalling(
                new BaroProcess.Desk(QUICK, queue), CallbackTest.NOBODY_READY, CallbackTest.OFFERED_TO_EVERYBODY);
        centre.callerWhoPressesOne("01000000050").awaitSuccess();
        baro.awaitMetric("baro_reservations_open\\{centre=\"seoul\",state=\"resting\"} 1\\.0");
        centre.phones("agent-listens", 1, 0);
        centre.customers("machine", 60_000);
        centre.featureCode("a1001", "*81");
        AmiEvent ended = centre.observer().await("it is over", event -> event.isUserEvent("AcdCalledBack"));
        assertEquals("MACHINE", ended.get("Status"));
        baro.awaitMetric(EXHAUSTED);
        assertEquals(List.of(), centre.observer().seen(event -> event.isUserEvent("AcdReached")));
        return baro;
    }

    private static boolean ringsTheAgent(AmiEvent event) {
        return event.is("DialBegin") && event.get("DestChannel").startsWith("PJSIP/a1001-");
    }
}
