package io.baro.bench.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The PBX's manager as one server under test sees it: logs in whoever comes, answers what a link asks, truthfully, and moves callers. Knows
 * nothing of time or calls. One thread.
 */
final class PlayedPbx implements PbxSession.Listener, AutoCloseable {
    private static final byte[] MOVED = bytes("Response: Success\r\nActionID: ");
    private static final byte[] MOVED_END = bytes("\r\nMessage: Redirect successful\r\n\r\n");
    private static final String SYSTEM_NAME = "seoul-7f3a9c";
    private static final long MILLIS = 1000;

    private final ServerSocketChannel server;
    private final List<PbxSession> sessions = new ArrayList<>();
    private final int agents;
    private Moves moves = action -> {};
    private PbxSession events;

    /** Hears of each Redirect. */
    interface Moves {
        void onMove(ActionBlock action);
    }

    PlayedPbx(int agents) throws IOException {
        this.agents = agents;
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
    }

    int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    void moves(Moves listener) {
        moves = listener;
    }

    /** Where events are written; null while nobody wants any. */
    PbxSession events() {
        return events;
    }

    /** Lets newcomers in; beside {@link #poll}, as it is rare. */
    void accept() throws IOException {
        SocketChannel fresh = server.accept();
        if (fresh != null) {
            sessions.add(new PbxSession(fresh));
        }
    }

    /** Takes what the server sent, and sends what waits. */
    void poll() throws IOException {
        for (int i = 0; i < sessions.size(); i++) {
            PbxSession session = sessions.get(i);
            if (!session.poll(this)) {
                forget(session);
                return;
            }
            session.flush();
        }
    }

    private void forget(PbxSession session) throws IOException {
        session.close();
        sessions.remove(session);
        events = session == events ? null : events;
    }

    @Override
    public void onAction(PbxSession session, ActionBlock action) {
        boolean redirect = action.find("action") && action.bytes[action.valueFrom()] == 'R';
        if (!redirect) {
            answer(session, action, action.value("action").toLowerCase(Locale.ROOT));
            return;
        }
        if (action.find("actionid")) {
            session.out()
                    .put(MOVED)
                    .put(action.bytes, action.valueFrom(), action.valueTo() - action.valueFrom())
                    .put(MOVED_END);
        }
        moves.onMove(action);
    }

    private void answer(PbxSession session, ActionBlock action, String name) {
        String id = "ActionID: " + action.value("actionid") + "\r\n";
        String success = "Response: Success\r\n" + id;
        long now = System.currentTimeMillis();
        switch (name) {
            case "challenge" -> session.say(success + "Challenge: 146895173\r\n\r\n");
            case "login" -> login(session, action, success);
            case "ping" ->
                session.say(success
                        + "Ping: Pong\r\nTimestamp: %d.%06d\r\n\r\n".formatted(now / MILLIS, now % MILLIS * MILLIS));
            case "setvar" -> setvar(session, action, success);
            case "corestatus" ->
                session.say(success + "CoreStartupDate: 2026-11-22\r\nCoreStartupTime: 05:15:25\r\n\r\n");
            case "coresettings" ->
                session.say(success + "AMIversion: 11.0.0\r\nAsteriskVersion: 18.10.1\r\nSystemName: " + SYSTEM_NAME
                        + "\r\n\r\n");
            case "coreshowchannels" -> list(session, id, success, "CoreShowChannelsComplete", 0);
            case "devicestatelist" -> list(session, id, success, "DeviceStateListComplete", agents);
            default -> session.say("Response: Error\r\n" + id + "Message: Invalid/unknown command\r\n\r\n");
        }
    }

    private void login(PbxSession session, ActionBlock action, String success) {
        session.loggedIn = true;
        session.say(success + "Message: Authentication accepted\r\n\r\n");
        if (!action.value("events").equals("off")) {
            session.say("Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 1\r\nStatus: Fully Booted\r\n\r\n");
            session.events = true;
            events = session;
        }
    }

    private void setvar(PbxSession session, ActionBlock action, String success) {
        session.say(success + "Message: Variable Set\r\n\r\n");
        if (events != null) {
            events.say("Event: VarSet\r\nPrivilege: dialplan,all\r\nTimestamp: 1.0\r\nSystemName: " + SYSTEM_NAME
                    + "\r\nChannel: none\r\nUniqueid: none\r\nVariable: " + action.value("variable") + "\r\nValue: "
                    + action.value("value") + "\r\n\r\n");
        }
    }

    /** Nobody is on the line when a link comes, and every phone is free. */
    private void list(PbxSession session, String id, String success, String complete, int devices) {
        StringBuilder text = new StringBuilder(success + "EventList: start\r\nMessage: List will follow\r\n\r\n");
        for (int i = 0; i < devices; i++) {
            text.append("Event: DeviceStateChange\r\n")
                    .append(id)
                    .append("Device: PJSIP/")
                    .append(Agents.endpoint(i))
                    .append("\r\nState: NOT_INUSE\r\n\r\n");
        }
        session.say(text.append("Event: ")
                .append(complete)
                .append("\r\n")
                .append(id)
                .append("EventList: Complete\r\nListItems: ")
                .append(devices)
                .append("\r\n\r\n")
                .toString());
    }

    @Override
    public void close() throws IOException {
        for (PbxSession session : sessions) {
            session.close();
        }
        server.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
