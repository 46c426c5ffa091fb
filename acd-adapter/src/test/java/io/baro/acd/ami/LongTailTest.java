package io.baro.acd.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.junit.jupiter.api.Test;

class LongTailTest {
    private static final String CONTACT = """
            Event: ContactStatus
            Privilege: system,all
            URI: sip:a1@127.0.0.1
            ContactStatus: Reachable
            AOR: a1
            EndpointName: a1
            RoundtripUsec: 120

            """;

    private final WireCounters counters = new WireCounters();
    private final BlockingQueue<ManagerEvent> built = new LinkedBlockingQueue<>();

    @Test
    void rareEventIsBuiltByAsteriskJava() throws InterruptedException {
        try (LongTail lane = new LongTail(built::add, counters)) {
            Blocks.each(CONTACT, lane::offer);
            ContactStatusEvent event = assertInstanceOf(ContactStatusEvent.class, built.poll(30, TimeUnit.SECONDS));
            assertEquals("a1", event.getEndpointName());
            assertEquals("Reachable", event.getContactStatus());
        }
    }

    @Test
    void eventThatAsteriskJavaDoesNotKnowIsCounted() throws InterruptedException {
        try (LongTail lane = new LongTail(built::add, counters)) {
            Blocks.each("Event: NeverHeardOf\nA: 1\n\n" + CONTACT, lane::offer);
            built.poll(30, TimeUnit.SECONDS);
            assertEquals(1, counters.get(WireCounters.Count.LONG_TAIL_UNKNOWN));
            assertEquals(1, counters.get(WireCounters.Count.LONG_TAIL_BUILT));
        }
    }

    @Test
    void fullLaneDropsAndCountsAndNeverWaits() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (LongTail lane = new LongTail(event -> awaitQuietly(release), counters)) {
            String large = CONTACT.replace("AOR: a1", "AOR: " + "x".repeat(60_000));
            Blocks.each(large.repeat(200), lane::offer);
            assertTrue(counters.get(WireCounters.Count.LONG_TAIL_DROPPED) > 100);
            release.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void namesAreUnescapedWhereAsteriskEscapesThemAndNowhereElse() {
        Map<String, Object> headers = LongTail.headers(
                "Event: Newstate\r\nCallerIDName: a\\nb\\\\c\\\"d\r\nCallerIDNum: 1\\n2\r\nChanVariable: A=\\t\r\nChanVariable: B=2\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals("a\nb\\c\"d", headers.get("calleridname"));
        assertEquals("1\\n2", headers.get("calleridnum"));
        assertEquals(List.of("A=\t", "B=2"), headers.get("chanvariable"));
    }

    @Test
    void koreanNamesSurviveAndOtherBytesAreReplaced() {
        byte[] korean = "\uae40\ucca0\uc218".getBytes(StandardCharsets.UTF_8);
        assertEquals("\uae40\ucca0\uc218", CEscapes.unescape(korean, 0, korean.length));
        byte[] broken = {(byte) 0xB1, (byte) 0xE8};
        assertEquals("\ufffd\ufffd", CEscapes.unescape(broken, 0, 2));
    }
}
