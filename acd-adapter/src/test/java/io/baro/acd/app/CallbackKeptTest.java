package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.config.Problems;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.pbx.CallObserver;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.CustomerScript;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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

    private final PbxLoop loop = PbxLoop.realTime();
    private final List<String> called = new CopyOnWriteArrayList<>();
    private ConfigurationDirectory directory;
    private EmbeddedPbx pbx;
    private Server server;

    @BeforeEach
    void openPbx() throws Exception {
        directory = new ConfigurationDirectory(dir);
        pbx = loop.open(PbxSettings.of(
                        "seoul", "seoul-7f3a9c", "secret-of-events", "secret-of-actions", List.of("a1001", "a1002"))
                .withMenu(Map.of('1', "contribution"), "general"));
        pbx.console().observe(new CallObserver() {
            @Override
            public void onCustomerCalled(String call, int attempt) {
                called.add("attempt " + attempt);
            }
        });
        directory.replace("baro.yaml", "port: 5038", "port: " + pbx.port());
        directory.replace("baro.yaml", "port: 9400", "port: 0");
        directory.replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        directory.replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 3");
        directory.replace("rules.yaml", "queue.ewt > 4m", "queue.waiting >= 1");
        directory.replace("rules.yaml", "queue.ewt < 2m", "queue.waiting < 1");
    }

    @AfterEach
    void close() {
        server.close();
        loop.close();
        assertEquals(null, loop.failure());
    }

    @Test
    void customerWhoAnswersIsThePromiseKept() throws Exception {
        reserve("{ attempts: 3 }");
        pbx.console().customers((number, attempt) -> new CustomerScript.Reaction(CustomerScript.Status.ANSWER, 50));
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 500));
        pbx.console().dialCode("a1001", "*84");
        await("kept", () -> server.metrics().reservations().closed(ReservationOutcome.KEPT, PBX) == 1);
        assertEquals(List.of("attempt 1"), called);
        assertTrue(server.metrics().calls().identityHolds());
    }

    @Test
    void trunkThatFailsIsNoAttemptAndTheCustomerIsCalledWhenItWorks() throws Exception {
        reserve("{ attempts: 1, retry: { trunk: 1s } }");
        pbx.console()
                .customers((number, attempt) -> new CustomerScript.Reaction(
                        called.size() < 2 ? CustomerScript.Status.CHANUNAVAIL : CustomerScript.Status.ANSWER, 50));
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, 500));
        pbx.console().dialCode("a1001", "*84");
        await("kept", () -> server.metrics().reservations().closed(ReservationOutcome.KEPT, PBX) == 1);
        assertEquals(List.of("attempt 1", "attempt 1", "attempt 1"), called, "twice nobody was rung");
    }

    @Test
    void customerWhoIsNeverReachedIsOnTheListOfAPerson() throws Exception {
        reserve("{ attempts: 2, retry: { busy: 1s } }");
        pbx.console().customers((number, attempt) -> new CustomerScript.Reaction(CustomerScript.Status.BUSY, 50));
        pbx.console().behave("a1001", PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        pbx.console().dialCode("a1001", "*84");
        await("exhausted", () -> server.metrics().reservations().closed(ReservationOutcome.EXHAUSTED, PBX) == 1);
        assertEquals(List.of("attempt 1", "attempt 2"), called);
        await("listed", () -> toCall().lines().count() == 2);
        String listed = toCall().lines().toList().get(1);
        assertTrue(listed.endsWith(",general,callback,exhausted,2," + NUMBER), listed);
    }

    /** A caller has pressed 1 and heard that it is recorded; all agents are on a pause. */
    private void reserve(String desk) throws Exception {
        directory.replace("queues.yaml", "default_entry:", "callback_desk: " + desk + "\ndefault_entry:");
        start();
        pbx.console().dialCode("a1001", "*83");
        await("pause", () -> server.metrics().agents().count(AgentState.NOT_READY, PBX) == 1);
        Caller caller = pbx.console().dial(NUMBER, "15771000");
        await("the question", () -> {
            if (caller.place() == Place.MENU) {
                pbx.console().press(caller, '9');
            }
            return caller.place() == Place.CALLBACK_OFFERED;
        });
        pbx.console().press(caller, '1');
        await("the confirmation", caller::wasReserved);
        await("rest", () -> server.metrics().reservations().open(ReservationState.RESTING, PBX) == 1);
    }

    private String toCall() {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Main.Console console = new Main.Console(writer, writer, ConfigurationDirectory.ENVIRONMENT);
        assertEquals(
                0, new CommandLine(new RecordsToCall(console)).execute("--config", dir.toString()), said.toString());
        return said.toString();
    }

    private void start() throws Exception {
        Problems problems = new Problems();
        Configuration configuration = Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, problems)
                .orElseThrow();
        assertEquals(List.of(), problems.errorLines());
        KeyFile.Secrets secrets = KeyFile.open(dir.resolve("state"), Optional.empty(), new Problems())
                .orElseThrow();
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

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                fail("no " + what);
            }
            Thread.sleep(20);
        }
    }
}
