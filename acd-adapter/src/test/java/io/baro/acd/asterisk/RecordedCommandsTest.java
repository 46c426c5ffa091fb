package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.ami.AmiFramer;
import io.baro.acd.ami.Blocks;
import io.baro.acd.ami.Recordings;
import io.baro.acd.ami.WireCounters;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What a real Asterisk said, and the commands that come of it. The expected commands are text files, one command a line, checked by eye
 * against the recording ({@code src/test/resources/commands}).
 */
class RecordedCommandsTest {
    /** Recordings up to so many bytes are cut at each place, longer ones at every fifth: their blocks are of the same kinds. */
    private static final int CUT_EVERYWHERE = 6_000;

    private final TestCentre.LinkNotes notes = new TestCentre.LinkNotes();
    private CommandLog log = new CommandLog();
    private LinkParts parts = TestCentre.parts(log);

    private AmiFramer freshLink() {
        log = new CommandLog();
        parts = TestCentre.parts(log);
        EventTranslator events = parts.eventTranslator(notes);
        return new AmiFramer(Blocks.listener(block -> events.onBlock(block, 1)), new WireCounters());
    }

    private List<String> commandsOf(byte[] bytes, int... cuts) {
        AmiFramer framer = freshLink();
        int at = 0;
        for (int cut : cuts) {
            framer.append(Unpooled.wrappedBuffer(bytes, at, cut - at));
            framer.drain();
            at = cut;
        }
        framer.append(Unpooled.wrappedBuffer(bytes, at, bytes.length - at));
        framer.drain();
        return log.lines();
    }

    private static List<String> expected(String name) throws IOException {
        try (InputStream in = RecordedCommandsTest.class.getResourceAsStream("/commands/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void everyRecordingSaysWhatItsScenarioMeans() throws IOException {
        for (String name : Recordings.EVENT_SESSIONS) {
            assertEquals(
                    String.join("\n", expected(name)), String.join("\n", commandsOf(Recordings.bytes(name))), name);
        }
    }

    /** Each command is a slot of the ring, a frame of the journal and a turn of the router. */
    @Test
    void anAnsweredCallTakesTwelveCommands() {
        assertEquals(12, commandsOf(Recordings.bytes("answered")).size());
    }

    @Test
    void recordingsSayTheSameWhereverTheirBytesAreCut() {
        for (String name : Recordings.EVENT_SESSIONS) {
            byte[] bytes = Recordings.bytes(name);
            int step = bytes.length > CUT_EVERYWHERE && !name.equals("answered") ? 5 : 1;
            List<String> whole = commandsOf(bytes);
            for (int cut = 1; cut < bytes.length; cut += step) {
                assertEquals(whole, commandsOf(bytes, cut), name + " cut at " + cut);
            }
        }
    }

    @Test
    void forgedBlocksAreCountedAndSayNothing() {
        commandsOf(Recordings.bytes("forged"));
        assertEquals(1, parts.counters.get(LinkCounters.Count.FORGED) - loginBlocks());
        assertEquals(1, parts.counters.get(LinkCounters.Count.TAMPERED));
        assertEquals(1, parts.counters.get(LinkCounters.Count.MALFORMED));
        commandsOf(Recordings.bytes("forged-number"));
        assertEquals(3, parts.counters.get(LinkCounters.Count.FORGED) - loginBlocks());
        assertEquals(3, parts.counters.get(LinkCounters.Count.MALFORMED));
        assertTrue(log.lines().isEmpty(), log.lines().toString());
    }

    /** The FullyBooted that follows a login has no SystemName; on a live link the login takes it. */
    private static int loginBlocks() {
        return 1;
    }

    @Test
    void heartbeatEchoesReachTheLink() {
        commandsOf(Recordings.bytes("engine-hangs"));
        assertTrue(notes.echoes > 0);
    }

    @Test
    void flippedBitsNeverStopTheTranslation() {
        for (long seed = 0; seed < 1000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = Recordings.bytes("guard");
            for (int flips = random.nextInt(1, 30); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            try {
                commandsOf(bytes, random.nextInt(bytes.length));
            } catch (RuntimeException fault) {
                throw new AssertionError("seed " + seed, fault);
            }
        }
    }
}
