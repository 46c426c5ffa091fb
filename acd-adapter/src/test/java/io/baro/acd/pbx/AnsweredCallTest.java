package io.baro.acd.pbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnsweredCallTest {
    private PbxLoop loop;
    private EmbeddedPbx pbx;
    private PbxConsole console;
    private AmiProbe events;
    private AmiProbe actions;

    @BeforeEach
    void openPbx() throws Exception {
        loop = PbxLoop.realTime();
        pbx = loop.open(PbxSettings.of("seoul", "seoul-7f3a9c", "ev-secret", "act-secret", List.of("a1001")));
        console = pbx.console();
        events = AmiProbe.loggedIn(pbx, "acd-ev", "ev-secret");
        actions = AmiProbe.loggedIn(pbx, "acd-act", "act-secret");
        beat();
    }

    @AfterEach
    void closePbx() throws Exception {
        events.close();
        actions.close();
        loop.close();
        assertNull(loop.failure());
    }

    @Test
    void agentHangsUpAndTheDialplanReportsAnswer() throws Exception {
        console.behave("a1001", PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        Caller caller = console.dial("01000001234", "15771000");
        String channel = events.awaitUserEvent("AcdArrived").get("Channel");

        redirect(channel, "acd-wait", "q_general");
        AmiBlock waiting = events.awaitUserEvent("AcdWaiting");
        assertEquals(caller.call(), waiting.get("Call"));
        assertEquals("01000001234", waiting.get("Num"));
        assertEquals("general", waiting.get("Queue"));
        redirect(channel, "acd-dial", "o_42_20_a1001");
        events.await(block ->
                block.is("BridgeEnter") && block.get("BridgeNumChannels").equals("2"));
        assertEquals(Place.TALKING, caller.place());
        console.hangUpAgent("a1001");
        events.await(block -> block.is("Hangup") && block.get("Channel").equals(channel));

        assertEquals(
                List.of(
                        "AcdArrived",
                        "AcdWaiting",
                        "Newchannel",
                        "DialBegin",
                        "Newstate",
                        "DialState",
                        "Newstate",
                        "DialEnd",
                        "BridgeEnter",
                        "BridgeEnter",
                        "HangupRequest",
                        "BridgeLeave",
                        "BridgeLeave",
                        "Hangup",
                        "AcdDialResult",
                        "SoftHangupRequest",
                        "Hangup"),
                callEvents().subList(2, callEvents().size()));
        AmiBlock result = events.awaitUserEvent("AcdDialResult");
        assertEquals("42", result.get("Offer"));
        assertEquals("ANSWER", result.get("Status"));
        assertEquals("16", result.get("Cause"));
    }

    @Test
    void everyEventCarriesTheSystemAndTheCall() throws Exception {
        Caller caller = console.dial("01000001234", "15771000");
        events.awaitUserEvent("AcdArrived");
        console.hangUp(caller);
        events.awaitEvent("Hangup");

        for (AmiBlock block : events.blocks()) {
            if (block.has("Event") && !block.is("FullyBooted")) {
                assertEquals("seoul-7f3a9c", block.get("SystemName"), block.toString());
            }
            if (block.has("Uniqueid") && !block.is("Newchannel") && !block.is("VarSet")) {
                assertEquals("ACD_CALL=" + caller.call(), block.get("ChanVariable"), block.toString());
            }
        }
        assertTrue(events.awaitEvent("Hangup").get("Uniqueid").endsWith(caller.call()));
    }

    private List<String> callEvents() {
        return events.eventNames().stream()
                .filter(name ->
                        !List.of("FullyBooted", "VarSet", "DeviceStateChange").contains(name))
                .toList();
    }

    private void beat() throws Exception {
        actions.act("Setvar", "Variable: ACD_HB", "Value: " + loop.clock().epochMillis() / 1000);
        events.awaitEvent("VarSet");
    }

    private void redirect(String channel, String context, String exten) throws Exception {
        AmiBlock answer =
                actions.act("Redirect", "Channel: " + channel, "Context: " + context, "Exten: " + exten, "Priority: 1");
        assertEquals("Redirect successful", answer.get("Message"));
    }
}
