package io.baro.acd.pbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test plays what a file of {@code ami/} recorded from a real Asterisk 22.10.1 and compares all that was said, field by field. */
class RecordedContractTest {
    /** Ten virtual seconds in one: the scenarios are full of waits. */
    private static final double SPEED = 10;

    private static final String DNIS = "15771000";

    private PbxLoop loop;
    private EmbeddedPbx pbx;
    private PbxConsole console;
    private AmiProbe events;
    private AmiProbe actions;

    @BeforeEach
    void openPbx() throws Exception {
        loop = new PbxLoop(SPEED, System.currentTimeMillis());
        List<String> endpoints =
                List.of("a1001", "a2001", "a2002", "a3001", "a4001", "a5001", "a6001", "a9001", "a7001");
        pbx = loop.open(PbxSettings.of("seoul", "seoul-7f3a9c", "ev-secret", "act-secret", endpoints)
                .withMenu(Map.of('1', "contribution", '2', "benefits"), "general")
                .withWaits(2, 1_800));
        console = pbx.console();
        console.behave("a1001", PhoneBehaviour.answer(50, 500));
        console.behave("a2001", PhoneBehaviour.noAnswer());
        console.behave("a2002", PhoneBehaviour.noAnswer());
        console.behave("a3001", PhoneBehaviour.busy());
        console.behave("a4001", PhoneBehaviour.reject(100));
        console.behave("a5001", PhoneBehaviour.answer(50, PhoneBehaviour.UNTIL_TOLD));
        console.behave("a6001", PhoneBehaviour.dead());
        console.register("a9001", false);
        events = AmiProbe.loggedIn(pbx, "acd-ev", "ev-secret");
        actions = AmiProbe.loggedIn(pbx, "acd-act", "act-secret");
        actions.act("Setvar", "Variable: ACD_HB", "Value: " + loop.clock().epochMillis() / 1000);
    }

    @AfterEach
    void closePbx() throws Exception {
        events.close();
        actions.close();
        loop.close();
        assertNull(loop.failure());
    }

    @Test
    void answeredAndTheAgentHangsUp() throws Exception {
        Caller caller = inLine("01000000001");
        offer(caller, "o_1001_20_a1001");
        awaitGone(caller);
        compareWith("answered");
    }

    @Test
    void answeredAndTheCallerHangsUp() throws Exception {
        Caller caller = inLine("01000000002");
        offer(caller, "o_1001_20_a5001");
        awaitEvents("BridgeEnter", 2);
        console.hangUp(caller);
        compareWith("caller-hangs-up-talking");
    }

    @Test
    void rungOut() throws Exception {
        Caller caller = inLine("01000000003");
        offer(caller, "o_1001_2_a2001");
        awaitBackInLine(caller);
        compareWith("no-answer");
    }

    @Test
    void busy() throws Exception {
        Caller caller = inLine("01000000004");
        offer(caller, "o_1001_20_a3001");
        awaitBackInLine(caller);
        compareWith("busy");
    }

    @Test
    void rejected() throws Exception {
        Caller caller = inLine("01000000005");
        offer(caller, "o_1001_20_a4001");
        awaitBackInLine(caller);
        compareWith("rejected");
    }

    @Test
    void unregistered() throws Exception {
        Caller caller = inLine("01000000006");
        offer(caller, "o_1001_20_a9001");
        awaitBackInLine(caller);
        compareWith("unregistered");
    }

    @Test
    void deadPhone() throws Exception {
        Caller caller = inLine("01000000007");
        offer(caller, "o_1001_20_a6001");
        awaitBackInLine(caller);
        compareWith("dead-phone");
    }

    @Test
    void malformedOfferAndLine() throws Exception {
        onlyFallbackPhone("a7001", PhoneBehaviour.dead());
        Caller caller = console.dial("01000000008", DNIS);
        redirect(caller, "acd-dial", "o_77_20_a1001&PJSIP/x@y");
        events.awaitUserEvent("AcdWaiting");
        redirect(caller, "acd-wait", "q_Bad_Name");
        events.awaitEvent("DialBegin");
        console.hangUp(caller);
        compareWith("bad-offer");
    }

    @Test
    void abandonedInLine() throws Exception {
        Caller caller = inLine("01000000009");
        console.hangUp(caller);
        compareWith("abandon-waiting");
    }

    @Test
    void abandonedWhileRinging() throws Exception {
        Caller caller = inLine("01000000010");
        offer(caller, "o_1001_20_a2001");
        events.awaitEvent("DialState");
        console.hangUp(caller);
        compareWith("abandon-ringing");
    }

    @Test
    void redirectedWhileRinging() throws Exception {
        Caller caller = inLine("01000000011");
        offer(caller, "o_1001_20_a2001");
        events.awaitEvent("DialState");
        redirect(caller, "acd-wait", "q_benefits");
        events.await(block -> block.get("Queue").equals("benefits"));
        console.hangUp(caller);
        compareWith("redirect-while-ringing");
    }

    @Test
    void menuThenHungUpByTheEngine() throws Exception {
        Caller caller = console.dial("01000000012", DNIS);
        redirect(caller, "acd-menu", "s");
        console.press(caller, '2');
        hangUpByAction(caller);
        compareWith("menu");
    }

    @Test
    void silentEngineAndSilentCaller() throws Exception {
        Caller caller = console.dial("01000000013", DNIS);
        events.awaitUserEvent("AcdWaiting");
        hangUpByAction(caller);
        compareWith("menu-silent");
    }

    @Test
    void callbackConfirmed() throws Exception {
        Caller caller = inLine("01000000014");
        redirect(caller, "acd-callback", "s");
        console.press(caller, '1');
        redirect(caller, "acd-callback-ok", "s");
        awaitGone(caller);
        compareWith("callback-yes");
    }

    @Test
    void callbackRefused() throws Exception {
        Caller caller = inLine("01000000015");
        redirect(caller, "acd-callback", "s");
        console.press(caller, '1');
        redirect(caller, "acd-callback-no", "s");
        events.await(block -> block.get("Turn").equals("2"));
        hangUpByAction(caller);
        compareWith("callback-refused");
    }

    @Test
    void callbackDeclined() throws Exception {
        Caller caller = inLine("01000000016");
        redirect(caller, "acd-callback", "s");
        console.press(caller, '5');
        hangUpByAction(caller);
        compareWith("callback-declined");
    }

    @Test
    void divertedToTheQueueOfThePbx() throws Exception {
        onlyFallbackPhone("a7001", PhoneBehaviour.answer(50, 500));
        Caller caller = console.dial("01000000017", DNIS);
        redirect(caller, "acd-divert", "s");
        awaitGone(caller);
        compareWith("divert");
    }

    @Test
    void oneCallPerAgent() throws Exception {
        Caller first = console.dial("01000000041", DNIS);
        offer(first, "o_541_20_a5001");
        Caller second = console.dial("01000000042", DNIS);
        offer(second, "o_542_20_a5001");
        awaitEvents("BridgeEnter", 2);
        events.awaitUserEvent("AcdWaiting");
        console.hangUp(first);
        console.hangUp(second);
        compareWith("guard");
    }

    @Test
    void oneOfSeveralAnswers() throws Exception {
        Caller caller = inLine("01000000031");
        offer(caller, "o_7340033_20_a2001&a5001&a9001");
        awaitEvents("BridgeEnter", 2);
        console.hangUp(caller);
        compareWith("several-answered");
    }

    @Test
    void noneOfSeveralAnswers() throws Exception {
        Caller caller = inLine("01000000032");
        offer(caller, "o_8388612_2_a3001&a4001&a2001");
        awaitBackInLine(caller);
        compareWith("several-fail");
    }

    @Test
    void abandonedWhileSeveralRing() throws Exception {
        Caller caller = inLine("01000000033");
        offer(caller, "o_9437185_20_a2001&a2002");
        awaitEvents("DialState", 2);
        console.hangUp(caller);
        compareWith("several-abandon-ringing");
    }

    @Test
    void oneOfSeveralHasACallAlready() throws Exception {
        Caller first = inLine("01000000034");
        offer(first, "o_10485762_20_a5001");
        awaitEvents("BridgeEnter", 2);
        Caller second = inLine("01000000035");
        offer(second, "o_11534337_20_a2001&a5001");
        awaitEvents("DialState", 2);
        console.hangUp(second);
        awaitGone(second);
        console.hangUp(first);
        compareWith("several-guard");
    }

    @Test
    void featureCodes() throws Exception {
        for (String code : List.of("*81", "*84", "*83", "*8312", "*82")) {
            int hangups = count("Hangup");
            console.dialCode("a1001", code);
            awaitEvents("Hangup", hangups + 1);
        }
        compareWith("feature-codes");
    }

    private Caller inLine(String number) throws Exception {
        Caller caller = console.dial(number, DNIS);
        redirect(caller, "acd-wait", "q_general");
        events.awaitUserEvent("AcdWaiting");
        return caller;
    }

    private void offer(Caller caller, String exten) throws Exception {
        redirect(caller, "acd-dial", exten);
    }

    private void redirect(Caller caller, String context, String exten) throws Exception {
        AmiBlock answer = actions.act(
                "Redirect", "Channel: " + caller.channel.name, "Context: " + context, "Exten: " + exten, "Priority: 1");
        assertEquals("Redirect successful", answer.get("Message"));
    }

    private void hangUpByAction(Caller caller) throws Exception {
        assertEquals(
                "Channel Hungup",
                actions.act("Hangup", "Channel: " + caller.channel.name).get("Message"));
    }

    private void onlyFallbackPhone(String endpoint, PhoneBehaviour behaviour) {
        for (AgentPhone phone : pbx.phones()) {
            if (phone.isRegistered() && !phone.endpoint().equals(endpoint)) {
                console.register(phone.endpoint(), false);
            }
        }
        console.behave(endpoint, behaviour);
    }

    private void awaitBackInLine(Caller caller) throws Exception {
        events.await(block -> block.get("Turn").equals("2"));
        console.hangUp(caller);
    }

    private void awaitGone(Caller caller) throws Exception {
        events.await(block -> block.is("Hangup") && block.get("Channel").equals(caller.channel.name));
    }

    private void awaitEvents(String event, int times) throws Exception {
        events.await(block -> count(event) >= times);
    }

    private int count(String event) {
        return (int) events.blocks().stream().filter(block -> block.is(event)).count();
    }

    private void compareWith(String recording) throws Exception {
        events.act("Ping");
        Map<String, List<String>> real = RecordedCall.bySubject(RecordedCall.read(recording));
        Map<String, List<String>> ours = RecordedCall.bySubject(events.blocks().stream()
                .filter(block -> !block.get("State").equals("UNAVAILABLE"))
                .toList());
        assertEquals(real.keySet(), ours.keySet());
        for (Map.Entry<String, List<String>> subject : real.entrySet()) {
            assertEquals(
                    String.join("\n", subject.getValue()),
                    String.join("\n", ours.get(subject.getKey())),
                    "of " + subject.getKey());
        }
    }
}
