package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.pbx.CallObserver;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.CustomerScript;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
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
        centre = new OneCentre(dir).withJournal();
        centre.console().observe(new CallObserver() {
            @Override
            public void onCustomerCalled(String call, int attempt) {
                rung.add("customer " + attempt);
            }
        });
        centre.directory()
                .replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 3")
                .replace("rules.yaml", "queue.ewt > 4m", "queue.waiting >= 1")
                .replace("rules.yaml", "queue.ewt < 2m", "queue.waiting < 1")
                .replace("queues.yaml", "skills: { ko: 1 } }", "skills: { ko: 1 }, callback_first: customer }")
                .replace(
                        "queues.yaml",
                        "default_entry:",
                        "callback_desk: { attempts: 2, retry: { busy: 1s } }\ndefault_entry:");
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
        awaitClosed(ReservationOutcome.KEPT);
        assertEquals(List.of("customer 1", "a1001"), rung);
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void busyCustomerNeverRingsTheAgent() throws Exception {
        reserve();
        customers(CustomerScript.Status.BUSY);
        takes("a1001", PhoneBehaviour.answer(10, 500));
        centre.console().dialCode("a1001", "*84");
        awaitClosed(ReservationOutcome.EXHAUSTED);
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
        awaitClosed(ReservationOutcome.KEPT);
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

    private void awaitClosed(ReservationOutcome outcome) throws Exception {
        RunProcess.await(
                outcome.name(), () -> centre.server().metrics().reservations().closed(outcome, PBX) == 1);
    }

    /** A caller has pressed 1 and heard that it is recorded; all agents are on a pause. */
    private void reserve() throws Exception {
        centre.start();
        centre.console().dialCode("a1001", "*83");
        RunProcess.await("pause", () -> agents(AgentState.NOT_READY) == 1);
        Caller caller = centre.console().dial(NUMBER, "15771000");
        RunProcess.await("the question", () -> {
            if (caller.place() == Place.MENU) {
                centre.console().press(caller, '9');
            }
            return caller.place() == Place.CALLBACK_OFFERED;
        });
        centre.console().press(caller, '1');
        RunProcess.await("the confirmation", caller::wasReserved);
        RunProcess.await(
                "rest", () -> centre.server().metrics().reservations().open(ReservationState.RESTING, PBX) == 1);
    }
}
