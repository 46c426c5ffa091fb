package io.baro.acd.pbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PbxFaultsTest {
    private static final double SPEED = 20;

    private PbxLoop loop;
    private EmbeddedPbx pbx;
    private PbxConsole console;
    private AmiProbe events;
    private AmiProbe actions;

    @BeforeEach
    void openPbx() throws Exception {
        loop = new PbxLoop(SPEED, System.currentTimeMillis());
        pbx = loop.open(PbxSettings.of("seoul", "seoul-7f3a9c", "ev", "act", List.of("a1001", "a1002")));
        console = pbx.console();
        connect();
    }

    @AfterEach
    void closePbx() throws Exception {
        events.close();
        actions.close();
        loop.close();
        assertNull(loop.failure());
    }

    @Test
    void twentyWaitingCallersReachTheFallbackQueueWhenTheEngineIsKilled() throws Exception {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            callers.add(inLine("0100000000" + i % 10));
        }
        console.behave("a1001", PhoneBehaviour.answer(10, 1_000));
        console.behave("a1002", PhoneBehaviour.answer(10, 1_000));
        events.close();
        actions.close();
        await(() -> callers.stream().allMatch(caller -> caller.place() == Place.GONE));
        assertTrue(callers.stream().allMatch(Caller::wasFailedOver));
        assertTrue(callers.stream().noneMatch(Caller::hungUpHimself), "app_queue served them all");
        assertEquals(0, console.channels());
    }

    @Test
    void aFrozenEngineLosesItsCallersAfterSixSeconds() throws Exception {
        Caller caller = inLine("01000000001");
        await(() -> caller.place() == Place.FALLBACK_TALKING);
        assertTrue(caller.wasFailedOver());
        assertEquals(caller.call(), events.awaitUserEvent("AcdFallback").get("Call"));
    }

    @Test
    void aCallerMeetsTheMenuWhenNoEngineIsThere() throws Exception {
        events.close();
        await(() -> console.dial(CallerPlan.byHand("01000000001", "15771000")).place() == Place.MENU);
    }

    @Test
    void callsLiveOnWhenTheEventSessionIsCut() throws Exception {
        Caller caller = inLine("01000000001");
        console.dropSessions("acd-ev");
        events.awaitEnd();
        events.close();
        events = AmiProbe.loggedIn(pbx, "acd-ev", "ev");
        beat();
        assertEquals(Place.WAITING, caller.place());
        AmiBlock again = events.awaitUserEvent("AcdWaiting");
        assertEquals(caller.call(), again.get("Call"));
    }

    @Test
    void aRestartedPbxKnowsNothing() throws Exception {
        Caller caller = inLine("01000000001");
        console.restart();
        events.awaitEnd();
        actions.awaitEnd();
        assertEquals(Place.GONE, caller.place());
        assertTrue(caller.wasLost());
        connect();
        assertEquals(
                "0",
                actions.act("CoreShowChannels").has("EventList")
                        ? actions.awaitEvent("CoreShowChannelsComplete").get("ListItems")
                        : "no list");
        assertTrue(Long.parseLong(events.awaitEvent("FullyBooted").get("Uptime")) < SPEED * 10);
        assertEquals(Place.WAITING, inLine("01000000002").place());
    }

    @Test
    void aPhoneThatLosesItsRegistrationIsUnavailableAndThenBack() throws Exception {
        console.register("a1001", false);
        events.await(
                block -> block.is("DeviceStateChange") && block.get("State").equals("UNAVAILABLE"));
        console.register("a1001", true);
        events.await(
                block -> block.is("DeviceStateChange") && block.get("State").equals("NOT_INUSE"));
    }

    /** The socket takes a few megabytes, then time must stop, then the session is cut and time goes on. */
    @Test
    void aReaderWhoStopsReadingStopsTimeAndIsCut() throws Exception {
        PbxSettings plain = PbxSettings.of("slow", "slow-7f3a9c", "ev", "act", List.of("a1"));
        EmbeddedPbx slow = loop.open(new PbxSettings(
                plain.name(),
                plain.systemName(),
                0,
                plain.users(),
                plain.eventsUser(),
                plain.endpoints(),
                plain.menuQueues(),
                plain.menuDefault(),
                plain.turnSeconds(),
                plain.maxWaitSeconds(),
                1_000));
        try (Socket sleeper = new Socket(InetAddress.getLoopbackAddress(), slow.port())) {
            sleeper.getOutputStream()
                    .write("Action: Login\r\nUsername: acd-ev\r\nSecret: ev\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            await(() -> loop.call(() -> slow.sessions().count("acd-ev")) == 1);
            long before = loop.turnsStoppedByReaders();
            await(() -> {
                for (int i = 0; i < 500; i++) {
                    slow.console().hangUp(slow.console().dial("01000000001", "15771000"));
                }
                return loop.turnsStoppedByReaders() > before;
            });
            await(() -> slow.sessionsTimedOut() == 1);
            long now = loop.clock().epochMillis();
            await(() -> loop.clock().epochMillis() > now + 1_000);
        }
    }

    private void connect() throws Exception {
        events = AmiProbe.loggedIn(pbx, "acd-ev", "ev");
        actions = AmiProbe.loggedIn(pbx, "acd-act", "act");
        beat();
    }

    private void beat() throws Exception {
        actions.act("Setvar", "Variable: ACD_HB", "Value: " + loop.clock().epochMillis() / 1000);
    }

    private Caller inLine(String number) throws Exception {
        Caller caller = console.dial(number, "15771000");
        AmiBlock answer = actions.act(
                "Redirect", "Channel: " + caller.channel.name, "Context: acd-wait", "Exten: q_general", "Priority: 1");
        assertEquals("Redirect successful", answer.get("Message"));
        await(() -> caller.place() == Place.WAITING);
        return caller;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "did not come true within 30 s");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
