package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.pbx.CallObserver;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxConsole;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import io.baro.acd.pbx.Place;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A server with the small configuration and its one embedded PBX, over sockets and in real time. Closes what it opened. */
final class OneCentre implements AutoCloseable {
    private static final int PBX = 0;

    private final PbxLoop loop = PbxLoop.realTime();
    private final AtomicReference<Throwable> bug = new AtomicReference<>();
    private final ConfigurationDirectory directory;
    private final EmbeddedPbx pbx;
    private Clocks clocks = Clocks.ofMachine();
    private Server server;

    OneCentre(Path dir) {
        directory = new ConfigurationDirectory(dir);
        pbx = loop.open(settings().withMenu(Map.of('1', "contribution"), "general"));
        directory
                .replace("baro.yaml", "port: 5038", "port: " + pbx.port())
                .replace("baro.yaml", "port: 9400", "port: 0");
    }

    static PbxSettings settings() {
        return PbxSettings.of(
                "seoul", "seoul-7f3a9c", "secret-of-events", "secret-of-actions", List.of("a1001", "a1002"));
    }

    OneCentre withJournal() {
        directory.replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        return this;
    }

    /** Everybody goes straight to an agent: he stands in line from the start. */
    OneCentre pastTheMenu() {
        directory.replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 0");
        return this;
    }

    /** Whoever waits is offered a callback, as these terms of callback_desk say. */
    OneCentre offeringCallbacks(String desk) {
        directory
                .replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 3")
                .replace("rules.yaml", "queue.ewt > 4m", "queue.waiting >= 1")
                .replace("rules.yaml", "queue.ewt < 2m", "queue.waiting < 1")
                .replace("queues.yaml", "default_entry:", "callback_desk: " + desk + "\ndefault_entry:");
        return this;
    }

    /** Hears of each call to a customer: the callback's call, and which attempt it is. */
    OneCentre hearing(BiConsumer<String, Integer> customerCalled) {
        console().observe(new CallObserver() {
            @Override
            public void onCustomerCalled(String call, int attempt) {
                customerCalled.accept(call, attempt);
            }
        });
        return this;
    }

    OneCentre by(Clocks others) {
        clocks = others;
        return this;
    }

    /** Starts a server, and waits for its links. */
    void start() throws IOException, InterruptedException {
        start(ConfigurationDirectory.ENVIRONMENT);
        RunProcess.await("links", server::isReady);
    }

    void start(Map<String, String> environment) throws IOException {
        serve(loaded(environment));
        server.start();
    }

    LoadedConfiguration loaded(Map<String, String> environment) {
        return loaded(directory.path(), environment);
    }

    static LoadedConfiguration loaded(Path dir, Map<String, String> environment) {
        StringWriter said = new StringWriter();
        return LoadedConfiguration.load(dir, LoadedConfiguration.Key.KEPT, environment, new PrintWriter(said, true))
                .orElseThrow(() -> new AssertionError(said.toString()));
    }

    /** Makes a server of what was loaded; its links are down. */
    void serve(LoadedConfiguration loaded) throws IOException {
        server = new Server(
                KeptState.open(loaded.configuration()),
                new Server.Surroundings(loaded.secrets(), loaded.customers(), clocks, List.of(), bug::set));
    }

    void restart() throws IOException, InterruptedException {
        stop();
        start();
    }

    void stop() {
        server.close();
        server = null;
    }

    /** A caller presses 1 and hears that it is recorded; all agents are on a pause. */
    void reserve(String number) throws InterruptedException {
        console().dialCode("a1001", "*83");
        RunProcess.await("pause", () -> server.metrics().agents().count(AgentState.NOT_READY, PBX) == 1);
        Caller caller = console().dial(number, "15771000");
        RunProcess.await("the question", () -> {
            if (caller.place() == Place.MENU) {
                console().press(caller, '9');
            }
            return caller.place() == Place.CALLBACK_OFFERED;
        });
        console().press(caller, '1');
        RunProcess.await("the confirmation", caller::wasReserved);
        RunProcess.await("rest", () -> server.metrics().reservations().open(ReservationState.RESTING, PBX) == 1);
    }

    void awaitClosed(ReservationOutcome outcome) throws InterruptedException {
        RunProcess.await(outcome.name(), () -> server.metrics().reservations().closed(outcome, PBX) == 1);
    }

    /** What {@code baro records to-call} says of it, with these further arguments. */
    String toCall(String... more) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Main.Console console = new Main.Console(writer, writer, ConfigurationDirectory.ENVIRONMENT);
        String[] arguments = Stream.concat(
                        Stream.of("--config", directory.path().toString()), Stream.of(more))
                .toArray(String[]::new);
        assertEquals(0, new CommandLine(new RecordsToCall(console)).execute(arguments), said.toString());
        return said.toString();
    }

    ConfigurationDirectory directory() {
        return directory;
    }

    PbxLoop loop() {
        return loop;
    }

    PbxConsole console() {
        return pbx.console();
    }

    int port() {
        return pbx.port();
    }

    Server server() {
        return server;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        loop.close();
        assertEquals(null, loop.failure());
        assertEquals(null, bug.get());
    }
}
