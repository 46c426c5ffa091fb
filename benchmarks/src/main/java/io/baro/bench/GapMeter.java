package io.baro.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Looks on by an AMI login of its own and measures, by Asterisk's own time stamps, from the hangup of an agent's leg to the DialBegin of
 * his next caller, while a caller waits. Never acts. Runs on: a thread of its own; results are read after {@link #awaitCallers}.
 */
final class GapMeter implements AutoCloseable {
    /** A gap of more than a minute is a system that has stopped serving. */
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final AmiSession session;
    private final CountDownLatch callersGone;
    private final Set<String> waiting = new HashSet<>();
    private final Map<String, Long> freedMicros = new HashMap<>();
    private final Histogram gaps = new Histogram(HIGHEST_MICROS, 3);
    private int answered;

    GapMeter(int amiPort, int callers) throws IOException {
        session = new AmiSession(amiPort, "baro-observer", "test-observer", true);
        callersGone = new CountDownLatch(callers);
        Thread.ofPlatform().daemon().name("gap-meter").start(this::watch);
    }

    /** True when that many callers have come and gone. */
    boolean awaitCallers(long seconds) throws InterruptedException {
        return callersGone.await(seconds, TimeUnit.SECONDS);
    }

    Histogram gaps() {
        return gaps;
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
            waiting.add(event.get("Uniqueid"));
        }
    }

    private void begin(Map<String, String> event) {
        waiting.remove(event.get("Uniqueid"));
        Long freed = freedMicros.remove(agentOf(event.get("DestChannel")));
        if (freed != null) {
            gaps.recordValue(Math.clamp(micros(event) - freed, 0, HIGHEST_MICROS));
        }
    }

    private void hangup(Map<String, String> event) {
        String channel = event.get("Channel");
        if (isCaller(channel)) {
            waiting.remove(event.get("Uniqueid"));
            callersGone.countDown();
        } else if (!waiting.isEmpty()) {
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
