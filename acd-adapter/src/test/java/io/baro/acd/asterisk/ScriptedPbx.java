package io.baro.acd.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * A small Asterisk manager on loopback, real TCP: logs in by challenge, answers what a link asks, says what a test tells it to. Knows no
 * calls. One thread for each connection.
 */
final class ScriptedPbx implements AutoCloseable {
    private final ServerSocket server;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Map<String, String>> actions = new LinkedBlockingQueue<>();
    private volatile boolean echoesHeartbeats = true;
    private volatile boolean answersRedirects = true;
    private volatile String redirectAnswer = "Response: Success\r\n%sMessage: Redirect successful\r\n\r\n";
    private volatile String startupTime = "05:15:25";
    private volatile List<String> channels = List.of();
    private volatile int channelsMissing;

    ScriptedPbx() throws IOException {
        this(0, ServerSocketFactory.getDefault());
    }

    ScriptedPbx(int port, ServerSocketFactory sockets) throws IOException {
        server = sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("scripted-pbx").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void echoesHeartbeats(boolean yes) {
        echoesHeartbeats = yes;
    }

    void answersRedirects(boolean yes) {
        answersRedirects = yes;
    }

    /** The answer to each Redirect; {@code %s} is its ActionID line. */
    void redirectAnswer(String format) {
        redirectAnswer = format;
    }

    void startupTime(String time) {
        startupTime = time;
    }

    /** Items of CoreShowChannels, each without its Event and ActionID lines. */
    void channels(List<String> items) {
        channels = items;
    }

    /** How many more items the list claims than it holds. */
    void channelsMissing(int count) {
        channelsMissing = count;
    }

    /** Waits for an action of that name, passing over others. */
    Map<String, String> awaitAction(String name) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (true) {
            Map<String, String> action = actions.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (action == null) {
                throw new AssertionError("no action " + name + " within 20 s");
            }
            if (action.get("Action").equals(name)) {
                return action;
            }
        }
    }

    /** True if an action of that name has arrived and was not awaited. */
    boolean hasAction(String name) {
        return actions.stream().anyMatch(action -> action.get("Action").equals(name));
    }

    /** Writes an event to the newest event session; lines end in LF in the text. */
    void say(String event) throws IOException {
        session(true).write(event.replace("\n", "\r\n"));
    }

    /** Writes raw bytes to the newest action session. */
    void sayToActions(String text) throws IOException {
        session(false).write(text.replace("\n", "\r\n"));
    }

    void cut(boolean events) throws IOException {
        session(events).socket.close();
    }

    private Connection session(boolean events) {
        return connections.reversed().stream()
                .filter(connection -> connection.loggedIn && connection.events == events)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Connection connection : connections) {
            connection.socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Connection connection = new Connection(server.accept());
                connections.add(connection);
                Thread.ofPlatform().daemon().name("scripted-pbx-session").start(connection::serve);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private final class Connection {
        private static final String CHALLENGE = "158291237";

        private final Socket socket;
        private volatile boolean loggedIn;
        private volatile boolean events;

        Connection(Socket socket) {
            this.socket = socket;
        }

        void serve() {
            try (socket) {
                write("Asterisk Call Manager/11.0.0\r\n");
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                Map<String, String> action = new LinkedHashMap<>();
                String line;
                while ((line = in.readLine()) != null) {
                    if (!line.isEmpty()) {
                        int colon = line.indexOf(':');
                        if (colon < 0) {
                            return;
                        }
                        action.put(
                                line.substring(0, colon),
                                line.substring(colon + 1).strip());
                    } else if (!action.isEmpty()) {
                        answer(action);
                        action = new LinkedHashMap<>();
                    }
                }
            } catch (IOException closed) {
                // Either side may hang up at any time.
            }
        }

        synchronized void write(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        private void answer(Map<String, String> action) throws IOException {
            String id = action.containsKey("ActionID") ? "ActionID: " + action.get("ActionID") + "\r\n" : "";
            switch (action.get("Action")) {
                case "Challenge" -> write("Response: Success\r\n" + id + "Challenge: " + CHALLENGE + "\r\n\r\n");
                case "Login" -> login(action, id);
                case "Ping" ->
                    write("Response: Success\r\n" + id + "Ping: Pong\r\nTimestamp: " + System.currentTimeMillis() / 1000
                            + ".000000\r\n\r\n");
                case "Setvar" -> setvar(action, id);
                case "CoreStatus" ->
                    write("Response: Success\r\n" + id + "CoreStartupDate: 2026-11-22\r\nCoreStartupTime: "
                            + startupTime + "\r\n\r\n");
                case "CoreShowChannels" -> list(id, "CoreShowChannel", channels, channelsMissing);
                case "DeviceStateList" ->
                    list(id, "DeviceStateChange", List.of("Device: PJSIP/a1001\r\nState: NOT_INUSE\r\n"), 0);
                case "Redirect" -> {
                    if (answersRedirects) {
                        write(redirectAnswer.formatted(id));
                    }
                }
                default -> write("Response: Error\r\n" + id + "Message: Invalid/unknown command\r\n\r\n");
            }
            // Noted after the answer: a test that awaits the action may rely on it.
            actions.add(action);
        }

        private void login(Map<String, String> action, String id) throws IOException {
            events = action.get("Username").equals("acd-ev");
            String secret = events ? "ev-secret" : "act-secret";
            if (!md5(CHALLENGE + secret).equals(action.get("Key"))) {
                write("Response: Error\r\n" + id + "Message: Authentication failed\r\n\r\n");
                socket.close();
                return;
            }
            loggedIn = true;
            write("Response: Success\r\n" + id + "Message: Authentication accepted\r\n\r\n");
            if (events) {
                write("Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 1\r\nStatus: Fully Booted\r\n\r\n");
            }
        }

        private void setvar(Map<String, String> action, String id) throws IOException {
            write("Response: Success\r\n" + id + "Message: Variable Set\r\n\r\n");
            if (echoesHeartbeats) {
                say("Event: VarSet\nPrivilege: dialplan,all\nTimestamp: 1.0\nSystemName: " + TestCentre.SYSTEM_NAME
                        + "\nChannel: none\nUniqueid: none\nVariable: " + action.get("Variable") + "\nValue: "
                        + action.get("Value") + "\n\n");
            }
        }

        private void list(String id, String event, List<String> items, int missing) throws IOException {
            List<String> text = new ArrayList<>();
            text.add("Response: Success\r\n" + id + "EventList: start\r\nMessage: List will follow\r\n\r\n");
            for (String item : items) {
                text.add("Event: " + event + "\r\n" + id + item + "\r\n");
            }
            String complete = event.equals("CoreShowChannel") ? "CoreShowChannelsComplete" : "DeviceStateListComplete";
            text.add("Event: " + complete + "\r\n" + id + "EventList: Complete\r\nListItems: "
                    + (items.size() + missing) + "\r\n\r\n");
            write(String.join("", text));
        }

        private static String md5(String text) {
            try {
                byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
