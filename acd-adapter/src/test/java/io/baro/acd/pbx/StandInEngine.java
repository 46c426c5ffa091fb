package io.baro.acd.pbx;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * In the engine's place: first come, first served, longest idle agent, all by AMI. It knows nothing of the PBX but what it reads, so its
 * counts are a second opinion of what the PBX did.
 */
final class StandInEngine implements AutoCloseable {
    final AtomicLong arrived = new AtomicLong();
    final AtomicLong connected = new AtomicLong();
    final AtomicLong events = new AtomicLong();
    final AtomicLong impossible = new AtomicLong();

    private final Socket eventSocket;
    private final Socket actionSocket;
    private final OutputStream actions;
    private final LongSupplier pbxEpochMillis;
    private final Thread reader;
    private final Set<String> legs = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private final ArrayDeque<String> line = new ArrayDeque<>();
    private final ArrayDeque<String> ready = new ArrayDeque<>();
    private final Set<String> loggedIn = new HashSet<>();
    private final Map<String, String> offered = new HashMap<>();
    private final Set<String> talking = new HashSet<>();
    private final CountDownLatch booted = new CountDownLatch(1);
    private long offers;
    private long lastBeatNanos;

    StandInEngine(int port, String eventSecret, String actionSecret, LongSupplier pbxEpochMillis, List<String> agents)
            throws Exception {
        this.pbxEpochMillis = pbxEpochMillis;
        actionSocket = login(port, "acd-act", actionSecret);
        actions = actionSocket.getOutputStream();
        eventSocket = login(port, "acd-ev", eventSecret);
        agents.forEach(agent -> {
            loggedIn.add(agent);
            ready.add(agent);
        });
        beat();
        reader = Thread.ofPlatform().daemon().name("stand-in-engine").start(this::read);
        Thread.ofPlatform().daemon().start(this::swallow);
        if (!booted.await(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no login");
        }
    }

    private static Socket login(int port, String user, String secret) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.getOutputStream()
                .write(("Action: Login\r\nUsername: " + user + "\r\nSecret: " + secret + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private void swallow() {
        byte[] answers = new byte[64 * 1024];
        try {
            while (actionSocket.getInputStream().read(answers) >= 0) {
                // Answers tell nothing that events do not.
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void read() {
        List<String> block = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(
                        new BufferedInputStream(eventSocket.getInputStream(), 256 * 1024), StandardCharsets.ISO_8859_1),
                64 * 1024)) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                if (!text.isEmpty()) {
                    block.add(text);
                    continue;
                }
                events.incrementAndGet();
                event(new AmiBlock(block));
                block.clear();
                if (System.nanoTime() - lastBeatNanos > 1_000_000_000L) {
                    beat();
                }
            }
        } catch (IOException e) {
            // Closed by either side.
        }
    }

    private void event(AmiBlock block) throws IOException {
        String first = block.lines().get(0);
        switch (first) {
            case "Event: FullyBooted" -> booted.countDown();
            case "Event: UserEvent" -> userEvent(block);
            case "Event: DialBegin" -> legs.add(endpointOf(block.get("DestChannel")));
            case "Event: BridgeEnter" -> bridged(block);
            case "Event: Hangup" -> hungUp(block.get("Channel"));
            default -> {}
        }
    }

    private void userEvent(AmiBlock block) throws IOException {
        String channel = block.get("Channel");
        switch (block.get("UserEvent")) {
            case "AcdArrived" -> {
                arrived.incrementAndGet();
                redirect(channel, "acd-menu", "s");
            }
            case "AcdWaiting" -> {
                if (!offered.containsValue(channel) && waiting.add(channel)) {
                    line.add(channel);
                }
                match();
            }
            case "AcdDialResult" -> offerOver(channel);
            case "AcdAgent" -> agent(block.get("Endpoint"), block.get("State"));
            default -> {}
        }
    }

    private void agent(String endpoint, String state) throws IOException {
        switch (state) {
            case "login", "ready" -> {
                if (loggedIn.add(endpoint)) {
                    ready.add(endpoint);
                }
                match();
            }
            default -> {
                // A pause or a logout.
                loggedIn.remove(endpoint);
                ready.remove(endpoint);
            }
        }
    }

    private void bridged(AmiBlock block) {
        if (block.get("BridgeNumChannels").equals("2") && block.get("Context").equals("acd-dial")) {
            connected.incrementAndGet();
            if (!talking.add(block.get("Channel"))) {
                impossible.incrementAndGet();
            }
        }
    }

    private void hungUp(String channel) throws IOException {
        if (waiting.remove(channel)) {
            line.remove(channel);
        }
        talking.remove(channel);
        String endpoint = endpointOf(channel);
        if (legs.remove(endpoint)) {
            offered.remove(endpoint);
            free(endpoint);
        } else {
            offerOver(channel);
        }
    }

    /** The caller is back or gone; an agent whose phone never rang is free. */
    private void offerOver(String channel) throws IOException {
        for (Map.Entry<String, String> offer : offered.entrySet()) {
            if (offer.getValue().equals(channel)) {
                offered.remove(offer.getKey());
                if (!legs.contains(offer.getKey())) {
                    free(offer.getKey());
                }
                return;
            }
        }
    }

    private void free(String endpoint) throws IOException {
        if (loggedIn.contains(endpoint) && !ready.contains(endpoint)) {
            ready.add(endpoint);
            match();
        }
    }

    private static String endpointOf(String channel) {
        return channel.substring("PJSIP/".length(), channel.lastIndexOf('-'));
    }

    private void match() throws IOException {
        while (!line.isEmpty() && !ready.isEmpty()) {
            String channel = line.removeFirst();
            String endpoint = ready.removeFirst();
            waiting.remove(channel);
            offered.put(endpoint, channel);
            redirect(channel, "acd-dial", "o_" + ++offers + "_20_" + endpoint);
        }
    }

    private void redirect(String channel, String context, String exten) throws IOException {
        act("Action: Redirect\r\nChannel: " + channel + "\r\nContext: " + context + "\r\nExten: " + exten
                + "\r\nPriority: 1\r\n\r\n");
    }

    private void beat() throws IOException {
        lastBeatNanos = System.nanoTime();
        act("Action: Setvar\r\nVariable: ACD_HB\r\nValue: " + pbxEpochMillis.getAsLong() / 1000 + "\r\n\r\n");
    }

    private void act(String text) throws IOException {
        actions.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Stops reading and beating, sockets open: a frozen engine. */
    @Override
    public void close() {
        try {
            eventSocket.close();
            actionSocket.close();
            reader.join(5_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
