package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.pbx.CallObserver;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.CustomerScript;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From the digit that a caller presses to the call that he was promised, or to the list of a person. */
class CallbackKeptTest {
    private static final String NUMBER = "01011110001";
    private static final int PBX = 0;

    @TempDir
    Path dir;

    private final List<String> called = new CopyOnWriteArrayList<>();
    private OneCentre centre;

    @BeforeEach
    void openPbx() {
        centre = new OneCentre(dir).withJournal();
        centre.console().observe(new CallObserver() {
            @Override
            public void onCustomerCalled(String call, int attempt) {
                called.add("attempt " + attempt);
            }
        });
        centre.directory()
                .replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 3")
                .replace("rules.yaml", "queue.ewt > 4m", "queue.waiting >= 1")
                .replace("rules.yaml", "queue.ewt < 2m", "queue.waiting < 1");
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void customerWhoAnswersIsThePromiseKept() throws Exception {
        reserve("{ attempts: 3 }");
        centre.console().customers((number, attempt) -> new CustomerScript.Reaction(CustomerScript.Status.ANSWER, 50));
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 500));
        centre.console().dialCode("a1001", "*84");
        RunProcess.await(
                "kept", () -> centre.server().metrics().reservations().closed(ReservationOutcome.KEPT, PBX) == 1);
        assertEquals(List.of("attempt 1"), called);
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void trunkThatFailsIsNoAttemptAndTheCustomerIsCalledWhenItWorks() throws Exception {
        reserve("{ attempts: 1, retry: { trunk: 1s } }");
        centre.console()
                .customers((number, attempt) -> new CustomerScript.Reaction(
                        called.size() < 2 ? CustomerScript.Status.CHANUNAVAIL : CustomerScript.Status.ANSWER, 50));
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 500));
        centre.console().dialCode("a1001", "*84");
        RunProcess.await(
                "kept", () -> centre.server().metrics().reservations().closed(ReservationOutcome.KEPT, PBX) == 1);
        assertEquals(List.of("attempt 1", "attempt 1", "attempt 1"), called, "twice nobody was rung");
    }

    @Test
    void customerWhoIsNeverReachedIsOnTheListOfAPerson() throws Exception {
        reserve("{ attempts: 2, retry: { busy: 1s } }");
        centre.console().customers((number, attempt) -> new CustomerScript.Reaction(CustomerScript.Status.BUSY, 50));
        centre.console().behave("a1001", PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        centre.console().dialCode("a1001", "*84");
        RunProcess.await(
                "exhausted",
                () -> centre.server().metrics().reservations().closed(ReservationOutcome.EXHAUSTED, PBX) == 1);
        assertEquals(List.of("attempt 1", "attempt 2"), called);
        RunProcess.await("listed", () -> toCall().lines().count() == 2);
        String listed = toCall().lines().toList().get(1);
        assertTrue(listed.endsWith(",general,callback,exhausted,2," + NUMBER), listed);
    }

    /** A caller has pressed 1 and heard that it is recorded; all agents are on a pause. */
    private void reserve(String desk) throws Exception {
        centre.directory().replace("queues.yaml", "default_entry:", "callback_desk: " + desk + "\ndefault_entry:");
        centre.start();
        centre.console().dialCode("a1001", "*83");
        RunProcess.await("pause", () -> centre.server().metrics().agents().count(AgentState.NOT_READY, PBX) == 1);
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

    private String toCall() {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Main.Console console = new Main.Console(writer, writer, ConfigurationDirectory.ENVIRONMENT);
        assertEquals(
                0, new CommandLine(new RecordsToCall(console)).execute("--config", dir.toString()), said.toString());
        return said.toString();
    }
}
