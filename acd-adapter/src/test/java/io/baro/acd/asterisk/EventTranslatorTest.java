package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.ami.Blocks;
import io.baro.acd.config.Problems;
import io.baro.acd.customer.CustomerFile;
import io.baro.acd.customer.CustomerLinks;
import io.baro.acd.customer.NumberSeal;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.port.Ingress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single events: what is believed, what is counted, what is kept to itself. */
class EventTranslatorTest {
    private static final String CHANNEL = """
            SystemName: seoul-7f3a9c
            Channel: PJSIP/trunk-5
            Uniqueid: seoul-7f3a9c-1795324526.5
            """;
    private static final String ARRIVED =
            "Event: UserEvent\n" + CHANNEL + "UserEvent: AcdArrived\nCall: 1795324526.5\n";

    private final CommandLog log = new CommandLog();
    private final LinkParts parts = TestCentre.parts(log);
    private final TestCentre.LinkNotes notes = new TestCentre.LinkNotes();
    private final EventTranslator events = parts.eventTranslator(notes);

    private void say(String block) {
        Blocks.each(block + "\n", each -> events.onBlock(each, 1));
    }

    private long count(LinkCounters.Count count) {
        return parts.counters.get(count);
    }

    @Test
    void dialledNumberChoosesTheEntryQueueAndAnUnknownOneTheDefault() {
        say(ARRIVED + "Num: 01012345678\nDnis: 15771001\n");
        say(ARRIVED + "Num: 01012345678\nDnis: 99\n");
        assertEquals(
                List.of("CallArrived 1795324526.5 known queue=11", "CallArrived 1795324526.5 known queue=10"),
                log.lines());
    }

    @Test
    void callerBringsHisOwnAgentAndTheTeamOfHisRegion(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("customers.csv"), """
                number,birth_date,agent,region
                01012345678,,1001,
                01055556666,,9999,busan
                """);
        CustomerLinks links = new CustomerLinks(Map.of("1001", 4), Map.of("busan", 2));
        assertTrue(CustomerFile.load(
                file, new CustomerFile.Reading(TestCentre.keys(), links, 0), TestCentre.CUSTOMERS, new Problems()));
        try {
            say(ARRIVED + "Num: 01012345678\nDnis: 15771001\n");
            say(ARRIVED + "Num: 01055556666\nDnis: 15771001\n");
            say(ARRIVED.replace("AcdArrived", "AcdWaiting") + "Num: 01055556666\nQueue: general\nWaited: 1\n");
        } finally {
            Files.writeString(file, "number,birth_date\n");
            CustomerFile.load(
                    file,
                    new CustomerFile.Reading(TestCentre.keys(), CustomerLinks.NONE, 0),
                    TestCentre.CUSTOMERS,
                    new Problems());
        }
        assertEquals(
                List.of(
                        "CallArrived 1795324526.5 known queue=11 own=4 team=-1",
                        "CallArrived 1795324526.5 known queue=11 own=-2 team=12",
                        "CallWaiting 1795324526.5 known queue=10 waited=1000 own=-2 team=12"),
                log.lines());
    }

    @Test
    void agentWhoComesWhileTheLinkRunsIsKnownByHisPhone() {
        PbxDirectory directory =
                new PbxDirectory(3, List.of(new PbxDirectory.AgentEntry(0, "a1001")), List.of(), Map.of(), -1);
        byte[] name = PbxDirectory.ascii("a7777");
        assertEquals(-1, directory.agentAt(name, 0, name.length));
        directory.replaceAgents(
                List.of(new PbxDirectory.AgentEntry(0, "a1001"), new PbxDirectory.AgentEntry(9, "a7777")));
        assertEquals(9, directory.agentAt(name, 0, name.length));
        assertEquals("a7777", new String(directory.endpointOf(9), StandardCharsets.US_ASCII));
    }

    @Test
    void callerWithoutANumberIsWithheld() {
        for (String number : List.of("", "anonymous", "<unknown>", "0".repeat(60))) {
            log.clear();
            say(ARRIVED + "Num: " + number + "\nDnis: 15771001\n");
            assertEquals(List.of("CallArrived 1795324526.5 withheld queue=11"), log.lines(), number);
        }
    }

    @Test
    void blockOfAnotherSystemIsForged() {
        say((ARRIVED + "Num: 1\n").replace("SystemName: seoul-7f3a9c", "SystemName: seoul-000000"));
        say((ARRIVED + "Num: 1\n").replace("SystemName: seoul-7f3a9c\n", ""));
        assertEquals(2, count(LinkCounters.Count.FORGED));
        assertTrue(log.lines().isEmpty());
    }

    @Test
    void headerThatACallerPutInFrontOfTheGenuineOneIsTampering() {
        say("""
            Event: Hangup
            SystemName: seoul-7f3a9c
            CallerIDNum: 1
            Uniqueid: seoul-7f3a9c-1795324526.9
            Uniqueid: seoul-7f3a9c-1795324526.5
            Cause: 16
            """);
        assertEquals(1, count(LinkCounters.Count.TAMPERED));
        assertTrue(log.lines().isEmpty());
    }

    @Test
    void callThatIsNotTheChannelsOwnIsTampering() {
        say(ARRIVED.replace("Call: 1795324526.5", "Call: 1795324526.6") + "Num: 1\n");
        assertEquals(1, count(LinkCounters.Count.TAMPERED));
        assertTrue(log.lines().isEmpty());
    }

    @Test
    void unknownQueueAndUnknownAgentAreCounted() {
        say(ARRIVED.replace("AcdArrived", "AcdWaiting") + "Num: 1\nQueue: nowhere\nWaited: 1\n");
        say("Event: UserEvent\n" + CHANNEL + "UserEvent: AcdAgent\nEndpoint: a7777\nState: login\n");
        say("Event: UserEvent\n" + CHANNEL + "UserEvent: AcdAgent\nEndpoint: a1001\nState: asleep\n");
        assertEquals(3, count(LinkCounters.Count.UNKNOWN_NAME));
        assertTrue(log.lines().isEmpty());
    }

    @Test
    void userEventsOfOthersAreNotOurs() {
        say("Event: UserEvent\n" + CHANNEL + "UserEvent: SomebodyElses\nCall: x\n");
        assertTrue(log.lines().isEmpty());
        assertEquals(0, count(LinkCounters.Count.TAMPERED));
    }

    @Test
    void renamedChannelIsMovedByItsNewName() {
        say(ARRIVED + "Num: 1\n");
        say("""
            Event: Rename
            SystemName: seoul-7f3a9c
            Channel: PJSIP/trunk-5
            Newname: PJSIP/trunk-5<MASQ>
            Uniqueid: seoul-7f3a9c-1795324526.5
            """);
        int slot = parts.channels.find(new Uniqueids(3, TestCentre.SYSTEM_NAME).either(ascii("1795324526.5"), 0, 12));
        assertEquals(
                "PJSIP/trunk-5<MASQ>",
                new String(
                        parts.channels.names(),
                        parts.channels.nameFrom(slot),
                        parts.channels.nameLength(slot),
                        StandardCharsets.US_ASCII));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void fullDirectoryRefusesChannelsAndCountsThem() {
        for (int i = 0; i < 100; i++) {
            say(ARRIVED.replace("526.5", "526." + i) + "Num: 1\n");
        }
        assertEquals(100, log.lines().size(), "the router hears of every call");
        assertTrue(count(LinkCounters.Count.CHANNELS_REFUSED) > 0);
        assertEquals(100, count(LinkCounters.Count.CHANNELS) + count(LinkCounters.Count.CHANNELS_REFUSED));
    }

    @Test
    void acceptedCallbackCarriesTheSealedNumberAndNobodyElseReadsIt() {
        byte[] command = new byte[Ingress.MAX_COMMAND_BYTES];
        LinkParts sealing = TestCentre.parts((buffer, offset, length, nanos) -> {
            buffer.getBytes(offset, command, 0, length);
            return Ingress.Offer.ACCEPTED;
        });
        EventTranslator translator = sealing.eventTranslator(notes);
        Blocks.each(
                ARRIVED.replace("AcdArrived", "AcdCallbackYes") + "Num: 01012345678\n\n",
                block -> translator.onBlock(block, 1));
        assertTrue(!new String(command, StandardCharsets.ISO_8859_1).contains("01012345678"));
        UnsafeBuffer opened = new UnsafeBuffer(new byte[64]);
        int length = new NumberSeal(new byte[NumberSeal.KEY_BYTES])
                .open(
                        new UnsafeBuffer(command),
                        MessageHeaderDecoder.ENCODED_LENGTH + CallbackAcceptedDecoder.numberEncodingOffset(),
                        opened,
                        0);
        assertEquals("01012345678", opened.getStringWithoutLengthAscii(0, length));
    }

    @Test
    void callersWishNamesAnotherNumberAndAnHour() {
        String yes = ARRIVED.replace("AcdArrived", "AcdCallbackYes") + "Num: 01012345678\n";
        say(yes);
        say(yes + "To: 0212345678\nHour: 16\n");
        say(yes + "To: 112\n");
        say(yes + "Hour: 25\n");
        String accepted = "CallbackAccepted 1795324526.5 known";
        assertEquals(
                List.of(accepted, accepted + " for 60 min", accepted + " NOT_DIALABLE", accepted + " OUTSIDE_HOURS"),
                log.lines());
    }

    @Test
    void customersSideOfACallbackIsToldFromAnyChannelButOnlyOfCallbacks() {
        String callback = (1795324526L + (1L << 31)) + ".5";
        String told = "Event: UserEvent\n" + CHANNEL;
        say(told + "UserEvent: AcdReached\nCall: " + callback + "\nAttempt: 1\n");
        say(told + "UserEvent: AcdCalledBack\nCall: " + callback + "\nAttempt: 1\nStatus: ANSWER\nCause: 16\n");
        say(told + "UserEvent: AcdCalledBack\nCall: " + callback + "\nAttempt: 2\nStatus: DIALLED\nCause: 0\n");
        say(told + "UserEvent: AcdCalledBack\nCall: " + callback + "\nAttempt: 3\nStatus: MACHINE\nCause: 16\n");
        say(told + "UserEvent: AcdCalledBack\nCall: 1795324526.5\nAttempt: 1\nStatus: ANSWER\nCause: 16\n");
        say(told + "UserEvent: AcdReached\nCall: " + callback + "\nAttempt: 0\n");
        String fact = "CallbackProgressed " + callback;
        assertEquals(
                List.of(
                        fact + " attempt=1 REACHED NONE cause=0",
                        fact + " attempt=1 ENDED ANSWER cause=16",
                        fact + " attempt=2 ENDED NOANSWER cause=0",
                        fact + " attempt=3 ENDED NOANSWER cause=16"),
                log.lines());
        assertEquals(2, parts.counters.get(LinkCounters.Count.TAMPERED));
    }

    @Test
    void callbackThatIsOnlyToldAgainIsOverWithItsChannel() {
        String callback = (1795324526L + (1L << 31)) + ".5";
        String channel = CHANNEL.replace("1795324526.5", callback);
        say("Event: UserEvent\n" + channel + "UserEvent: AcdCalledBack\nCall: " + callback
                + "\nAttempt: 1\nStatus: ANSWER\nCause: 0\n");
        say("Event: Hangup\n" + channel + "Cause: 16\n");
        assertEquals("CallHungUp " + callback, log.lines().getLast().split(" cause", 2)[0]);
    }

    @Test
    void linkHearsOfShutdownBootAndRareEvents() {
        say("Event: Shutdown\nSystemName: seoul-7f3a9c\n");
        say("Event: FullyBooted\nSystemName: seoul-7f3a9c\n");
        say("Event: ContactStatus\nSystemName: seoul-7f3a9c\n");
        assertEquals(1, notes.shutdowns);
        assertEquals(1, notes.boots);
        assertEquals(1, notes.longTail);
    }
}
