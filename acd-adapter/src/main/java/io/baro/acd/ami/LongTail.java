package io.baro.acd.ami;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.LongTailEventBuilder;

/**
 * The slow lane: events without a meaning of ours, built by Asterisk-Java on a thread of its own. Bounded; when it is full the event is
 * dropped and counted, so that it can neither delay nor displace a hot one. Runs on: {@link #offer} on the event loop, the consumer on
 * the lane's thread.
 */
public final class LongTail implements AutoCloseable {
    /** Contact and peer changes of all agents at once, after a network fault. */
    private static final int MAX_EVENTS = 4096;

    /** 4,096 usual events; a few of the largest. */
    private static final long MAX_QUEUED_BYTES = 4 * 1024 * 1024;

    private static final byte[] END = new byte[0];
    private static final String EVENT = "event";

    /** Asterisk-Java logs all headers of an event that it does not know: what tells who calls whom must not reach it. */
    private static final Set<String> PERSONAL = Set.of(
            "calleridnum",
            "calleridname",
            "connectedlinenum",
            "connectedlinename",
            "destcalleridnum",
            "destcalleridname",
            "destconnectedlinenum",
            "destconnectedlinename",
            "exten",
            "destexten",
            "dialstring",
            "applicationdata",
            "appdata",
            "callerid",
            "value",
            "chanvariable",
            "destchanvariable");

    private static final String WITHHELD = "";

    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(MAX_EVENTS);
    private final AtomicLong queuedBytes = new AtomicLong();
    private final Consumer<ManagerEvent> consumer;
    private final WireCounters counters;
    private Thread lane;

    public LongTail(Consumer<ManagerEvent> consumer, WireCounters counters) {
        this.consumer = consumer;
        this.counters = counters;
    }

    /** Copies the block into the lane, or counts it as dropped. */
    public void offer(AmiBlock block) {
        if (lane == null) {
            lane = Thread.ofVirtual().name("ami-long-tail").start(this::run);
        }
        int from = block.nameOffset(0);
        int last = block.headerCount() - 1;
        byte[] copy = new byte[block.valueOffset(last) + block.valueLength(last) - from];
        boolean room = queuedBytes.addAndGet(copy.length) <= MAX_QUEUED_BYTES;
        System.arraycopy(block.bytes(), from, copy, 0, copy.length);
        if (!room || !queue.offer(copy)) {
            queuedBytes.addAndGet(-copy.length);
            counters.increment(WireCounters.Count.LONG_TAIL_DROPPED);
        }
    }

    /** Ends the lane; what it still holds is dropped. */
    @Override
    public void close() {
        queue.clear();
        if (lane != null && !queue.offer(END)) {
            lane.interrupt();
        }
    }

    private void run() {
        try {
            LongTailEventBuilder builder = new LongTailEventBuilder();
            byte[] block = queue.take();
            while (block.length > 0) {
                queuedBytes.addAndGet(-block.length);
                build(builder, block);
                block = queue.take();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void build(LongTailEventBuilder builder, byte[] block) {
        ManagerEvent event = null;
        try {
            event = builder.build(this, withoutPersonal(headers(block)));
        } catch (RuntimeException unfit) {
            // Asterisk-Java throws on values that its setters do not expect; such an event is unknown to it.
            event = null;
        }
        if (event == null) {
            counters.incrementShared(WireCounters.Count.LONG_TAIL_UNKNOWN);
        } else {
            counters.incrementShared(WireCounters.Count.LONG_TAIL_BUILT);
            consumer.accept(event);
        }
    }

    /** Headers as Asterisk-Java wants them: lower-case names; a list where a name came more than once. */
    static Map<String, Object> headers(byte[] block) {
        Map<String, Object> headers = new HashMap<>();
        String event = "";
        int from = 0;
        while (from < block.length) {
            int feed = indexOf(block, '\n', from, block.length);
            int to = feed > from && block[feed - 1] == '\r' ? feed - 1 : feed;
            int colon = indexOf(block, ':', from, to);
            if (colon > from && colon < to) {
                String name = text(block, from, colon).toLowerCase(Locale.ROOT);
                int value = colon + 1 < to && block[colon + 1] == ' ' ? colon + 2 : colon + 1;
                String content =
                        CEscapes.isEscaped(event, name) ? CEscapes.unescape(block, value, to) : text(block, value, to);
                event = name.equals(EVENT) ? content : event;
                headers.merge(name, content, LongTail::both);
            }
            from = feed + 1;
        }
        return headers;
    }

    private static Map<String, Object> withoutPersonal(Map<String, Object> headers) {
        headers.replaceAll((name, value) -> PERSONAL.contains(name) ? WITHHELD : value);
        return headers;
    }

    private static Object both(Object before, Object more) {
        List<Object> all = new ArrayList<>();
        if (before instanceof List<?> list) {
            all.addAll(list);
        } else {
            all.add(before);
        }
        all.add(more);
        return all;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
