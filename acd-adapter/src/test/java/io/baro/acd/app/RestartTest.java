package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

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
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

    private final PbxLoop loop = PbxLoop.realTime();
    private final KeyFile.Secrets secrets = KeyFile.Secrets.passing();
    private ConfigurationDirectory directory;
    private EmbeddedPbx pbx;
    private Server server;

    @BeforeEach
    void openPbx() throws Exception {
        directory = new ConfigurationDirectory(dir);
        pbx = loop.open(PbxSettings.of(
                        "seoul", "seoul-7f3a9c", "secret-of-events", "secret-of-actions", List.of("a1001", "a1002"))
                .withMenu(Map.of('1', "contribution"), "general"));
        directory.replace("baro.yaml", "port: 5038", "port: " + pbx.port());
        directory.replace("baro.yaml", "port: 9400", "port: 0");
        directory.replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        // Everybody goes straight to an agent: he stands in line from the start.
        directory.replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 0");
        start();
    }

    @AfterEach
    void close() {
        server.close();
        loop.close();
        assertEquals(null, loop.failure());
    }

    @Test
    void waitingCallersKeepTheirOrderAndAreCountedOnce() throws Exception {
        pbx.console().dialCode("a1001", "*82");
        await("nobody there", () -> server.metrics().agents().count(AgentState.READY, SEOUL) == 0);
        Caller first = waits("01011110001", 1);
        Caller second = waits("01011110002", 2);
        restart();
        assertEquals(
                2,
                server.metrics().calls().waiting(0) + server.metrics().calls().waiting(1));
        assertEquals(0, server.metrics().agents().count(AgentState.READY, SEOUL), "auto_login logged in who had left");
        pbx.console().behave("a1002", PhoneBehaviour.answer(10, 60_000));
        pbx.console().dialCode("a1002", "*81");
        await("the first", first::wasConnected);
        assertFalse(second.wasConnected());
        assertEquals(2, server.metrics().calls().total(CallCount.OFFERED));
        assertTrue(server.metrics().calls().identityHolds());
    }

    @Test
    void aTalkGoesOnAndItsAgentIsFreeAfterIt() throws Exception {
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 60_000));
        Caller talking = pbx.console().dial("01011110001", "15771000");
        await("talk", talking::wasConnected);
        await("talk known", () -> server.metrics().agents().count(AgentState.TALKING, SEOUL) == 1);
        restart();
        assertEquals(1, server.metrics().agents().count(AgentState.TALKING, SEOUL));
        assertFalse(talking.place() == Place.GONE);
        pbx.console().hangUp(talking);
        await("wrap-up", () -> server.metrics().agents().count(AgentState.WRAP_UP, SEOUL) == 1);
        assertTrue(server.metrics().calls().identityHolds());
    }

    @Test
    void whoHungUpMeanwhileIsClosedByTheResync() throws Exception {
        pbx.console().dialCode("a1001", "*82");
        await("nobody there", () -> server.metrics().agents().count(AgentState.READY, SEOUL) == 0);
        Caller gone = waits("01011110001", 1);
        server.close();
        pbx.console().hangUp(gone);
        await("end", () -> gone.place() == Place.GONE);
        start();
        await("closed", () -> server.metrics().calls().totalInProgress() == 0);
        assertEquals(1, server.metrics().calls().total(CallCount.VANISHED));
        assertTrue(server.metrics().calls().identityHolds());
    }

    @Test
    void aPauseLastsOverARestart() throws Exception {
        pbx.console().dialCode("a1001", "*83");
        await("pause", () -> server.metrics().agents().count(AgentState.NOT_READY, SEOUL) == 1);
        restart();
        assertEquals(1, server.metrics().agents().count(AgentState.NOT_READY, SEOUL));
    }

    @Test
    void customersAreReadOnceAndNameAgentsByTheIdsOfTheEarlierLife() throws Exception {
        directory.write("customers.csv", "number,birth_date,agent\n01011112222,1950-01-01,1002\n");
        server.close();
        directory.write(
                "agents.csv", "id,endpoint,centre,skills,auto_login\n1002,a1002,seoul,ko:9;contribution:5,no\n");
        StringWriter said = new StringWriter();
        LoadedConfiguration loaded = LoadedConfiguration.load(
                        dir,
                        LoadedConfiguration.Key.KEPT,
                        ConfigurationDirectory.ENVIRONMENT,
                        new PrintWriter(said, true))
                .orElseThrow(() -> new AssertionError(said.toString()));
        UnsafeBuffer number = new UnsafeBuffer("01011112222".getBytes(StandardCharsets.US_ASCII));
        long customer = loaded.secrets().callerKeys().keyOf(number, 0, number.capacity());
        assertEquals(1, loaded.customers().agentOf(customer), "the second of the earlier life, the first of the list");
        // Who reads it again finds nobody.
        directory.write("customers.csv", "number,birth_date,agent\n");
        server = new Server(
                KeptState.open(loaded.configuration()),
                new Server.Surroundings(
                        loaded.secrets(),
                        loaded.customers(),
                        System::currentTimeMillis,
                        List.of(),
                        Throwable::printStackTrace));
        assertEquals(1, loaded.customers().agentOf(customer));
    }

    @Test
    void otherQueuesBeginANewStateAndKeepTheOldAside() throws Exception {
        server.close();
        directory.replace("queues.yaml", "contribution: 3", "contribution: 4");
        start();
        assertEquals(1, server.metrics().agents().count(AgentState.READY, SEOUL));
        try (Stream<Path> state = Files.list(dir.resolve("state"))) {
            Path aside = state.filter(path -> path.getFileName().toString().startsWith("before-"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(Files.isDirectory(aside.resolve("journal")));
            assertTrue(Files.isRegularFile(aside.resolve("ids.csv")));
        }
    }

    private Caller waits(String number, int inLine) throws InterruptedException {
        Caller caller = pbx.console().dial(number, "15771000");
        await("caller " + inLine, () -> server.metrics().calls().waiting(0) == inLine);
        return caller;
    }

    private void restart() throws Exception {
        server.close();
        start();
    }

    private void start() throws IOException, InterruptedException {
        Problems problems = new Problems();
        Configuration configuration = Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, problems)
                .orElse(null);
        assertEquals(List.of(), problems.errorLines());
        server = new Server(
                KeptState.open(configuration),
                new Server.Surroundings(
                        secrets,
                        new CustomerDirectory(configuration.server().zone()),
                        System::currentTimeMillis,
                        List.of(),
                        Throwable::printStackTrace));
        server.start();
        await("links", server::isReady);
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("no " + what);
            }
            Thread.sleep(5);
        }
    }
}
