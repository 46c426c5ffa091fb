package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.engine.message.AgentState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Baro that starts again goes on where it was: with the callers who wait, the agents as they are, and nobody counted twice. */
class RestartTest {
    private static final int SEOUL = 0;

    @TempDir
    Path dir;

    private OneCentre centre;

    @BeforeEach
    void openPbx() throws Exception {
        centre = new OneCentre(dir).withJournal().pastTheMenu();
        centre.start();
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void waitingCallersKeepTheirOrderAndAreCountedOnce() throws Exception {
        centre.console().dialCode("a1001", "*82");
        RunProcess.await(
                "nobody there", () -> centre.server().metrics().agents().count(AgentState.READY, SEOUL) == 0);
        Caller first = waits("01011110001", 1);
        Caller second = waits("01011110002", 2);
        centre.restart();
        assertEquals(
                2,
                centre.server().metrics().calls().waiting(0)
                        + centre.server().metrics().calls().waiting(1));
        assertEquals(
                0,
                centre.server().metrics().agents().count(AgentState.READY, SEOUL),
                "auto_login logged in who had left");
        centre.console().behave("a1002", PhoneBehaviour.answer(10, 60_000));
        centre.console().dialCode("a1002", "*81");
        RunProcess.await("the first", first::wasConnected);
        assertFalse(second.wasConnected());
        assertEquals(2, centre.server().metrics().calls().total(CallCount.OFFERED));
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void aTalkGoesOnAndItsAgentIsFreeAfterIt() throws Exception {
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 60_000));
        Caller talking = centre.console().dial("01011110001", "15771000");
        RunProcess.await("talk", talking::wasConnected);
        RunProcess.await("talk known", () -> centre.server().metrics().agents().count(AgentState.TALKING, SEOUL) == 1);
        centre.restart();
        assertEquals(1, centre.server().metrics().agents().count(AgentState.TALKING, SEOUL));
        assertFalse(talking.place() == Place.GONE);
        centre.console().hangUp(talking);
        RunProcess.await("wrap-up", () -> centre.server().metrics().agents().count(AgentState.WRAP_UP, SEOUL) == 1);
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void whoHungUpMeanwhileIsClosedByTheResync() throws Exception {
        centre.console().dialCode("a1001", "*82");
        RunProcess.await(
                "nobody there", () -> centre.server().metrics().agents().count(AgentState.READY, SEOUL) == 0);
        Caller gone = waits("01011110001", 1);
        centre.stop();
        centre.console().hangUp(gone);
        RunProcess.await("end", () -> gone.place() == Place.GONE);
        centre.start();
        RunProcess.await("closed", () -> centre.server().metrics().calls().totalInProgress() == 0);
        assertEquals(1, centre.server().metrics().calls().total(CallCount.VANISHED));
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void aPauseLastsOverARestart() throws Exception {
        centre.console().dialCode("a1001", "*83");
        RunProcess.await("pause", () -> centre.server().metrics().agents().count(AgentState.NOT_READY, SEOUL) == 1);
        centre.restart();
        assertEquals(1, centre.server().metrics().agents().count(AgentState.NOT_READY, SEOUL));
    }

    @Test
    void customersAreReadOnceAndNameAgentsByTheIdsOfTheEarlierLife() throws Exception {
        centre.directory().write("customers.csv", "number,birth_date,agent\n01011112222,1950-01-01,1002\n");
        centre.stop();
        centre.directory()
                .write("agents.csv", "id,endpoint,centre,skills,auto_login\n1002,a1002,seoul,ko:9;contribution:5,no\n");
        LoadedConfiguration loaded = centre.loaded(ConfigurationDirectory.ENVIRONMENT);
        UnsafeBuffer number = new UnsafeBuffer("01011112222".getBytes(StandardCharsets.US_ASCII));
        long customer = loaded.secrets().callerKeys().keyOf(number, 0, number.capacity());
        assertEquals(1, loaded.customers().agentOf(customer), "the second of the earlier life, the first of the list");
        // Who reads it again finds nobody.
        centre.directory().write("customers.csv", "number,birth_date,agent\n");
        centre.serve(loaded);
        assertEquals(1, loaded.customers().agentOf(customer));
    }

    @Test
    void otherQueuesBeginANewStateAndKeepTheOldAside() throws Exception {
        centre.stop();
        centre.directory().replace("queues.yaml", "contribution: 3", "contribution: 4");
        centre.start();
        assertEquals(1, centre.server().metrics().agents().count(AgentState.READY, SEOUL));
        try (Stream<Path> state = Files.list(dir.resolve("state"))) {
            Path aside = state.filter(path -> path.getFileName().toString().startsWith("before-"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(Files.isDirectory(aside.resolve("journal")));
            assertTrue(Files.isRegularFile(aside.resolve("ids.csv")));
        }
    }

    private Caller waits(String number, int inLine) throws InterruptedException {
        Caller caller = centre.console().dial(number, "15771000");
        RunProcess.await(
                "caller " + inLine, () -> centre.server().metrics().calls().waiting(0) == inLine);
        return caller;
    }
}
