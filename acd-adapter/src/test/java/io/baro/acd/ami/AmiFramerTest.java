package io.baro.acd.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AmiFramerTest {
    private static final String GREETING = "Asterisk Call Manager/11.0.0\r\n";

    private final WireCounters counters = new WireCounters();
    private final List<List<String>> blocks = new ArrayList<>();
    private final List<String> greetings = new ArrayList<>();
    private boolean wantsMore = true;
    private AmiFramer framer = newFramer();

    private AmiFramer newFramer() {
        return new AmiFramer(
                new AmiFramer.Listener() {
                    @Override
                    public void onGreeting(byte[] bytes, int from, int length) {
                        greetings.add(new String(bytes, from, length, StandardCharsets.US_ASCII));
                    }

                    @Override
                    public boolean onBlock(AmiBlock block) {
                        blocks.add(NaiveBlocks.of(block));
                        return wantsMore;
                    }
                },
                counters);
    }

    private void feed(byte[] bytes, int from, int to) {
        framer.append(Unpooled.wrappedBuffer(bytes, from, to - from));
        framer.drain();
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        feed(bytes, 0, bytes.length);
    }

    @Test
    void greetingIsOneLineWithoutABlankOne() {
        feed(GREETING + "Response: Success\r\n\r\n");
        assertEquals(List.of("Asterisk Call Manager/11.0.0"), greetings);
        assertEquals(List.of(List.of("Response=Success")), blocks);
    }

    @Test
    void lineFeedsAloneEndLinesToo() {
        feed("Asterisk Call Manager/11.0.0\nEvent: A\nX:1\n\nEvent: B\r\nY: \r\n\r\n");
        assertEquals(List.of(List.of("Event=A", "X=1"), List.of("Event=B", "Y=")), blocks);
    }

    @Test
    void strayBlankLinesMakeNoBlocks() {
        feed(GREETING + "\n\r\nEvent: A\r\n\r\n\n\r\n\nEvent: B\r\n\r\n");
        assertEquals(List.of(List.of("Event=A"), List.of("Event=B")), blocks);
    }

    @Test
    void onlyOneSpaceAfterTheColonIsTakenOff() {
        feed(GREETING + "Event: A\r\nAppData:  two \r\nTime: 12:30:00\r\n\r\n");
        assertEquals(List.of(List.of("Event=A", "AppData= two ", "Time=12:30:00")), blocks);
    }

    @Test
    void lineWithoutColonIsCountedAndSkipped() {
        feed(GREETING + "Event: A\r\nno colon here\r\n:no name\r\nB: 1\r\n\r\n");
        assertEquals(List.of(List.of("Event=A", "B=1")), blocks);
        assertEquals(2, counters.get(WireCounters.Count.STRAY_LINES));
    }

    @Test
    void everyRecordingDecodesToTheBlocksOfTheOracleInAnyChunks() {
        List<String> all = new ArrayList<>(Recordings.EVENT_SESSIONS);
        all.addAll(Recordings.ACTION_SESSIONS);
        for (String name : all) {
            byte[] bytes = Recordings.bytes(name);
            List<List<String>> expected = NaiveBlocks.of(bytes);
            for (long seed = 0; seed < 20; seed++) {
                inChunks(bytes, new SplittableRandom(seed));
                assertEquals(expected, blocks, name + " in chunks of seed " + seed);
            }
            inChunks(bytes, null);
            assertEquals(expected, blocks, name + " byte by byte");
        }
    }

    private void inChunks(byte[] bytes, SplittableRandom random) {
        framer = newFramer();
        blocks.clear();
        int at = 0;
        while (at < bytes.length) {
            int next = Math.min(bytes.length, at + (random == null ? 1 : random.nextInt(1, 700)));
            feed(bytes, at, next);
            at = next;
        }
    }

    @Test
    void lineOverTheLimitDropsItsBlockUpToTheNextBlankLine() {
        feed(GREETING + "Event: A\r\nLong: " + "x".repeat(AmiFramer.MAX_LINE_BYTES)
                + "\r\nZ: 1\r\n\r\nEvent: B\r\n\r\n");
        assertEquals(List.of(List.of("Event=B")), blocks);
        assertEquals(1, counters.get(WireCounters.Count.OVERSIZED));
    }

    @Test
    void endlessLineIsDroppedWhileItArrives() {
        feed(GREETING + "Event: A\r\nLong: ");
        for (int i = 0; i < 100; i++) {
            feed("x".repeat(AmiFramer.MAX_LINE_BYTES / 2));
        }
        feed("\r");
        feed("\n");
        feed("Z: 1\r");
        feed("\n\r");
        feed("\nEvent: B\r\n\r\n");
        assertEquals(List.of(List.of("Event=B")), blocks);
        assertEquals(1, counters.get(WireCounters.Count.OVERSIZED));
    }

    @Test
    void blockOverTheLimitIsDroppedUpToTheNextBlankLine() {
        feed(GREETING + "Event: A\r\n");
        String line = "L: " + "y".repeat(AmiFramer.MAX_LINE_BYTES / 2) + "\r\n";
        for (int i = 0; i < 40; i++) {
            feed(line);
        }
        feed("\r\nEvent: B\r\n\r\n");
        assertEquals(List.of(List.of("Event=B")), blocks);
        assertEquals(1, counters.get(WireCounters.Count.OVERSIZED));
    }

    @Test
    void blockOfTooManyHeadersIsDropped() {
        feed(GREETING + "Response: Success\r\n" + "Output: x\r\n".repeat(AmiBlock.MAX_HEADERS)
                + "\r\nEvent: B\r\n\r\n");
        assertEquals(List.of(List.of("Event=B")), blocks);
        assertEquals(1, counters.get(WireCounters.Count.OVERSIZED));
    }

    @Test
    void blockThatTheConnectionCutIsDiscardedAndCounted() {
        feed(GREETING + "Event: A\r\nB: 1\r\n");
        framer.close();
        assertTrue(blocks.isEmpty());
        assertEquals(1, counters.get(WireCounters.Count.TORN));
    }

    @Test
    void nothingIsTornBetweenBlocks() {
        feed(GREETING + "Event: A\r\n\r\n");
        framer.close();
        assertEquals(0, counters.get(WireCounters.Count.TORN));
    }

    @Test
    void listenerThatWantsNoMoreGetsTheRestLater() {
        wantsMore = false;
        feed(GREETING + "Event: A\r\n\r\nEvent: B\r\n\r\nEvent: C\r\n\r\n");
        assertEquals(1, blocks.size());
        assertFalse(framer.drain());
        assertEquals(2, blocks.size());
        wantsMore = true;
        assertTrue(framer.drain());
        assertEquals(List.of(List.of("Event=A"), List.of("Event=B"), List.of("Event=C")), blocks);
    }

    @Test
    void firstHeaderOfANameWinsAndTheRepetitionIsRemembered() {
        List<String> seen = new ArrayList<>();
        Blocks.each("""
                Event: Hangup
                Cause: 16
                Cause: 17

                Event: Hangup
                Cause: 18
                ChanVariable: a
                ChanVariable: b

                """, block -> seen.add(block.number(AmiHeader.CAUSE) + " " + block.repeatsKnownHeader()));
        assertEquals(List.of("16 true", "18 false"), seen);
    }

    @Test
    void flippedAndCutBytesNeverStopTheBlocksAfterThem() {
        byte[] good = Recordings.bytes("answered");
        byte[] last = "\r\n\r\nEvent: Last\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        for (long seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(20); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            framer = newFramer();
            blocks.clear();
            int cut = random.nextInt(bytes.length);
            feed(bytes, 0, cut);
            feed(bytes, Math.min(bytes.length, cut + random.nextInt(300)), bytes.length);
            feed(last, 0, last.length);
            assertEquals(List.of("Event=Last"), blocks.getLast(), "seed " + seed);
        }
    }
}
