package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.asterisk.LinkCounters;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.config.Problems;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.engine.message.AgentState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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

    private final PbxLoop loop = PbxLoop.realTime();
    private final AtomicLong clockError = new AtomicLong();
    private final AtomicReference<Throwable> bug = new AtomicReference<>();
    private EmbeddedPbx pbx;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        pbx = loop.open(PbxSettings.of(
                        "seoul", "seoul-7f3a9c", "secret-of-events", "secret-of-actions", List.of("a1001", "a1002"))
                .withMenu(Map.of('1', "contribution"), "general"));
        ConfigurationDirectory directory = new ConfigurationDirectory(dir)
                .replace("baro.yaml", "port: 5038", "port: " + pbx.port())
                .replace("baro.yaml", "port: 9400", "port: 0")
                .replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\nagent: { wrap_up: 1s }")
                .replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 0");
        Problems problems = new Problems();
        Configuration configuration = Configuration.load(directory.path(), ConfigurationDirectory.ENVIRONMENT, problems)
                .orElse(null);
        assertEquals(List.of(), problems.errorLines());
        server = new Server(
                KeptState.open(configuration),
                new Server.Surroundings(
                        KeyFile.Secrets.passing(),
                        new CustomerDirectory(configuration.server().zone()),
                        () -> System.currentTimeMillis() + clockError.get(),
                        List.of(),
                        bug::set));
        server.start();
        RunProcess.await("links", server::isReady);
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 60_000));
    }

    @AfterEach
    void close() {
        server.close();
        loop.close();
        assertEquals(null, loop.failure());
        assertEquals(null, bug.get());
    }

    @Test
    void pbxThatRestartsEndsItsCallsFreesItsAgentsAndServesWhoComesNext() throws Exception {
        Caller talking = talks("01011110001");
        Caller waiting = waits("01011110002", 1);
        pbx.console().restart();
        RunProcess.await("no call left", () -> server.metrics().calls().totalInProgress() == 0);
        assertTrue(talking.wasLost() && waiting.wasLost());
        RunProcess.await("links again", server::isReady);
        awaitAgents(AgentState.READY);
        RunProcess.await("the next", talks("01011110003")::wasConnected);
        assertEquals(3, server.metrics().calls().total(CallCount.OFFERED));
        assertEquals(2, server.metrics().calls().total(CallCount.VANISHED), "nobody said that they had ended");
        assertTrue(server.metrics().calls().identityHolds());
    }

    @Test
    void bothSessionsCutAtOnceLoseNobodyAndCountNobodyTwice() throws Exception {
        Caller talking = talks("01011110001");
        Caller first = waits("01011110002", 1);
        Caller second = waits("01011110003", 2);
        long lost = server.links().getFirst().counters().get(LinkCounters.Count.RESYNCS);
        pbx.console().dropSessions("");
        RunProcess.await(
                "a comparison",
                () -> server.links().getFirst().counters().get(LinkCounters.Count.RESYNCS) > lost && server.isReady());
        assertEquals(Place.TALKING, talking.place());
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 60_000));
        pbx.console().hangUp(talking);
        RunProcess.await("the first", first::wasConnected);
        assertFalse(second.wasConnected());
        assertEquals(3, server.metrics().calls().total(CallCount.OFFERED));
        assertTrue(server.metrics().calls().identityHolds());
    }

    @Test
    void clockSetBackAnHourStopsNoTimerAndNoHeartbeat() throws Exception {
        Caller talking = talks("01011110001");
        clockError.set(-HOUR_MILLIS);
        pbx.console().hangUp(talking);
        // The pause after the call ends by a timer.
        awaitAgents(AgentState.READY);
        RunProcess.await("the next", talks("01011110002")::wasConnected);
        assertTrue(server.isReady());
        assertTrue(server.metrics().calls().identityHolds());
    }

    @Test
    void clockSetForwardAnHourLosesNobodyAndKeepsTheOrder() throws Exception {
        Caller talking = talks("01011110001");
        Caller first = waits("01011110002", 1);
        Caller second = waits("01011110003", 2);
        clockError.set(HOUR_MILLIS);
        pbx.console().hangUp(talking);
        RunProcess.await("the first", first::wasConnected);
        assertFalse(second.wasConnected());
        pbx.console().hangUp(first);
        RunProcess.await("the second", second::wasConnected);
        assertTrue(server.isReady());
        assertEquals(0, server.metrics().calls().total(CallCount.VANISHED));
        assertTrue(server.metrics().calls().identityHolds());
    }

    private Caller talks(String number) throws InterruptedException {
        Caller caller = pbx.console().dial(number, "15771000");
        RunProcess.await("talk", caller::wasConnected);
        awaitAgents(AgentState.TALKING);
        return caller;
    }

    private Caller waits(String number, int inLine) throws InterruptedException {
        Caller caller = pbx.console().dial(number, "15771000");
        RunProcess.await("caller " + inLine, () -> server.metrics().calls().waiting(0) == inLine);
        return caller;
    }

    private void awaitAgents(AgentState state) throws InterruptedException {
        RunProcess.await("agent " + state, () -> server.metrics().agents().count(state, SEOUL) == 1);
    }
}
