package io.baro.acd.pbx;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns one PBX: its channels, phones, global variables and AMI sessions. Never decides who talks to whom: the engine does, or, without
 * one, {@link FallbackQueue}. State lives on the loop's thread; {@link PbxConsole} is the door for other threads.
 */
public final class EmbeddedPbx {
    static final String TRUNK = "trunk-carrier";

    private static final String HEARTBEAT = "ACD_HB";
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final PbxLoop loop;
    private final PbxSettings settings;
    private final PbxEvents events;
    private final AmiActions actions;
    private final Map<String, AgentPhone> phones = new LinkedHashMap<>();
    private final Map<String, PbxChannel> channels = new HashMap<>();
    private final Map<String, String> globals = new HashMap<>();
    private final List<AmiServerSession> sessions = new ArrayList<>();
    private final ArrayDeque<AmiServerSession> toFlush = new ArrayDeque<>();
    private final ArrayDeque<Caller> gotos = new ArrayDeque<>();
    private final FallbackQueue fallback;
    private final String turnText;
    private final byte[] trunkBytes = Ascii.bytes("PJSIP/" + TRUNK);
    private CallObserver observer = CallObserver.NOBODY;
    private Channel listener;
    private long startedMicros;
    private long uniqueIds;
    private int channelNumbers;
    private long bridges;
    private int trunkCalls;
    private long callsProcessed;
    private final AtomicLong eventsSent = new AtomicLong();
    private final AtomicLong sessionsTimedOut = new AtomicLong();

    EmbeddedPbx(PbxLoop loop, PbxSettings settings) {
        this.loop = loop;
        this.settings = settings;
        this.events = new PbxEvents(new EventWriter(loop.clock(), settings.systemName()), this::publish);
        this.actions = new AmiActions(this);
        for (String endpoint : settings.endpoints()) {
            phones.put(endpoint, new AgentPhone(this, endpoint));
        }
        this.fallback = new FallbackQueue(this, phones.values());
        this.turnText = Integer.toString(settings.turnSeconds());
        this.startedMicros = loop.clock().nowMicros();
    }

    public PbxSettings settings() {
        return settings;
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** The hands of tests and drivers on this PBX. */
    public PbxConsole console() {
        return new PbxConsole(this, loop);
    }

    /** Events written to sessions since the start. */
    public long eventsSent() {
        return eventsSent.get();
    }

    /** Sessions that were cut because they did not read. */
    public long sessionsTimedOut() {
        return sessionsTimedOut.get();
    }

    void listen() {
        listener = loop.bind(this, listener == null ? settings.port() : port());
    }

    VirtualClock clock() {
        return loop.clock();
    }

    PbxEvents events() {
        return events;
    }

    FallbackQueue fallback() {
        return fallback;
    }

    CallObserver observer() {
        return observer;
    }

    void observe(CallObserver newObserver) {
        observer = newObserver;
    }

    AgentPhone phone(String endpoint) {
        return phones.get(endpoint);
    }

    Collection<AgentPhone> phones() {
        return phones.values();
    }

    Collection<PbxChannel> channels() {
        return channels.values();
    }

    Map<String, String> globals() {
        return globals;
    }

    long epochSeconds() {
        return clock().nowMicros() / MICROS_PER_SECOND;
    }

    long startedSeconds() {
        return startedMicros / MICROS_PER_SECOND;
    }

    long callsProcessed() {
        return callsProcessed;
    }

    String turnText() {
        return turnText;
    }

    String menuQueue(char digit) {
        return settings.menuQueues().getOrDefault(digit, settings.menuDefault());
    }

    /** As the dialplan asks: a session of the events user, and a heartbeat not older than 6 s of the wall's time. */
    boolean engineAlive() {
        if (eventSessions() < 1) {
            return false;
        }
        String beat = globals.getOrDefault(HEARTBEAT, "");
        long seconds = beat.isEmpty() || beat.length() > 12 || !beat.chars().allMatch(Character::isDigit)
                ? 0
                : Long.parseLong(beat);
        long age = epochSeconds() - seconds;
        return age * 1000 <= clock().ofWallMillis(PbxSettings.HEARTBEAT_SECONDS * 1000L);
    }

    int eventSessions() {
        int count = 0;
        for (int i = 0; i < sessions.size(); i++) {
            AmiUser user = sessions.get(i).user();
            if (user != null && user.name().equals(settings.eventsUser())) {
                count++;
            }
        }
        return count;
    }

    PbxChannel newChannel(String endpoint, ChannelState state) {
        String number = String.format("%08x", channelNumbers++);
        return newChannel("PJSIP/" + endpoint + '-' + number, nextUniqueId(), state);
    }

    /** A channel of this name and id, known from now on. */
    PbxChannel newChannel(String name, String uniqueId, ChannelState state) {
        PbxChannel channel = new PbxChannel(name, Ascii.bytes(uniqueId), clock().nowMicros(), state);
        channels.put(name, channel);
        return channel;
    }

    String nextUniqueId() {
        String prefix = settings.systemName().isEmpty() ? "" : settings.systemName() + '-';
        return prefix + epochSeconds() + '.' + uniqueIds++;
    }

    /** {@code <epoch>.<seq>}: the unique id without the system's name. */
    String callOf(PbxChannel channel) {
        int prefix = settings.systemName().isEmpty() ? 0 : settings.systemName().length() + 1;
        return new String(channel.uniqueId, prefix, channel.uniqueId.length - prefix, StandardCharsets.ISO_8859_1);
    }

    byte[] newBridgeId() {
        return Ascii.bytes(String.format("00000000-0000-4000-8000-%012x", ++bridges));
    }

    PbxChannel channel(String name) {
        return channels.get(name);
    }

    void forget(PbxChannel channel) {
        channels.remove(channel.name);
    }

    Caller dial(CallerPlan plan) {
        Caller caller = new Caller(this, plan);
        dial(caller);
        return caller;
    }

    void dial(Caller caller) {
        callsProcessed++;
        observer.onDialled(caller);
        caller.start();
    }

    /** After the answer of its first call the trunk is in use. */
    void trunkTaken() {
        if (trunkCalls++ == 0) {
            events.deviceState(trunkBytes, DeviceState.INUSE);
        }
    }

    void callerGone(Caller caller) {
        if (--trunkCalls == 0) {
            events.deviceState(trunkBytes, DeviceState.NOT_INUSE);
        }
        observer.onEnded(caller);
    }

    void contactChanged(AgentPhone phone, boolean present) {
        events.plain(
                EventHead.PEER_STATUS,
                "ChannelType: PJSIP\r\nPeer: PJSIP/" + phone.endpoint() + "\r\nPeerStatus: "
                        + (present ? "Reachable" : "Unreachable") + "\r\n");
    }

    /** The Redirect is obeyed at the end of this turn, as a channel's thread would a moment later. */
    void goesTo(Caller caller) {
        gotos.addLast(caller);
    }

    void turnEnded() {
        for (Caller caller = gotos.pollFirst(); caller != null; caller = gotos.pollFirst()) {
            caller.followGoto();
        }
        for (AmiServerSession session = toFlush.pollFirst(); session != null; session = toFlush.pollFirst()) {
            session.flush();
        }
    }

    AmiServerSession newSession() {
        return new AmiServerSession(this, actions);
    }

    void sessionOpened(AmiServerSession session) {
        sessions.add(session);
    }

    void sessionClosed(AmiServerSession session) {
        sessions.remove(session);
    }

    void toFlush(AmiServerSession session) {
        toFlush.addLast(session);
    }

    void readerBlocked(boolean blocked) {
        loop.readerBlocked(blocked);
    }

    void sessionTimedOut() {
        sessionsTimedOut.incrementAndGet();
    }

    void failed(Throwable cause) {
        loop.failed(cause);
    }

    /** Cuts the sessions of that user; an empty name: all. */
    void dropSessions(String userName) {
        for (AmiServerSession session : List.copyOf(sessions)) {
            if (userName.isEmpty()
                    || (session.user() != null && session.user().name().equals(userName))) {
                session.close();
            }
        }
    }

    private void publish(EventHead head, byte[] block, int length) {
        for (int i = 0; i < sessions.size(); i++) {
            AmiServerSession session = sessions.get(i);
            if (session.reads(head.eventClass)) {
                session.write(block, length);
                eventsSent.lazySet(eventsSent.get() + 1);
            }
        }
    }
}
