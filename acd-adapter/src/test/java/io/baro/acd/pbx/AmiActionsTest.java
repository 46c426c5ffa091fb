package io.baro.acd.pbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmiActionsTest {
    private PbxLoop loop;
    private EmbeddedPbx pbx;
    private PbxConsole console;
    private AmiProbe events;
    private AmiProbe actions;

    @BeforeEach
    void openPbx() throws Exception {
        loop = new PbxLoop(5, System.currentTimeMillis());
        pbx = loop.open(PbxSettings.of("seoul", "seoul-7f3a9c", "ev-secret", "act-secret", List.of("a1001", "a1002")));
        console = pbx.console();
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
    void greetsAsAsterisk22AndIsFullyBooted() throws Exception {
        assertEquals("Asterisk Call Manager/11.0.0", events.greeting);
        AmiBlock booted = events.awaitEvent("FullyBooted");
        assertEquals(
                RecordedCall.read("answered").stream()
                        .filter(block -> block.is("FullyBooted"))
                        .findFirst()
                        .orElseThrow()
                        .fieldNames(),
                booted.fieldNames());
    }

    @Test
    void wrongPasswordIsRefusedAndTheSessionClosed() throws Exception {
        try (AmiProbe stranger = new AmiProbe(pbx.port())) {
            AmiBlock challenge = stranger.act("Challenge", "AuthType: MD5");
            AmiBlock answer = stranger.act(
                    "Login",
                    "AuthType: MD5",
                    "Username: acd-ev",
                    "Key: " + AmiProbe.md5(challenge.get("Challenge") + "wrong"));
            assertEquals("Authentication failed", answer.get("Message"));
            stranger.awaitEnd();
        }
    }

    @Test
    void anActionBeforeLoginIsRefused() throws Exception {
        try (AmiProbe stranger = new AmiProbe(pbx.port())) {
            assertEquals("Permission denied", stranger.act("Redirect").get("Message"));
        }
    }

    @Test
    void theEventsUserMayNotActAndTheActionsUserHearsNothing() throws Exception {
        assertEquals(
                "Permission denied",
                events.act("Setvar", "Variable: ACD_HB", "Value: 1").get("Message"));
        console.dial("01000001234", "15771000");
        events.awaitUserEvent("AcdArrived");
        actions.act("Ping");
        assertTrue(actions.eventNames().isEmpty(), actions.eventNames().toString());
    }

    @Test
    void eventsOffSilencesASession() throws Exception {
        AmiBlock answer = events.act("Events", "EventMask: off");
        assertEquals("Off", answer.get("Events"));
        console.dial("01000001234", "15771000");
        events.act("Ping");
        assertFalse(events.eventNames().contains("Newchannel"));
    }

    @Test
    void answersAreThoseOfTheRecording() throws Exception {
        List<AmiBlock> recorded = RecordedCall.read("actions");
        assertEquals(
                message(recorded, "Channel does not exist: PJSIP/trunk-test-0000ffff"),
                actions.act("Redirect", "Channel: PJSIP/trunk-test-0000ffff", "Priority: 1")
                        .get("Message"));
        assertEquals(
                message(
                        recorded,
                        "Invalid/unknown command: NoSuchAction. Use Action: ListCommands to show available"
                                + " commands."),
                actions.act("NoSuchAction").get("Message"));
        for (String action : List.of("Getvar", "Setvar", "Hangup")) {
            assertEquals(
                    message(recorded, "No such channel"),
                    actions.act(action, "Channel: PJSIP/none-0", "Variable: X").get("Message"));
        }
        assertEquals(fields(recorded, "Ping"), actions.act("Ping").fieldNames());
        assertEquals(
                fields(recorded, "CoreStartupDate"), actions.act("CoreStatus").fieldNames());
        assertEquals(
                message(recorded, "Originate successfully queued"),
                actions.act("Originate", "Channel: PJSIP/a1001", "Async: true").get("Message"));
        assertEquals(
                message(recorded, "Thanks for all the fish."),
                actions.act("Logoff").get("Message"));
        actions.awaitEnd();
    }

    @Test
    void listsHaveTheFieldsOfTheRecording() throws Exception {
        List<AmiBlock> recorded = RecordedCall.read("lists");
        Caller caller = console.dial("01000001234", "15771000");
        AmiBlock begins = actions.act("CoreShowChannels");
        assertEquals(fields(recorded, "EventList"), begins.fieldNames());
        AmiBlock item = actions.awaitEvent("CoreShowChannel");
        assertEquals(
                recorded.stream()
                        .filter(block -> block.is("CoreShowChannel"))
                        .findFirst()
                        .orElseThrow()
                        .fieldNames(),
                item.fieldNames());
        assertEquals("ACD_CALL=" + caller.call(), item.get("ChanVariable"));
        assertEquals("1", actions.awaitEvent("CoreShowChannelsComplete").get("ListItems"));

        actions.act("DeviceStateList");
        assertEquals("2", actions.awaitEvent("DeviceStateListComplete").get("ListItems"));
        assertEquals("NOT_INUSE", actions.awaitEvent("DeviceStateChange").get("State"));
    }

    @Test
    void aSecondRedirectBeforeTheFirstIsObeyedFails() throws Exception {
        Caller caller = console.dial("01000001234", "15771000");
        String redirect = "Action: Redirect\r\nActionID: %s\r\nChannel: " + caller.channel.name
                + "\r\nContext: acd-wait\r\nExten: q_general\r\nPriority: 1\r\n\r\n";
        actions.raw(String.format(redirect, "first") + String.format(redirect, "second"));
        assertEquals(
                "Redirect failed, channel not up.",
                actions.await(block -> block.get("ActionID").equals("second")).get("Message"));
        assertEquals(
                "Redirect successful",
                actions.await(block -> block.get("ActionID").equals("first")).get("Message"));
    }

    @Test
    void redirectIntoNoContextHangsUp() throws Exception {
        Caller caller = console.dial("01000001234", "15771000");
        actions.act("Redirect", "Channel: " + caller.channel.name, "Context: nowhere", "Exten: s", "Priority: 1");
        events.awaitEvent("Hangup");
        assertEquals(Place.GONE, caller.place());
    }

    @Test
    void theHeartbeatComesBackOnTheEventSession() throws Exception {
        AmiBlock echo = events.awaitEvent("VarSet");
        AmiBlock recorded = RecordedCall.read("answered").stream()
                .filter(block -> block.is("VarSet"))
                .findFirst()
                .orElseThrow();
        assertEquals(recorded.fieldNames(), echo.fieldNames());
        assertEquals("ACD_HB", echo.get("Variable"));
    }

    @Test
    void getvarKnowsGlobalsDevicesAndSessions() throws Exception {
        actions.act("Setvar", "Variable: ACD_X", "Value: 12");
        assertEquals("12", actions.act("Getvar", "Variable: ACD_X").get("Value"));
        assertEquals(
                "NOT_INUSE",
                actions.act("Getvar", "Variable: DEVICE_STATE(PJSIP/a1001)").get("Value"));
        assertEquals(
                "1",
                actions.act("Getvar", "Variable: AMI_CLIENT(acd-ev,sessions)").get("Value"));
    }

    @Test
    void theUserEventActionReachesEventSessions() throws Exception {
        actions.act("UserEvent", "UserEvent: Note", "Text: hello");
        AmiBlock event = events.awaitUserEvent("Note");
        assertEquals("hello", event.get("Text"));
    }

    @Test
    void originateAnswersAndAUsedChannelIdFails() throws Exception {
        console.behave("a1001", PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        actions.act("Originate", "Channel: PJSIP/a1001", "Async: true", "ChannelId: cb-1-a1");
        AmiBlock answered = events.awaitEvent("OriginateResponse");
        assertEquals("Success", answered.get("Response"));
        assertEquals("4", answered.get("Reason"));
        assertEquals("cb-1-a1", answered.get("Uniqueid"));
        actions.act("Originate", "Channel: PJSIP/a1002", "Async: true", "ChannelId: cb-1-a1");
        AmiBlock refused = events.await(
                block -> block.is("OriginateResponse") && block.get("Response").equals("Failure"));
        assertEquals("0", refused.get("Reason"));
        assertEquals(
                1, events.eventNames().stream().filter("Newchannel"::equals).count());
    }

    @Test
    void aLineThatIsTooLongIsAnsweredAndTheSessionLives() throws Exception {
        actions.raw("Action: Ping\r\nActionID: " + "x".repeat(1_100) + "\r\n\r\n");
        actions.await(block -> block.get("Message").equals("Failed to parse message: line too long"));
        assertEquals("Pong", actions.act("Ping").get("Ping"));
    }

    private static String message(List<AmiBlock> recorded, String text) {
        assertTrue(recorded.stream().anyMatch(block -> block.get("Message").equals(text)), text);
        return text;
    }

    private static List<String> fields(List<AmiBlock> recorded, String field) {
        return recorded.stream()
                .filter(block -> block.has("Response") && block.has(field))
                .findFirst()
                .orElseThrow()
                .fieldNames();
    }
}
