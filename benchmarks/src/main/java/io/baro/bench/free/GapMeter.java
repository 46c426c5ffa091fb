package io.baro.bench.free;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Looks on by an AMI login of its own and measures, by Asterisk's own time stamps, from the hangup of an agent's leg to the DialBegin of
 * his next caller, while a caller waits, and from a caller's channel to his DialBegin, while an agent is free. Never acts. Runs on: a
 * thread of its own; results are read after {@link #awaitCallers}.
 */
final class GapMeter implements AutoCloseable {
    /** A gap of more than a minute is a system that has stopped serving. */
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final AmiSession session;
    private final CountDownLatch callersGone;
    private final int agents;
    /** Callers who do not ring yet, by channel: when they came if an agent was free for them, else {@link #QUEUED}. */
    private final Map<String, Long> waiting = new HashMap<>();

    private final Map<String, Long> freedMicros = new HashMap<>();
    private final Histogram freed = new Histogram(HIGHEST_MICROS, 3);
    private final Histogram arrived = new Histogram(HIGHEST_MICROS, 3);
    private int busy;
    private int answered;

    private static final long QUEUED = -1;

    /** @param agents who are all free now */
    GapMeter(int amiPort, int callers, int agents) throws IOException {
        this.agents = agents;
        session = new AmiSession(amiPort, "baro-observer", "test-observer", true);
        callersGone = new CountDownLatch(callers);
        Thread.ofPlatform().daemon().name("gap-meter").start(this::watch);
    }

    /** True when that many callers have come and gone. */
    boolean awaitCallers(long seconds) throws InterruptedException {
        return callersGone.await(seconds, TimeUnit.SECONDS);
    }

    /** From an agent's hangup to the next caller's ring, in microseconds. */
    Histogram freed() {
        return freed;
    }

    /** From a caller's arrival to his ring, in microseconds. */
    Histogram arrived() {
        return arrived;
    }

    int answered() {
        return answered;
    }

    @Override
    public void close() throws IOException {
        session.close();
    }

    private void watch() {
        try {
            for (Map<String, String> event = session.next(); event != null; event = session.next()) {
                take(event);
            }
        } catch (IOException closed) {
            // The rig ended, or Asterisk did: then callers are missing, and the rig says so.
            freedMicros.clear();
        }
    }

    private void take(Map<String, String> event) {
        switch (event.getOrDefault("Event", "")) {
            case "Newchannel" -> arrive(event);
            case "DialBegin" -> begin(event);
            case "DialEnd" -> answered += "ANSWER".equals(event.get("DialStatus")) ? 1 : 0;
            case "Hangup" -> hangup(event);
            default -> {}
        }
    }

    private void arrive(Map<String, String> event) {
        if (isCaller(event.get("Channel"))) {
            boolean agentIsFree = busy + waiting.size() < agents;
            waiting.put(event.get("Uniqueid"), agentIsFree ? micros(event) : QUEUED);
        }
    }

    private void begin(Map<String, String> event) {
        busy++;
        Long came = waiting.remove(event.get("Uniqueid"));
        Long free = freedMicros.remove(agentOf(event.get("DestChannel")));
        if (came != null && came != QUEUED) {
            arrived.recordValue(Math.clamp(micros(event) - came, 0, HIGHEST_MICROS));
        } else if (free != null) {
            freed.recordValue(Math.clamp(micros(event) - free, 0, HIGHEST_MICROS));
        }
    }

    private void hangup(Map<String, String> event) {
        String channel = event.get("Channel");
        if (isCaller(channel)) {
            waiting.remove(event.get("Uniqueid"));
            callersGone.countDown();
            return;
        }
        busy--;
        if (!waiting.isEmpty()) {
            freedMicros.put(agentOf(channel), micros(event));
        }
    }

    private static boolean isCaller(String channel) {
        return channel.startsWith("PJSIP/trunk-");
    }

    /** {@code PJSIP/a1001-0000002a} is a leg of {@code PJSIP/a1001}. */
    private static String agentOf(String channel) {
        return channel.substring(0, channel.lastIndexOf('-'));
    }

    /** {@code 1795324526.634644}: seconds and six digits of microseconds. */
    private static long micros(Map<String, String> event) {
        return Long.parseLong(event.get("Timestamp").replace(".", ""));
    }
}
