package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.loopback.UnusedPort;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.port.Ingress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole link over real TCP against a scripted manager. */
class PbxLinkTest {
    private static final long CALL = CallIds.of(3, 1795324526, 5);

    /** Three unanswered in a row are a loss: a machine that stands still for less than this is none. */
    private static final Duration BEARABLE_HEARTBEAT = Duration.ofMillis(500);

    private static String userEvent(String name, long seq, String body) {
        return "Event: UserEvent\nPrivilege: user,all\nTimestamp: 1.0\nSystemName: " + TestCentre.SYSTEM_NAME
                + "\nChannel: PJSIP/trunk-" + seq + "\nUniqueid: " + TestCentre.SYSTEM_NAME + "-1795324526." + seq
                + "\nUserEvent: " + name + "\nCall: 1795324526." + seq + "\n" + body + "\n";
    }

    private static String arrived(long seq) {
        return userEvent("AcdArrived", seq, "Num: 01012345678\nDnis: 15771001\n");
    }

    @Test
    void linkLogsInResyncsAndIsReady() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            assertEquals(
                    List.of("ResyncBegan restarted=0", "AgentDeviceChanged 0 IDLE", "ResyncCompleted"),
                    harness.log.lines());
            Map<String, String> login = pbx.awaitAction("Login");
            Map<String, String> other = pbx.awaitAction("Login");
            assertEquals(
                    List.of("off", "on"),
                    List.of(login.get("Events"), other.get("Events")).stream()
                            .sorted()
                            .toList());
        }
    }

    @Test
    void arrivedCallBecomesACommandAndAnOfferBecomesARedirect() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            pbx.say(arrived(5));
            harness.log.awaitLine("CallArrived 1795324526.5 known queue=11");
            harness.offerCall(CALL, 1001, 0);
            Map<String, String> redirect = pbx.awaitAction("Redirect");
            assertEquals("PJSIP/trunk-5", redirect.get("Channel"));
            assertEquals("acd-dial", redirect.get("Context"));
            assertEquals("o_1001_20_a1001", redirect.get("Exten"));
            assertEquals("1", redirect.get("Priority"));
        }
    }

    @Test
    void secondRedirectOfAChannelWaitsForTheFirstAndOnlyTheNewestIsSent() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            pbx.answersRedirects(false);
            pbx.say(arrived(5));
            harness.log.awaitLine("CallArrived 1795324526.5 known queue=11");
            harness.offerCall(CALL, 1001, 0);
            Map<String, String> first = pbx.awaitAction("Redirect");
            harness.offerCall(CALL, 1002, 1);
            harness.routeToMenu(CALL);
            harness.awaitCount(LinkCounters.Count.REDIRECTS_SUPERSEDED, 1);
            assertFalse(pbx.hasAction("Redirect"));
            pbx.sayToActions("Response: Success\nActionID: " + first.get("ActionID") + "\nMessage: ok\n\n");
            assertEquals("acd-menu", pbx.awaitAction("Redirect").get("Context"));
        }
    }

    @Test
    void refusedRedirectSaysWhetherTheChannelIsGone() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            pbx.say(arrived(5));
            harness.log.awaitLine("CallArrived 1795324526.5 known queue=11");
            pbx.redirectAnswer("Response: Error\r\n%sMessage: Redirect failed, channel not up.\r\n\r\n");
            harness.offerCall(CALL, 1001, 0);
            harness.log.awaitLine("RedirectRefused 1795324526.5 offer=1001 gone=0");
            pbx.redirectAnswer("Response: Error\r\n%sMessage: Channel does not exist: PJSIP/trunk-5\r\n\r\n");
            harness.offerCall(CALL, 1002, 0);
            harness.log.awaitLine("RedirectRefused 1795324526.5 offer=1002 gone=1");
        }
    }

    @Test
    void decisionForAnUnknownChannelIsRefusedAndCounted() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            harness.offerCall(CALL, 1001, 0);
            harness.log.awaitLine("RedirectRefused 1795324526.5 offer=1001 gone=0");
            assertEquals(1, harness.link.counters().get(LinkCounters.Count.UNDELIVERABLE));
        }
    }

    @Test
    void moreRedirectsThanMayBeInFlightAllArriveInTheEnd() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            int calls = 5 * Redirects.MAX_IN_FLIGHT;
            for (int i = 0; i < calls; i++) {
                pbx.say(arrived(i));
            }
            harness.log.awaitLine("CallArrived 1795324526." + (calls - 1) + " known queue=11");
            for (int i = 0; i < calls; i++) {
                harness.offerCall(CallIds.of(3, 1795324526, i), 1000 + i, 0);
            }
            for (int i = 0; i < calls; i++) {
                assertEquals(
                        "o_" + (1000 + i) + "_20_a1001",
                        pbx.awaitAction("Redirect").get("Exten"));
            }
        }
    }

    @Test
    void wrongPasswordIsAStateAndIsTriedAgain() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness =
                        new LinkHarness(TestCentre.settings(pbx.port(), "wrong", LinkHarness.SLOW_HEARTBEAT))) {
            harness.link.start();
            harness.awaitState(LinkState.LOGIN_REFUSED);
            harness.awaitCount(LinkCounters.Count.LOGINS_REFUSED, 3);
            assertEquals(LinkState.LOGIN_REFUSED, harness.link.state());
            assertTrue(harness.log.lines().isEmpty(), "nothing was up, nothing was lost");
        }
    }

    @Test
    void absentPbxIsAStateAndIsFoundWhenItComes() throws Exception {
        int port = UnusedPort.find();
        try (LinkHarness harness =
                new LinkHarness(TestCentre.settings(port, "act-secret", LinkHarness.SLOW_HEARTBEAT))) {
            harness.link.start();
            harness.awaitState(LinkState.PBX_ABSENT);
            try (ScriptedPbx pbx = new ScriptedPbx(port, javax.net.ServerSocketFactory.getDefault())) {
                harness.awaitState(LinkState.READY);
                assertTrue(pbx.hasAction("CoreShowChannels"));
            }
            harness.awaitState(LinkState.PBX_ABSENT);
        }
    }

    @Test
    void cutSessionIsTheLossOfThePbxAndAResync() throws Exception {
        for (boolean events : new boolean[] {true, false}) {
            try (ScriptedPbx pbx = new ScriptedPbx();
                    LinkHarness harness = LinkHarness.ready(pbx)) {
                harness.log.clear();
                pbx.cut(events);
                harness.log.awaitLine("ResyncCompleted");
                assertEquals(
                        List.of("PbxLost", "ResyncBegan restarted=0", "AgentDeviceChanged 0 IDLE", "ResyncCompleted"),
                        harness.log.lines());
                harness.awaitState(LinkState.READY);
            }
        }
    }

    @Test
    void restartOfThePbxIsSeenByItsStartTime() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            pbx.startupTime("06:00:00");
            pbx.cut(true);
            harness.log.awaitLine("ResyncBegan restarted=1");
        }
    }

    @Test
    void shutdownEventIsALossBeforeTheSocketCloses() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            pbx.say("Event: Shutdown\nPrivilege: system,all\nSystemName: " + TestCentre.SYSTEM_NAME
                    + "\nShutdown: Cleanly\nRestart: False\n\n");
            harness.log.awaitLine("PbxLost");
        }
    }

    @Test
    void heartbeatGoesOutAndItsEchoMeasuresTheLag() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness =
                        new LinkHarness(TestCentre.settings(pbx.port(), "act-secret", BEARABLE_HEARTBEAT))) {
            harness.link.start();
            Map<String, String> setvar = pbx.awaitAction("Setvar");
            assertEquals("ACD_HB", setvar.get("Variable"));
            long drift = Math.abs(Long.parseLong(setvar.get("Value")) - System.currentTimeMillis() / 1000);
            assertTrue(drift <= 2, "drift " + drift + " s");
            harness.awaitCount(LinkCounters.Count.HEARTBEAT_LAG_NANOS, 1);
            harness.awaitCount(LinkCounters.Count.HEARTBEATS_SENT, 5);
            assertEquals(0, harness.link.counters().get(LinkCounters.Count.DISCONNECTS));
        }
    }

    @Test
    void threeMissedEchoesAreTheDeathOfTheEventPlane() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness =
                        new LinkHarness(TestCentre.settings(pbx.port(), "act-secret", Duration.ofMillis(50)))) {
            pbx.echoesHeartbeats(false);
            harness.link.start();
            harness.log.awaitLine("PbxLost");
            pbx.echoesHeartbeats(true);
            harness.awaitCount(LinkCounters.Count.CONNECTS, 2);
            harness.awaitState(LinkState.READY);
        }
    }

    @Test
    void fullRouterStopsTheReadingAndLosesNothing() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            harness.log.clear();
            harness.log.answer(Ingress.Offer.BACK_PRESSURED);
            int calls = 20_000;
            Thread talker = Thread.ofPlatform().start(() -> sayAll(pbx, calls));
            harness.log.awaitRefusals(100);
            assertEquals(1, harness.link.counters().get(LinkCounters.Count.BACK_PRESSURE_STALLS));
            assertTrue(
                    harness.link.counters().wire().seen(io.baro.acd.ami.AmiEventKind.USER_EVENT) <= 1,
                    "reading went on");
            harness.log.answer(Ingress.Offer.ACCEPTED);
            harness.log.awaitLine("CallArrived 1795324526." + (calls - 1) + " known queue=11");
            talker.join();
            List<String> lines = harness.log.lines();
            assertEquals(calls, lines.size());
            for (int i = 0; i < calls; i++) {
                assertEquals("CallArrived 1795324526." + i + " known queue=11", lines.get(i));
            }
        }
    }

    private static void sayAll(ScriptedPbx pbx, int calls) {
        try {
            for (int i = 0; i < calls; i++) {
                pbx.say(arrived(i));
            }
        } catch (IOException closed) {
            throw new AssertionError(closed);
        }
    }

    @Test
    void closedRouterTakesNothingAndTheLinkLives() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            harness.log.answer(Ingress.Offer.CLOSED);
            pbx.say(arrived(5));
            harness.awaitCount(LinkCounters.Count.COMMANDS_AFTER_CLOSE, 1);
            assertEquals(LinkState.READY, harness.link.state());
        }
    }
}
