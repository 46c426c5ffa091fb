package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.pbx.CustomerScript;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ReservationOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A promise kept by calling the customer before the agent who is kept for him. */
class CustomerFirstTest {
    private static final String NUMBER = "01011110001";
    private static final int PBX = 0;

    @TempDir
    Path dir;

    /** Whose phones rang, in their order. */
    private final List<String> rung = new CopyOnWriteArrayList<>();

    private OneCentre centre;

    @BeforeEach
    void openPbx() {
        centre = new OneCentre(dir)
                .withJournal()
                .hearing((call, attempt) -> rung.add("customer " + attempt))
                .offeringCallbacks("{ attempts: 2, retry: { busy: 1s } }");
        centre.directory()
                .replace("queues.yaml", "skills: { ko: 1 } }", "skills: { ko: 1 }, callback_first: customer }");
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void agentsPhoneRingsWhenTheCustomerHasAnswered() throws Exception {
        reserve();
        customers(CustomerScript.Status.ANSWER);
        takes("a1001", PhoneBehaviour.answer(10, 500));
        centre.console().dialCode("a1001", "*84");
        centre.awaitClosed(ReservationOutcome.KEPT);
        assertEquals(List.of("customer 1", "a1001"), rung);
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void busyCustomerNeverRingsTheAgent() throws Exception {
        reserve();
        customers(CustomerScript.Status.BUSY);
        takes("a1001", PhoneBehaviour.answer(10, 500));
        centre.console().dialCode("a1001", "*84");
        centre.awaitClosed(ReservationOutcome.EXHAUSTED);
        assertEquals(List.of("customer 1", "customer 2"), rung);
        RunProcess.await("ready", () -> agents(AgentState.READY) == 1);
    }

    @Test
    void nextAgentServesTheCustomerWhomTheFirstLeavesAlone() throws Exception {
        reserve();
        customers(CustomerScript.Status.ANSWER);
        takes("a1001", PhoneBehaviour.busy());
        takes("a1002", PhoneBehaviour.answer(10, 500));
        centre.console().dialCode("a1001", "*84");
        RunProcess.await("the first, who is idle longest", () -> agents(AgentState.READY) == 1);
        centre.console().dialCode("a1002", "*81");
        centre.awaitClosed(ReservationOutcome.KEPT);
        assertEquals(List.of("customer 1", "a1001", "a1002"), rung);
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    private void customers(CustomerScript.Status status) {
        centre.console().customers((number, attempt) -> new CustomerScript.Reaction(status, 50));
    }

    private void takes(String endpoint, PhoneBehaviour behaviour) {
        centre.console().follow(endpoint, (phone, caller) -> {
            rung.add(endpoint);
            return behaviour;
        });
    }

    private long agents(AgentState state) {
        return centre.server().metrics().agents().count(state, PBX);
    }

    private void reserve() throws Exception {
        centre.start();
        centre.reserve(NUMBER);
    }
}
