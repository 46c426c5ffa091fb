package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.pbx.CustomerScript;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.engine.message.ReservationOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the digit that a caller presses to the call that he was promised, or to the list of a person. */
class CallbackKeptTest {
    private static final String NUMBER = "01011110001";

    @TempDir
    Path dir;

    private final List<String> called = new CopyOnWriteArrayList<>();
    private OneCentre centre;

    @BeforeEach
    void openPbx() {
        centre = new OneCentre(dir).withJournal().hearing((call, attempt) -> called.add("attempt " + attempt));
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
        centre.awaitClosed(ReservationOutcome.KEPT);
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
        centre.awaitClosed(ReservationOutcome.KEPT);
        assertEquals(List.of("attempt 1", "attempt 1", "attempt 1"), called, "twice nobody was rung");
    }

    @Test
    void customerWhoIsNeverReachedIsOnTheListOfAPerson() throws Exception {
        reserve("{ attempts: 2, retry: { busy: 1s } }");
        centre.console().customers((number, attempt) -> new CustomerScript.Reaction(CustomerScript.Status.BUSY, 50));
        centre.console().behave("a1001", PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        centre.console().dialCode("a1001", "*84");
        centre.awaitClosed(ReservationOutcome.EXHAUSTED);
        assertEquals(List.of("attempt 1", "attempt 2"), called);
        RunProcess.await("listed", () -> centre.toCall().lines().count() == 2);
        String listed = centre.toCall().lines().toList().get(1);
        assertTrue(listed.endsWith(",general,callback,exhausted,2," + NUMBER), listed);
    }

    private void reserve(String desk) throws Exception {
        centre.offeringCallbacks(desk).start();
        centre.reserve(NUMBER);
    }
}
