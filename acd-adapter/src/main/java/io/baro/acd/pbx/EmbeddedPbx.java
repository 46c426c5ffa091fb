package io.baro.acd.pbx;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Owns one PBX: its channels, phones, global variables and AMI sessions. Never decides who talks to whom: the engine does, or, without
 * one, {@link FallbackQueue}. State lives on the loop's thread; {@link PbxConsole} is the door for other threads.
 */
public final class EmbeddedPbx {
    static final String TRUNK = "trunk-carrier";

    private static final byte[] TRUNK_DEVICE = Ascii.bytes("PJSIP/" + TRUNK);
    private static final String HEARTBEAT = "ACD_HB";
    /** More digits than epoch seconds will ever have: no number. */
    private static final int LONGEST_HEARTBEAT = 12;

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final PbxLoop loop;
    private final PbxSettings settings;
    private final PbxEvents events;
    private final AmiActions actions;
    private final ChannelTable channels;
    private final AmiSessions sessions = new AmiSessions();
    private final Map<String, AgentPhone> phones = new LinkedHashMap<>();
    private final Map<String, String> globals = new HashMap<>();
    private final Map<String, Trunk> trunks = new HashMap<>();
    private final Set<LentCall> lentCalls = new HashSet<>();
    private final Set<Callback> callbacks = new LinkedHashSet<>();
    private final CallbackMemory callbackMemory = new CallbackMemory();
    private CustomerScript customers = CustomerScript.PICKS_UP;
    private final ArrayDeque<Caller> gotos = new ArrayDeque<>();
    private final Observers observers = new Observers();
    private final FallbackQueue fallback;
    private final String turnText;
    private Channel listener;
    private long startedMicros;
    private int trunkCalls;
    private long callsProcessed;

    EmbeddedPbx(PbxLoop loop, PbxSettings settings) {
        this.loop = loop;
        this.settings = settings;
        this.events = new PbxEvents(new EventWriter(loop.clock(), settings.systemName()), sessions);
        this.channels = new ChannelTable(loop.clock(), settings.systemName());
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
        return sessions.eventsSent();
    }

    /** Sessions that were cut because they did not read. */
    public long sessionsTimedOut() {
        return sessions.timedOutCount();
    }

    void listen() {
        listener = loop.bind(this, settings.port());
    }

    AmiServerSession newSession() {
        return new AmiServerSession(this, actions);
    }

    PbxLoop loop() {
        return loop;
    }

    VirtualClock clock() {
        return loop.clock();
    }

    PbxEvents events() {
        return events;
    }

    ChannelTable channels() {
        return channels;
    }

    AmiSessions sessions() {
        return sessions;
    }

    FallbackQueue fallback() {
        return fallback;
    }

    Observers observers() {
        return observers;
    }

    /** The phone of that endpoint; null: there is none. */
    AgentPhone phone(String endpoint) {
        return phones.get(endpoint);
    }

    Collection<AgentPhone> phones() {
        return phones.values();
    }

    /** The trunk to that centre; null: there is none, as no PBX of the loop bears its name. */
    Trunk trunk(String centre) {
        if (loop.pbxNamed(centre) == null || centre.equals(settings.name())) {
            return null;
        }
        return trunks.computeIfAbsent(centre, name -> new Trunk(this, name));
    }

    /** Callbacks that are on the way. */
    Set<Callback> callbacks() {
        return callbacks;
    }

    CallbackMemory callbackMemory() {
        return callbackMemory;
    }

    CustomerScript customers() {
        return customers;
    }

    /** What customers do who are called back from now on. */
    void follow(CustomerScript script) {
        customers = script;
    }

    /** Calls that other centres lend us. */
    Set<LentCall> lentCalls() {
        return lentCalls;
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

    /** {@code ACD_TURN} as CoreShowChannels shows it. */
    String turnText() {
        return turnText;
    }

    String menuQueue(char digit) {
        return settings.menuQueues().getOrDefault(digit, settings.menuDefault());
    }

    /** As the dialplan asks: a session of the events user, and a heartbeat not older than 6 s of the wall's time. */
    boolean engineAlive() {
        if (sessions.count(settings.eventsUser()) < 1) {
            return false;
        }
        String beat = globals.getOrDefault(HEARTBEAT, "");
        boolean number = !beat.isEmpty()
                && beat.length() <= LONGEST_HEARTBEAT
                && beat.chars().allMatch(c -> c >= '0' && c <= '9');
        long ageSeconds = epochSeconds() - (number ? Long.parseLong(beat) : 0);
        return ageSeconds * 1000 <= clock().ofWallMillis(PbxSettings.HEARTBEAT_SECONDS * 1000L);
    }

    /** The channel by which that caller comes in. */
    PbxChannel trunkChannel(CallerPlan plan) {
        PbxChannel channel = channels.open(TRUNK, ChannelState.RING);
        channel.callerNumber = plan.number().isEmpty() ? PbxChannel.UNKNOWN : Ascii.bytes(plan.number());
        return channel;
    }

    Caller dial(CallerPlan plan) {
        Caller caller = new Caller(this, plan);
        dial(caller);
        return caller;
    }

    void dial(Caller caller) {
        callsProcessed++;
        observers.onDialled(caller);
        caller.start();
    }

    /** After the answer of its first call the trunk is in use. */
    void trunkTaken() {
        if (trunkCalls++ == 0) {
            events.deviceState(TRUNK_DEVICE, DeviceState.INUSE);
        }
    }

    void callerGone(Caller caller) {
        if (caller.callback() != null) {
            caller.callback().callerGone();
            return;
        }
        if (--trunkCalls == 0) {
            events.deviceState(TRUNK_DEVICE, DeviceState.NOT_INUSE);
        }
        observers.onEnded(caller);
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
        sessions.flush();
    }

    /** Power is lost and back: connections, channels and globals are gone and nobody is told. */
    void restart() {
        sessions.drop("");
        gotos.clear();
        fallback.clear();
        phones.values().forEach(AgentPhone::forgetCalls);
        trunks.values().forEach(Trunk::forgetCalls);
        lentCalls.forEach(LentCall::vanish);
        lentCalls.clear();
        List.copyOf(callbacks).forEach(Callback::vanish);
        callbacks.clear();
        trunkCalls = 0;
        callsProcessed = 0;
        globals.clear();
        startedMicros = clock().nowMicros();
        for (PbxChannel channel : channels.clear()) {
            Caller caller = channel.caller;
            if (caller != null && caller.channel == channel && caller.callback() == null) {
                caller.vanish();
                observers.onEnded(caller);
            }
        }
    }
}
