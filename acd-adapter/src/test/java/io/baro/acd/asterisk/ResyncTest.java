package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.ami.Recordings;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Resyncs over real TCP; the list of channels is the one that a real Asterisk gave. */
class ResyncTest {
    private static final String CHANNEL_ITEM = "Event: CoreShowChannel\r\nActionID: 3\r\n";

    /** The items of the recorded list: callers in line, ringing, talking, in the menu, in app_queue and at the callback question. */
    private static List<String> recordedChannels() {
        List<String> items = new ArrayList<>();
        String text = new String(Recordings.bytes("lists"), StandardCharsets.ISO_8859_1);
        for (String block : text.split("\r\n\r\n", -1)) {
            if (block.startsWith(CHANNEL_ITEM)) {
                items.add(block.substring(CHANNEL_ITEM.length()) + "\r\n");
            }
        }
        return items;
    }

    private static String caller(long seq, String context, String exten, String more) {
        return "Channel: PJSIP/trunk-" + seq + "\r\nCallerIDNum: 01012345678\r\nContext: " + context + "\r\nExten: "
                + exten + "\r\nUniqueid: " + TestCentre.SYSTEM_NAME + "-1795324526." + seq
                + "\r\nChanVariable: ACD_CALL=1795324526." + seq + "\r\nDuration: 01:02:03\r\n" + more;
    }

    @Test
    void recordedListIsToldCallerByCaller() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx()) {
            pbx.channels(recordedChannels());
            try (LinkHarness harness = LinkHarness.ready(pbx)) {
                assertEquals(
                        List.of(
                                "ResyncBegan restarted=0",
                                "CallSeen 1795324634.57 known TALKING queue=-1 offer=62 agent=2 waited=0",
                                "CallSeen 1795324634.55 known OFFERED queue=-1 offer=61 agent=1 waited=0",
                                "CallSeen 1795324634.54 known WAITING queue=10 offer=0 agent=-1 waited=0",
                                "CallSeen 1795324634.60 known FAILED_OVER queue=-1 offer=0 agent=-1 waited=0",
                                "CallSeen 1795324634.59 known ENTERING queue=-1 offer=0 agent=-1 waited=0",
                                "CallSeen 1795324634.62 known WAITING queue=-1 offer=0 agent=-1 waited=0",
                                "AgentDeviceChanged 0 IDLE",
                                "ResyncCompleted"),
                        harness.log.lines());
            }
        }
    }

    @Test
    void adoptedLegEndsItsOfferWhenItHangsUp() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx()) {
            pbx.channels(recordedChannels());
            try (LinkHarness harness = LinkHarness.ready(pbx)) {
                pbx.say("Event: Hangup\nSystemName: " + TestCentre.SYSTEM_NAME + "\nUniqueid: " + TestCentre.SYSTEM_NAME
                        + "-1795324634.58\nCause: 16\n\n");
                harness.log.awaitLine("OfferProgressed 62 1795324634.57 LEG_ENDED NONE cause=16 tech=0");
            }
        }
    }

    @Test
    void adoptedCallerCanBeMoved() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx()) {
            pbx.channels(List.of(caller(5, "acd-wait", "q_benefits", "")));
            try (LinkHarness harness = LinkHarness.ready(pbx)) {
                assertTrue(harness.log
                        .lines()
                        .contains("CallSeen 1795324526.5 known WAITING queue=12 offer=0 agent=-1 waited=3723000"));
                harness.offerCall(CallIds.of(3, 1795324526, 5), 1001, 0);
                assertEquals("PJSIP/trunk-5", pbx.awaitAction("Redirect").get("Channel"));
            }
        }
    }

    @Test
    void lentCallsAreAdoptedWithTheirAgentsAndEndWithTheirTrunkLegs() throws Exception {
        String ringing = caller(5, "acd-dial", "o_1005_20_a2001_busan", "");
        String talking = caller(6, "acd-dial", "o_1006_20_a1001_busan", "BridgeId: 1\r\n");
        String leg = "Channel: PJSIP/centre-busan-1\r\nContext: acd-lend\r\nExten: o_1005_20_a2001_busan\r\nUniqueid: "
                + TestCentre.SYSTEM_NAME
                + "-1795324526.7\r\nChanVariable: ACD_CALL=1795324526.5\r\nDuration: 00:00:01\r\n";
        try (ScriptedPbx pbx = new ScriptedPbx()) {
            pbx.channels(List.of(ringing, talking, leg));
            try (LinkHarness harness = LinkHarness.ready(pbx)) {
                assertEquals(
                        List.of(
                                "CallSeen 1795324526.5 known OFFERED queue=-1 offer=1005 agent=21 waited=3723000",
                                "CallSeen 1795324526.6 known TALKING queue=-1 offer=1006 agent=20 waited=3723000"),
                        harness.log.lines().stream()
                                .filter(line -> line.startsWith("CallSeen"))
                                .toList());
                pbx.say("Event: Hangup\nSystemName: " + TestCentre.SYSTEM_NAME + "\nUniqueid: " + TestCentre.SYSTEM_NAME
                        + "-1795324526.7\nCause: 34\nTechCause: 503\n\n");
                harness.log.awaitLine("OfferProgressed 1005 1795324526.5 LEG_ENDED NONE cause=17 tech=0");
                harness.awaitCount(LinkCounters.Count.TRUNK_FAILED, 1);
            }
        }
    }

    @Test
    void phonesThatRingTogetherAreToldOneByOneWhenAllCallersAre() throws Exception {
        String exten = "o_" + OfferIds.of(7, 0) + "_20_a1001&a2001&a5001";
        String leg = "Context: acd-agent\r\nExten: " + exten + "\r\nUniqueid: " + TestCentre.SYSTEM_NAME
                + "-1795324526.%d\r\nChanVariable: ACD_CALL=1795324526.%d\r\nDuration: 00:00:01\r\nChannel: PJSIP/%s\r\n";
        try (ScriptedPbx pbx = new ScriptedPbx()) {
            pbx.channels(List.of(
                    leg.formatted(7, 5, "a2001-0000000a"),
                    caller(5, "acd-dial", exten, ""),
                    leg.formatted(8, 5, "a5001-0000000b"),
                    caller(6, "acd-dial", exten.replace("_20_", "_30_"), "BridgeId: 1\r\n"),
                    leg.formatted(9, 6, "a1001-0000000c") + "BridgeId: 1\r\n"));
            try (LinkHarness harness = LinkHarness.ready(pbx)) {
                List<String> seen = harness.log.lines().stream()
                        .filter(line -> line.startsWith("CallSeen"))
                        .toList();
                assertEquals(
                        List.of(
                                "CallSeen 1795324526.5 known OFFERED queue=-1 offer=0 agent=-1 waited=3723000",
                                "CallSeen 1795324526.6 known TALKING queue=-1 offer=0 agent=-1 waited=3723000"),
                        seen.subList(0, 2));
                assertEquals(
                        Set.of(
                                "CallSeen 1795324526.5 withheld OFFERED queue=-1 offer=" + OfferIds.of(7, 1)
                                        + " agent=1 waited=0",
                                "CallSeen 1795324526.5 withheld OFFERED queue=-1 offer=" + OfferIds.of(7, 2)
                                        + " agent=2 waited=0",
                                "CallSeen 1795324526.6 withheld TALKING queue=-1 offer=" + OfferIds.of(7, 0)
                                        + " agent=0 waited=0"),
                        Set.copyOf(seen.subList(2, seen.size())));
                pbx.say("Event: Hangup\nSystemName: " + TestCentre.SYSTEM_NAME + "\nUniqueid: " + TestCentre.SYSTEM_NAME
                        + "-1795324526.8\nCause: 17\nTechCause: 486\n\n");
                harness.log.awaitLine(
                        "OfferProgressed " + OfferIds.of(7, 2) + " 1795324526.5 LEG_ENDED NONE cause=17 tech=486");
            }
        }
    }

    @Test
    void callsThatAreLentToThisPbxAreIgnored() throws Exception {
        String trunk = "Channel: PJSIP/centre-busan-1\r\nContext: acd-lend\r\nExten: a1001\r\nUniqueid: "
                + TestCentre.SYSTEM_NAME
                + "-1795324526.7\r\nChanVariable: ACD_CALL=\r\nBridgeId: 1\r\nDuration: 00:00:01\r\n";
        String phone = trunk.replace("centre-busan-1", "a1001-2")
                .replace("acd-lend", "acd-agent")
                .replace("26.7", "26.8");
        try (ScriptedPbx pbx = new ScriptedPbx()) {
            pbx.channels(List.of(trunk, phone));
            try (LinkHarness harness = LinkHarness.ready(pbx)) {
                assertTrue(
                        harness.log.lines().stream().noneMatch(line -> line.startsWith("CallSeen")),
                        harness.log.lines().toString());
                assertEquals(0, harness.link.counters().get(LinkCounters.Count.CHANNELS));
            }
        }
    }

    @Test
    void incompleteListIsAskedForAgainAndNeverCompletes() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness =
                        new LinkHarness(TestCentre.settings(pbx.port(), "act-secret", LinkHarness.SLOW_HEARTBEAT))) {
            pbx.channelsMissing(1);
            harness.link.start();
            harness.awaitCount(LinkCounters.Count.RESYNCS_INCOMPLETE, 1);
            assertEquals(LinkState.RESYNCING, harness.link.state());
            assertTrue(
                    !harness.log.lines().contains("ResyncCompleted"),
                    harness.log.lines().toString());
            pbx.channelsMissing(0);
            harness.awaitState(LinkState.READY);
        }
    }

    @Test
    void channelThatIsNotListedAnyMoreIsForgotten() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx()) {
            pbx.channels(List.of(caller(5, "acd-wait", "q_benefits", ""), caller(6, "acd-menu", "s", "")));
            try (LinkHarness harness = LinkHarness.ready(pbx)) {
                assertEquals(2, harness.link.counters().get(LinkCounters.Count.CHANNELS));
                pbx.channels(List.of(caller(6, "acd-menu", "s", "")));
                harness.log.clear();
                harness.resync();
                harness.log.awaitLine("ResyncCompleted");
                assertEquals(1, harness.link.counters().get(LinkCounters.Count.CHANNELS));
            }
        }
    }

    @Test
    void secondResyncWhileOneRunsComesAfterIt() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            harness.resync();
            harness.resync();
            harness.awaitCount(LinkCounters.Count.RESYNCS, 2);
            harness.awaitState(LinkState.READY);
        }
    }

    @Test
    void itemThatACallerForgedIntoTheListIsCounted() throws Exception {
        String forged = caller(5, "acd-wait", "q_benefits", "")
                .replace(
                        "CallerIDNum: 01012345678",
                        "CallerIDNum: 1\r\nUniqueid: " + TestCentre.SYSTEM_NAME + "-1795324526.99\r\nX: 1");
        try (ScriptedPbx pbx = new ScriptedPbx()) {
            pbx.channels(
                    List.of(forged, "\r\nEvent: CoreShowChannel\r\nActionID: 1\r\n" + caller(7, "acd-menu", "s", "")));
            try (LinkHarness harness =
                    new LinkHarness(TestCentre.settings(pbx.port(), "act-secret", LinkHarness.SLOW_HEARTBEAT))) {
                harness.link.start();
                harness.awaitCount(LinkCounters.Count.TAMPERED, 1);
                harness.awaitCount(LinkCounters.Count.FORGED, 1);
                assertTrue(
                        harness.log.lines().stream().noneMatch(line -> line.startsWith("CallSeen")),
                        harness.log.lines().toString());
            }
        }
    }

    @Test
    void agentsDevicesAreTold() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = LinkHarness.ready(pbx)) {
            for (Map.Entry<String, String> state : Map.of(
                            "UNAVAILABLE",
                            "UNAVAILABLE",
                            "ONHOLD",
                            "IN_USE",
                            "INVALID",
                            "UNAVAILABLE",
                            "WHAT",
                            "UNKNOWN")
                    .entrySet()) {
                harness.log.clear();
                pbx.say("Event: DeviceStateChange\nSystemName: " + TestCentre.SYSTEM_NAME
                        + "\nDevice: PJSIP/a2001\nState: " + state.getKey() + "\n\n");
                harness.log.awaitLine("AgentDeviceChanged 1 " + state.getValue());
            }
        }
    }
}
