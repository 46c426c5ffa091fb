package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.asterisk.LinkCounters;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.engine.message.AgentState;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the outside may do to a running Baro: the PBX dies, its connections are cut, the clock jumps. Nobody is lost or counted twice. */
class FaultTest {
    private static final int SEOUL = 0;
    private static final long HOUR_MILLIS = 3_600_000;

    @TempDir
    Path dir;

    private final AtomicLong clockError = new AtomicLong();
    private OneCentre centre;

    @BeforeEach
    void start() throws Exception {
        centre = new OneCentre(dir)
                .pastTheMenu()
                .by(new Clocks(() -> System.currentTimeMillis() + clockError.get(), System::nanoTime, false));
        centre.directory().replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\nagent: { wrap_up: 1s }");
        centre.start();
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 60_000));
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void pbxThatRestartsEndsItsCallsFreesItsAgentsAndServesWhoComesNext() throws Exception {
        Caller talking = talks("01011110001");
        Caller waiting = waits("01011110002", 1);
        centre.console().restart();
        RunProcess.await("no call left", () -> centre.server().metrics().calls().totalInProgress() == 0);
        assertTrue(talking.wasLost() && waiting.wasLost());
        RunProcess.await("links again", centre.server()::isReady);
        awaitAgents(AgentState.READY);
        RunProcess.await("the next", talks("01011110003")::wasConnected);
        assertEquals(3, centre.server().metrics().calls().total(CallCount.OFFERED));
        assertEquals(2, centre.server().metrics().calls().total(CallCount.VANISHED), "nobody said that they had ended");
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void bothSessionsCutAtOnceLoseNobodyAndCountNobodyTwice() throws Exception {
        Caller talking = talks("01011110001");
        Caller first = waits("01011110002", 1);
        Caller second = waits("01011110003", 2);
        long lost = centre.server().links().getFirst().counters().get(LinkCounters.Count.RESYNCS);
        centre.console().dropSessions("");
        RunProcess.await(
                "a comparison",
                () -> centre.server().links().getFirst().counters().get(LinkCounters.Count.RESYNCS) > lost
                        && centre.server().isReady());
        assertEquals(Place.TALKING, talking.place());
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 60_000));
        centre.console().hangUp(talking);
        RunProcess.await("the first", first::wasConnected);
        assertFalse(second.wasConnected());
        assertEquals(3, centre.server().metrics().calls().total(CallCount.OFFERED));
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void clockSetBackAnHourStopsNoTimerAndNoHeartbeat() throws Exception {
        Caller talking = talks("01011110001");
        clockError.set(-HOUR_MILLIS);
        centre.console().hangUp(talking);
        // The pause after the call ends by a timer.
        awaitAgents(AgentState.READY);
        RunProcess.await("the next", talks("01011110002")::wasConnected);
        assertTrue(centre.server().isReady());
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void clockSetForwardAnHourLosesNobodyAndKeepsTheOrder() throws Exception {
        Caller talking = talks("01011110001");
        Caller first = waits("01011110002", 1);
        Caller second = waits("01011110003", 2);
        clockError.set(HOUR_MILLIS);
        centre.console().hangUp(talking);
        RunProcess.await("the first", first::wasConnected);
        assertFalse(second.wasConnected());
        centre.console().hangUp(first);
        RunProcess.await("the second", second::wasConnected);
        assertTrue(centre.server().isReady());
        assertEquals(0, centre.server().metrics().calls().total(CallCount.VANISHED));
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    private Caller talks(String number) throws InterruptedException {
        Caller caller = centre.console().dial(number, "15771000");
        RunProcess.await("talk", caller::wasConnected);
        awaitAgents(AgentState.TALKING);
        return caller;
    }

    private Caller waits(String number, int inLine) throws InterruptedException {
        Caller caller = centre.console().dial(number, "15771000");
        RunProcess.await(
                "caller " + inLine, () -> centre.server().metrics().calls().waiting(0) == inLine);
        return caller;
    }

    private void awaitAgents(AgentState state) throws InterruptedException {
        RunProcess.await(
                "agent " + state, () -> centre.server().metrics().agents().count(state, SEOUL) == 1);
    }
}
