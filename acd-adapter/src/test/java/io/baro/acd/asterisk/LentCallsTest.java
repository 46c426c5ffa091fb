package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.ami.AmiFramer;
import io.baro.acd.ami.Blocks;
import io.baro.acd.ami.Recordings;
import io.baro.acd.ami.WireCounters;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two real Asterisks said of calls that one lends the other, and the commands that come of it on either side. */
class LentCallsTest {
    private final CommandLog log = new CommandLog();
    private final LinkParts parts = TestCentre.parts(log);

    private void play(byte[] bytes) {
        EventTranslator events = parts.eventTranslator(new TestCentre.LinkNotes());
        AmiFramer framer = new AmiFramer(Blocks.listener(block -> events.onBlock(block, 1)), new WireCounters());
        framer.append(Unpooled.wrappedBuffer(bytes));
        framer.drain();
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = LentCallsTest.class.getResourceAsStream("/commands/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lent-abandon-ringing",
                "lent-answered",
                "lent-busy",
                "lent-caller-hangs-up-talking",
                "lent-dead-phone",
                "lent-do-not-disturb",
                "lent-guard",
                "lent-no-answer",
                "lent-redirect-while-ringing",
                "lent-rejected",
                "lent-unregistered"
            })
    void borrowerTellsALentCallAsItTellsItsOwn(String recording) throws IOException {
        play(Recordings.bytes(recording));
        assertEquals(expected(recording), String.join("\n", log.lines()));
        assertEquals(0, parts.counters.get(LinkCounters.Count.TRUNK_FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lent-trunk-down", "lent-trunk-silent", "lent-trunk-unknown"})
    void trunkThatDoesNotCarryIsCountedAndNotBlamedOnThePhone(String recording) throws IOException {
        play(Recordings.bytes(recording));
        assertEquals(expected(recording), String.join("\n", log.lines()));
        assertEquals(1, parts.counters.get(LinkCounters.Count.TRUNK_FAILED));
    }

    /** The lender is another PBX: its events, put under the system name of the one that the test knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lender-answered",
                "lender-busy",
                "lender-caller-hangs-up-talking",
                "lender-no-answer",
                "lender-rejected"
            })
    void lenderTellsNothingButThePhonesState(String recording) {
        String text = new String(Recordings.bytes(recording), StandardCharsets.ISO_8859_1);
        play(text.replace("busan-7f3a9c", TestCentre.SYSTEM_NAME).getBytes(StandardCharsets.ISO_8859_1));
        List<String> others = log.lines().stream()
                .filter(line -> !line.startsWith("AgentDeviceChanged"))
                .toList();
        assertEquals(List.of(), others);
        assertEquals(0, parts.counters.get(LinkCounters.Count.CHANNELS));
        assertEquals(0, parts.counters.get(LinkCounters.Count.TAMPERED));
        assertEquals(0, parts.counters.get(LinkCounters.Count.UNKNOWN_NAME));
    }

    @Test
    void everyStatusThatOnlyATrunkSaysIsATrunkThatFailed() {
        for (int cause : new int[] {1, 3, 18, 20, 27, 34, 38, 58, 102, 127}) {
            assertEquals(true, Trunks.failed(false, cause, 0), "cause " + cause);
        }
        assertEquals(true, Trunks.failed(false, 21, 401), "the other centre does not know us");
        assertEquals(false, Trunks.failed(false, 21, 403), "the agent rejected it");
        assertEquals(false, Trunks.failed(false, 19, 480), "do not disturb");
        assertEquals(false, Trunks.failed(false, 0, 0), "rang out");
        assertEquals(true, Trunks.failed(true, 0, 0), "no sign");
    }
}
