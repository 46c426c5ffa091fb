package io.baro.acd.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One client that listens: its events wait here until its connection takes them. One that is too slow loses them, is told so, and begins anew. Filled
 * by the hub, under its lock; emptied by the request's virtual thread.
 */
final class Listener implements Reply.Stream {
    /** Half a minute of a floor of five topics, or all of 20,000 agents in parts. */
    private static final int WAITING = 256;

    /** Proxies close what is silent for a minute. */
    private static final long SILENCE_SECONDS = 15;

    private static final byte[] STILL_THERE = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RESTART = "event: restart\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = {};

    private final EventHub hub;
    private final Set<String> topics;
    private final String agent;
    private final ArrayBlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING);
    private boolean behind;

    /** @param agent hears of himself alone; null: of everybody */
    Listener(EventHub hub, Set<String> topics, String agent) {
        this.hub = hub;
        this.topics = topics;
        this.agent = agent;
    }

    /** An event as it goes over the wire. */
    static byte[] event(String topic, Object document) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(("event: " + topic + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        event.writeBytes(Json.write(document));
        event.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return event.toByteArray();
    }

    boolean wants(String topic) {
        return topics.contains(topic);
    }

    /** Whether what everybody hears of that topic is for it too. */
    boolean hearsAll(String topic) {
        return wants(topic) && (agent == null || topic.equals(EventHub.FLOOR));
    }

    String agent() {
        return agent;
    }

    /** @param document null: nothing to tell */
    void offer(String topic, Object document) {
        if (document != null && wants(topic)) {
            offer(event(topic, document));
        }
    }

    void offer(byte[] event) {
        if (!behind && !waiting.offer(event)) {
            fallBehind();
        }
    }

    /** What it knows is not to be relied on. */
    void fallBehind() {
        behind = true;
        waiting.clear();
    }

    /** Whether it must begin anew. */
    boolean takeBehind() {
        boolean taken = behind;
        behind = false;
        return taken;
    }

    void restart() {
        offer(RESTART);
    }

    void end() {
        waiting.clear();
        offer(END);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException, InterruptedException {
        hub.add(this);
        try {
            while (true) {
                byte[] event = waiting.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
                if (event != null && event.length == 0) {
                    return;
                }
                out.write(event == null ? STILL_THERE : event);
                out.flush();
            }
        } finally {
            hub.remove(this);
        }
    }
}
