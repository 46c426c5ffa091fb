package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.asterisk.LinkCounters;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.metrics.CallCount;
import io.baro.acd.pbx.AgentPhone;
import io.baro.acd.pbx.CallObserver;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.acd.pbx.Trunk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server, and two centres that lend each other agents: callers of seoul, which has nobody, are served in busan. Real time. */
class LendingTest {
    private static final int SEOUL = 0;
    private static final int BUSAN = 1;

    @TempDir
    Path dir;

    private final PbxLoop loop = PbxLoop.realTime();
    private final ConcurrentLinkedQueue<String> served = new ConcurrentLinkedQueue<>();
    private EmbeddedPbx seoul;
    private EmbeddedPbx busan;
    private Server server;

    @BeforeEach
    void openCentres() {
        seoul = open("seoul");
        busan = open("busan");
        new ConfigurationDirectory(dir)
                .write("baro.yaml", """
                    http: { host: 127.0.0.1, port: 0 }
                    zone: Asia/Seoul
                    journal: memory
                    offer: { ring: 4s }
                    agent: { wrap_up: 0s, busy_pause: 2s }
                    pbxs:
                      - { name: seoul, host: 127.0.0.1, port: %d, system_name: seoul-7f3a9c,
                          events: { secret_env: EV }, actions: { secret_env: ACT } }
                      - { name: busan, host: 127.0.0.1, port: %d, system_name: busan-7f3a9c,
                          events: { secret_env: EV }, actions: { secret_env: ACT } }
                    """.formatted(seoul.port(), busan.port()))
                .write("queues.yaml", """
                    skills: [ko]
                    queues:
                      - { name: general, skills: { ko: 1 }, strategy: linear, ladder: [ { after: 60s, centres: all } ] }
                    entries:
                      - { number: "15771000", queue: general }
                    default_entry: general
                    """)
                .write("rules.yaml", """
                    version: 1
                    max_boost: 15m
                    rules:
                      - name: straight-to-agent
                        when: caller.contacts(24h) >= 0
                        then: { route: agent }
                    """)
                .write("agents.csv", "id,endpoint,centre,skills,auto_login\n2001,a2001,busan,ko:5,yes\n");
        seoul.console().observe(new CallObserver() {
            @Override
            public void onConnected(Caller caller, AgentPhone phone) {
                served.add(phone.endpoint());
            }
        });
    }

    private EmbeddedPbx open(String centre) {
        // The same endpoint is there on both: only the centre tells the phones apart.
        return loop.open(PbxSettings.of(
                        centre,
                        centre + "-7f3a9c",
                        "secret-of-events",
                        "secret-of-actions",
                        List.of("a2001", "a2002", "a2003"))
                .withWaits(1, 1_800));
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        loop.close();
        assertEquals(null, loop.failure());
    }

    @Test
    void callerIsServedByTheAgentOfAnotherCentreWhoIsThenFreeForTheNext() throws Exception {
        start();
        busan.console().behave("a2001", PhoneBehaviour.answer(10, 50));
        Caller first = call();
        Caller second = call();
        RunProcess.await("both talked", () -> first.wasConnected() && second.wasConnected());
        RunProcess.await("both are gone", () -> isGone(first) && isGone(second));
        RunProcess.await("count", () -> server.metrics().calls().total(CallCount.ANSWERED) == 2);
        assertEquals(List.of("a2001", "a2001"), List.copyOf(served));
        assertEquals(0, counted(SEOUL, LinkCounters.Count.TRUNK_FAILED));
        assertEquals(0, counted(BUSAN, LinkCounters.Count.UNKNOWN_NAME));
        assertEquals(0, counted(BUSAN, LinkCounters.Count.CHANNELS));
    }

    @Test
    void busyPhoneSendsTheCallToTheNextAgent() throws Exception {
        nextAgentAfter(PhoneBehaviour.busy());
    }

    @Test
    void phoneThatRingsOutSendsTheCallToTheNextAgent() throws Exception {
        nextAgentAfter(PhoneBehaviour.noAnswer());
    }

    @Test
    void rejectedOfferSendsTheCallToTheNextAgent() throws Exception {
        nextAgentAfter(PhoneBehaviour.reject(20));
    }

    @Test
    void deadPhoneSendsTheCallToTheNextAgent() throws Exception {
        nextAgentAfter(PhoneBehaviour.dead());
    }

    private void nextAgentAfter(PhoneBehaviour behaviour) throws Exception {
        twoAgents();
        start();
        AtomicInteger invitations = new AtomicInteger();
        busan.console().follow("a2001", (phone, caller) -> {
            invitations.incrementAndGet();
            return behaviour;
        });
        Caller caller = call();
        RunProcess.await("talk", caller::wasConnected);
        assertEquals(List.of("a2002"), List.copyOf(served));
        assertEquals(1, invitations.get());
        assertEquals(0, counted(SEOUL, LinkCounters.Count.TRUNK_FAILED));
    }

    @Test
    void agentIsFreeWhenTheCallerHangsUp() throws Exception {
        start();
        Caller first = call();
        RunProcess.await("first talk", first::wasConnected);
        Caller second = call();
        seoul.console().hangUp(first);
        RunProcess.await("second talk", second::wasConnected);
        seoul.console().hangUp(second);
        RunProcess.await("count", () -> server.metrics().calls().total(CallCount.ANSWERED) == 2);
    }

    @Test
    void callerWhoGivesUpWhileItRingsLeavesTheAgentReady() throws Exception {
        start();
        busan.console().behave("a2001", PhoneBehaviour.noAnswer());
        Caller first = call();
        RunProcess.await("ringing", () -> busan.console().channels() == 2);
        seoul.console().hangUp(first);
        busan.console().behave("a2001", PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        Caller second = call();
        RunProcess.await("talk", second::wasConnected);
        RunProcess.await("count", () -> server.metrics().calls().total(CallCount.ABANDONED) == 1);
    }

    @Test
    void lenderThatLosesItsLinksWhileThePhoneRingsDoesNotStopTheCall() throws Exception {
        start();
        busan.console().behave("a2001", PhoneBehaviour.answer(800, PhoneBehaviour.UNTIL_TOLD));
        Caller caller = call();
        RunProcess.await("ringing", () -> busan.console().channels() == 2);
        busan.console().dropSessions("");
        RunProcess.await("talk", caller::wasConnected);
        RunProcess.await("linked again", () -> counted(BUSAN, LinkCounters.Count.CONNECTS) == 2 && server.isReady());
        busan.console().hangUpAgent("a2001");
        RunProcess.await("count", () -> server.metrics().calls().total(CallCount.ANSWERED) == 1);
        serveOneMore();
    }

    @Test
    void lenderThatLosesItsLinksInTheTalkServesAgainWhenItIsBack() throws Exception {
        start();
        Caller caller = call();
        RunProcess.await("talk", caller::wasConnected);
        busan.console().dropSessions("");
        busan.console().hangUpAgent("a2001");
        RunProcess.await("end", () -> isGone(caller));
        RunProcess.await("linked again", () -> counted(BUSAN, LinkCounters.Count.CONNECTS) == 2 && server.isReady());
        serveOneMore();
    }

    @Test
    void engineThatStartsAgainInTheTalkAdoptsItAndKeepsTheAgent() throws Exception {
        start();
        AtomicInteger invitations = new AtomicInteger();
        busan.console().follow("a2001", (phone, caller) -> {
            invitations.incrementAndGet();
            return PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD);
        });
        Caller first = call();
        RunProcess.await("talk", first::wasConnected);
        server.close();
        start();
        Caller second = call();
        RunProcess.await("second in line", () -> second.place() == Place.WAITING);
        assertEquals(1, invitations.get());
        busan.console().hangUpAgent("a2001");
        RunProcess.await("second talk", second::wasConnected);
        assertEquals(2, invitations.get());
        RunProcess.await("both counted", () -> server.metrics().calls().total(CallCount.ANSWERED) == 2);
    }

    @Test
    void deadTrunkIsCountedAndTheCallWaitsInLineUntilItIsBack() throws Exception {
        start();
        seoul.console().trunk("busan", Trunk.Carrier.KNOWN_DEAD);
        Caller caller = call();
        RunProcess.await("failure", () -> counted(SEOUL, LinkCounters.Count.TRUNK_FAILED) >= 1);
        RunProcess.await("in line", () -> caller.place() == Place.WAITING);
        seoul.console().trunk("busan", Trunk.Carrier.UP);
        RunProcess.await("talk", caller::wasConnected);
    }

    @Test
    void overloadedTrunkIsCountedAndDoesNotLoop() throws Exception {
        start();
        seoul.console().trunk("busan", Trunk.Carrier.OVERLOADED);
        Caller caller = call();
        RunProcess.await("failure", () -> counted(SEOUL, LinkCounters.Count.TRUNK_FAILED) >= 2);
        seoul.console().trunk("busan", Trunk.Carrier.UP);
        RunProcess.await("talk", caller::wasConnected);
        // One try for each rest of two seconds, not hundreds a second.
        assertEquals(true, counted(SEOUL, LinkCounters.Count.TRUNK_FAILED) < 30);
    }

    @Test
    void namesThatAreTooLongTogetherAreRefusedWithTheirLine() throws Exception {
        String endpoint = "a".repeat(32);
        String centre = "b".repeat(20);
        String baro = Files.readString(dir.resolve("baro.yaml"));
        Files.writeString(dir.resolve("baro.yaml"), baro.replace("name: busan", "name: " + centre));
        Files.writeString(
                dir.resolve("agents.csv"),
                "id,endpoint,centre,skills,auto_login\n2001," + endpoint + "," + centre + ",ko:5,yes\n");
        StringWriter err = new StringWriter();
        LoadedConfiguration.load(
                dir, LoadedConfiguration.Key.PASSING, ConfigurationDirectory.ENVIRONMENT, new PrintWriter(err, true));
        assertEquals(
                "agents.csv:2: endpoint " + endpoint + " and centre " + centre
                        + " are too long together for other centres to dial; shorten one: 51 characters together",
                err.toString()
                        .lines()
                        .filter(line -> line.startsWith("agents.csv"))
                        .findFirst()
                        .orElse(err.toString()));
    }

    private void serveOneMore() throws InterruptedException {
        busan.console().behave("a2001", PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        Caller next = call();
        RunProcess.await("next talk", next::wasConnected);
    }

    private void twoAgents() throws IOException {
        Files.writeString(dir.resolve("agents.csv"), "2002,a2002,busan,ko:5,yes\n", StandardOpenOption.APPEND);
    }

    private Caller call() {
        return seoul.console().dial("01011112222", "15771000");
    }

    private static boolean isGone(Caller caller) {
        return caller.place() == Place.GONE;
    }

    private long counted(int pbxId, LinkCounters.Count count) {
        return server.links().get(pbxId).counters().get(count);
    }

    private void start() throws Exception {
        LoadedConfiguration loaded = OneCentre.loaded(dir, ConfigurationDirectory.ENVIRONMENT);
        server = new Server(
                KeptState.open(loaded.configuration()),
                new Server.Surroundings(
                        loaded.secrets(),
                        loaded.customers(),
                        Clocks.ofMachine(),
                        List.of(),
                        Throwable::printStackTrace));
        server.start();
        RunProcess.await("links", server::isReady);
    }
}
