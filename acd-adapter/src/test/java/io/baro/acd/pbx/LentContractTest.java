package io.baro.acd.pbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each test plays a call that seoul lends busan, as {@code ami/lent-*} (seoul's side) and {@code ami/lender-*} (busan's) recorded it from
 * two real Asterisks, and compares all that was said, field by field. Not compared: busan's side of a call that seoul gives up while it
 * rings, where the real one tells SIP 487 as cause.
 */
class LentContractTest {
    /** Ten virtual seconds in one: the scenarios are full of waits. */
    private static final double SPEED = 10;

    private static final String DNIS = "15771000";

    private PbxLoop loop;
    private PbxConsole console;
    private PbxConsole lender;
    private AmiProbe events;
    private AmiProbe actions;
    private AmiProbe lenderEvents;

    @BeforeEach
    void openPbxs() throws Exception {
        loop = new PbxLoop(SPEED, System.currentTimeMillis());
        EmbeddedPbx seoul = open("seoul");
        EmbeddedPbx busan = open("busan");
        console = seoul.console();
        lender = busan.console();
        lender.behave("a1001", PhoneBehaviour.answer(50, 500));
        lender.behave("a2001", PhoneBehaviour.noAnswer());
        lender.behave("a3001", PhoneBehaviour.busy());
        lender.behave("a4001", PhoneBehaviour.reject(100));
        lender.behave("a5001", PhoneBehaviour.answer(50, PhoneBehaviour.UNTIL_TOLD));
        lender.behave("a6001", PhoneBehaviour.dead());
        lender.register("a9001", false);
        events = AmiProbe.loggedIn(seoul, "acd-ev", "ev-secret");
        actions = AmiProbe.loggedIn(seoul, "acd-act", "act-secret");
        lenderEvents = AmiProbe.loggedIn(busan, "acd-ev", "ev-secret");
        actions.act("Setvar", "Variable: ACD_HB", "Value: " + loop.clock().epochMillis() / 1000);
    }

    private EmbeddedPbx open(String centre) {
        List<String> endpoints = List.of("a1001", "a2001", "a3001", "a4001", "a5001", "a6001", "a9001");
        return loop.open(PbxSettings.of(centre, centre + "-7f3a9c", "ev-secret", "act-secret", endpoints)
                .withWaits(2, 1_800));
    }

    @AfterEach
    void closePbxs() throws Exception {
        events.close();
        actions.close();
        lenderEvents.close();
        loop.close();
        assertNull(loop.failure());
    }

    @Test
    void answeredAndTheAgentHangsUp() throws Exception {
        Caller caller = lend("o_1001_20_a1001_busan");
        awaitGone(caller);
        compareWith("answered");
    }

    @Test
    void answeredAndTheCallerHangsUp() throws Exception {
        Caller caller = lend("o_1001_20_a5001_busan");
        awaitEvents("BridgeEnter", 2);
        console.hangUp(caller);
        compareWith("caller-hangs-up-talking");
    }

    @Test
    void busy() throws Exception {
        lend("o_1001_20_a3001_busan");
        awaitBackInLine();
        compareWith("busy");
    }

    @Test
    void rejected() throws Exception {
        lend("o_1001_20_a4001_busan");
        awaitBackInLine();
        compareWith("rejected");
    }

    @Test
    void rungOut() throws Exception {
        lend("o_1001_2_a2001_busan");
        awaitBackInLine();
        compareBorrower("lent-no-answer");
    }

    @Test
    void unregistered() throws Exception {
        lend("o_1001_20_a9001_busan");
        awaitBackInLine();
        compareBorrower("lent-unregistered");
    }

    @Test
    void deadPhone() throws Exception {
        lend("o_1001_20_a6001_busan");
        awaitBackInLine();
        compareBorrower("lent-dead-phone");
    }

    @Test
    void abandonedWhileRinging() throws Exception {
        Caller caller = lend("o_1001_20_a2001_busan");
        events.awaitEvent("DialState");
        console.hangUp(caller);
        compareBorrower("lent-abandon-ringing");
    }

    @Test
    void redirectedWhileRinging() throws Exception {
        Caller caller = lend("o_1001_20_a2001_busan");
        events.awaitEvent("DialState");
        redirect(caller, "acd-wait", "q_benefits");
        awaitBackInLine();
        compareBorrower("lent-redirect-while-ringing");
    }

    @Test
    void oneCallPerAgentWhoeverDialsHim() throws Exception {
        lend("o_1001_20_a5001_busan");
        awaitEvents("BridgeEnter", 2);
        lend("o_1002_20_a5001_busan");
        events.await(block -> block.get("Status").equals("BUSY"));
        compareBorrower("lent-guard");
    }

    @Test
    void silentTrunk() throws Exception {
        console.trunk("busan", Trunk.Carrier.SILENT);
        lend("o_1001_20_a1001_busan");
        awaitBackInLine();
        List<String> real = dialEvents(RecordedCall.read("lent-trunk-silent"));
        assertEquals(real, dialEvents(events.blocks()));
        assertFalse(lenderEvents.blocks().stream().anyMatch(block -> block.is("Newchannel")));
    }

    @Test
    void trunkThatIsKnownToBeDeadAndCentreWithoutTrunk() throws Exception {
        console.trunk("busan", Trunk.Carrier.KNOWN_DEAD);
        lend("o_1001_20_a1001_busan");
        awaitBackInLine();
        assertEquals(dialEvents(RecordedCall.read("lent-trunk-down")), dialEvents(events.blocks()));
        Caller other = lend("o_1002_20_a1001_daegu");
        events.await(block -> block.get("Offer").equals("1002"));
        console.hangUp(other);
    }

    @Test
    void lenderThatDiesLeavesTheCallerToHangUp() throws Exception {
        Caller caller = lend("o_1001_20_a5001_busan");
        awaitEvents("BridgeEnter", 2);
        lender.restart();
        console.hangUp(caller);
        awaitGone(caller);
        assertEquals(0, console.channels());
        assertEquals(0, lender.channels());
    }

    @Test
    void phoneIsFreeFiveMinutesAfterTheBorrowerDied() throws Exception {
        lend("o_1001_20_a5001_busan");
        awaitEvents("BridgeEnter", 2);
        console.restart();
        lenderEvents.await(block -> block.is("Hangup") && block.get("Channel").startsWith("PJSIP/a5001"));
        assertEquals(0, lender.channels());
    }

    /** Dial's own words, without names and times. The last two come in any order. */
    private static List<String> dialEvents(List<AmiBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.get("Event").startsWith("Dial")
                        || block.get("UserEvent").equals("AcdDialResult")
                        || (block.is("Hangup") && block.get("Channel").startsWith("PJSIP/centre")))
                .map(block -> block.name() + ' ' + block.get("DialStatus") + block.get("Status") + ' '
                        + block.get("Cause"))
                .sorted()
                .toList();
    }

    private Caller lend(String exten) throws Exception {
        int waiting = count("AcdWaiting");
        Caller caller = console.dial("01000000001", DNIS);
        redirect(caller, "acd-wait", "q_general");
        events.await(block -> count("AcdWaiting") > waiting);
        redirect(caller, "acd-dial", exten);
        return caller;
    }

    private void redirect(Caller caller, String context, String exten) throws Exception {
        AmiBlock answer = actions.act(
                "Redirect", "Channel: " + caller.channel.name, "Context: " + context, "Exten: " + exten, "Priority: 1");
        assertEquals("Redirect successful", answer.get("Message"));
    }

    private void awaitBackInLine() throws Exception {
        events.await(block -> block.get("Turn").equals("2"));
    }

    private void awaitGone(Caller caller) throws Exception {
        events.await(block -> block.is("Hangup") && block.get("Channel").equals(caller.channel.name));
    }

    private void awaitEvents(String event, int times) throws Exception {
        events.await(block -> count(event) >= times);
    }

    private int count(String event) {
        return (int) events.blocks().stream()
                .filter(block -> block.name().equals(event))
                .count();
    }

    private void compareWith(String scenario) throws Exception {
        compareBorrower("lent-" + scenario);
        lenderEvents.act("Ping");
        compare("lender-" + scenario, lenderEvents);
    }

    private void compareBorrower(String recording) throws Exception {
        events.act("Ping");
        compare(recording, events);
    }

    private static void compare(String recording, AmiProbe probe) throws Exception {
        Map<String, List<String>> real = RecordedCall.bySubject(RecordedCall.read(recording));
        real.keySet().removeIf(subject -> subject.startsWith("Queue:"));
        Map<String, List<String>> ours = RecordedCall.bySubject(probe.blocks().stream()
                .filter(block -> !block.get("State").equals("UNAVAILABLE"))
                .toList());
        assertEquals(real.keySet(), ours.keySet());
        for (Map.Entry<String, List<String>> subject : real.entrySet()) {
            assertEquals(
                    comparable(String.join("\n", subject.getValue())),
                    comparable(String.join("\n", ours.get(subject.getKey()))),
                    "of " + subject.getKey());
        }
    }

    /** Without the callers' numbers, and without the moment at which two legs begin to send each other's media: between PBXs it varies. */
    private static String comparable(String text) {
        return text.replaceAll("0100000\\d{4}", "NUMBER").replace("native_rtp", "simple_bridge");
    }
}
