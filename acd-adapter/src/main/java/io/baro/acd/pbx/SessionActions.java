package io.baro.acd.pbx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Owns the actions about the session itself: login, ping, events on and off. Keeps no state. Runs on the loop's thread. */
final class SessionActions {
    private static final long MICROS = 1_000_000;

    private final EmbeddedPbx pbx;
    private int challenges;

    SessionActions(EmbeddedPbx pbx) {
        this.pbx = pbx;
    }

    void challenge(AmiServerSession session, AmiRequest request, AmiReply reply) {
        if (!request.get("AuthType").equalsIgnoreCase("MD5")) {
            reply.error("Must specify AuthType");
            return;
        }
        if (session.challenge().isEmpty()) {
            session.setChallenge(Long.toString(100_000_000L + ++challenges * 7_919L));
        }
        reply.data("Challenge: " + session.challenge() + "\r\n");
    }

    void login(AmiServerSession session, AmiRequest request, AmiReply reply) {
        AmiUser user = find(request.get("Username"));
        if (user == null || !proves(user, session.challenge(), request)) {
            reply.error("Authentication failed");
            session.close();
            return;
        }
        String events = request.get("Events");
        session.loggedIn(user, !events.equalsIgnoreCase("off"));
        reply.success("Authentication accepted");
        if (session.reads(EventClass.SYSTEM)) {
            long uptime = pbx.epochSeconds() - pbx.startedSeconds();
            reply.block("Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: " + uptime + "\r\nLastReload: " + uptime
                    + "\r\nStatus: Fully Booted\r\n\r\n");
        }
    }

    void logoff(AmiServerSession session, AmiReply reply) {
        reply.goodbye("Thanks for all the fish.");
        session.close();
    }

    void events(AmiServerSession session, AmiRequest request, AmiReply reply) {
        boolean on = !request.get("EventMask").equalsIgnoreCase("off");
        session.setEvents(on);
        reply.data("Events: " + (on ? "On" : "Off") + "\r\n");
    }

    void ping(AmiReply reply) {
        long now = pbx.clock().nowMicros();
        reply.data("Ping: Pong\r\nTimestamp: " + now / MICROS + '.' + String.format("%06d", now % MICROS) + "\r\n");
    }

    void userEvent(AmiRequest request, AmiReply reply) {
        reply.success("Event Sent");
        pbx.events()
                .userEventAction(
                        request.get("UserEvent").getBytes(StandardCharsets.UTF_8),
                        request.without("UserEvent").getBytes(StandardCharsets.UTF_8));
    }

    private AmiUser find(String name) {
        for (AmiUser user : pbx.settings().users()) {
            if (user.name().equals(name)) {
                return user;
            }
        }
        return null;
    }

    private static boolean proves(AmiUser user, String challenge, AmiRequest request) {
        if (!request.get("AuthType").equalsIgnoreCase("MD5")) {
            return user.secret().equals(request.get("Secret"));
        }
        return !challenge.isEmpty() && md5(challenge + user.secret()).equals(request.get("Key"));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
