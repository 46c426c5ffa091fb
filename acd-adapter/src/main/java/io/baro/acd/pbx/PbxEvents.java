package io.baro.acd.pbx;

import java.util.EnumMap;

/**
 * Owns the words of each event: which fields follow the snapshot. Never decides when one is due. Only the loop's thread calls it; one
 * per PBX.
 */
final class PbxEvents {
    static final byte[] DIAL_STRING = Ascii.bytes("DialString: ");
    static final byte[] DIAL_STATUS = Ascii.bytes("DialStatus: ");
    private static final byte[] CAUSE = Ascii.bytes("Cause: ");
    private static final byte[] TECH_CAUSE = Ascii.bytes("TechCause: ");
    private static final byte[] BRIDGE_ID = Ascii.bytes("BridgeUniqueid: ");
    private static final byte[] BRIDGE_KIND = bridgeKind("simple_bridge");
    /** By then the media goes from phone to phone. */
    private static final byte[] BRIDGE_KIND_LATER = bridgeKind("native_rtp");

    private static final byte[] BRIDGE_CHANNELS = Ascii.bytes("BridgeNumChannels: ");
    private static final byte[] BRIDGE_VIDEO = Ascii.bytes("BridgeVideoSourceMode: none\r\n");
    private static final byte[] DEVICE = Ascii.bytes("Device: ");
    private static final EnumMap<DeviceState, byte[]> DEVICE_STATES =
            Ascii.table(DeviceState.class, state -> "State: " + state + "\r\n");
    private static final EnumMap<HangupCause, byte[]> CAUSE_TEXTS =
            Ascii.table(HangupCause.class, cause -> "Cause-txt: " + cause.text + "\r\n");
    private static final byte[] USER_EVENT = Ascii.bytes("UserEvent: ");
    private static final byte[] NO_CHANNEL = Ascii.lines("Channel: none", "Uniqueid: none");

    private final EventWriter writer;
    private final EventAudience audience;

    PbxEvents(EventWriter writer, EventAudience audience) {
        this.writer = writer;
        this.audience = audience;
    }

    void newChannel(PbxChannel channel) {
        send(EventHead.NEW_CHANNEL, begin(EventHead.NEW_CHANNEL).channel(channel));
    }

    void newState(PbxChannel channel) {
        send(EventHead.NEW_STATE, begin(EventHead.NEW_STATE).channel(channel));
    }

    /** Originate: nobody dials but Asterisk itself. */
    void originating(EventHead head, PbxChannel callee, byte[] label, byte[] value) {
        send(head, begin(head).dest(callee).field(label, value));
    }

    void dialBegin(PbxChannel caller, PbxChannel agent, byte[] dialString) {
        send(
                EventHead.DIAL_BEGIN,
                begin(EventHead.DIAL_BEGIN).channel(caller).dest(agent).field(DIAL_STRING, dialString));
    }

    void dialState(PbxChannel caller, PbxChannel agent, byte[] status) {
        send(
                EventHead.DIAL_STATE,
                begin(EventHead.DIAL_STATE).channel(caller).dest(agent).field(DIAL_STATUS, status));
    }

    void dialEnd(PbxChannel caller, PbxChannel agent, byte[] status) {
        send(
                EventHead.DIAL_END,
                begin(EventHead.DIAL_END).channel(caller).dest(agent).field(DIAL_STATUS, status));
    }

    void bridgeEnter(PbxChannel channel, int channels) {
        bridge(EventHead.BRIDGE_ENTER, BRIDGE_KIND, channel, channels);
    }

    /** The channel still names the bridge that it leaves. */
    void bridgeLeave(PbxChannel channel, int channels) {
        bridge(EventHead.BRIDGE_LEAVE, BRIDGE_KIND_LATER, channel, channels);
    }

    /** The far end of this channel said BYE, CANCEL or no. */
    void hangupRequest(PbxChannel channel) {
        EventWriter block = begin(EventHead.HANGUP_REQUEST).channel(channel);
        if (channel.cause != HangupCause.NONE) {
            block.field(CAUSE, channel.cause.cause);
        }
        send(EventHead.HANGUP_REQUEST, techCause(block, channel.cause));
    }

    /** Asterisk itself ends this channel. */
    void softHangupRequest(PbxChannel channel) {
        EventWriter block =
                begin(EventHead.SOFT_HANGUP_REQUEST).channel(channel).field(CAUSE, HangupCause.NORMAL.cause);
        send(EventHead.SOFT_HANGUP_REQUEST, techCause(block, channel.cause));
    }

    void hangup(PbxChannel channel) {
        EventWriter block = begin(EventHead.HANGUP)
                .channel(channel)
                .field(CAUSE, channel.cause.cause)
                .lines(CAUSE_TEXTS.get(channel.cause));
        send(EventHead.HANGUP, techCause(block, channel.cause));
    }

    void deviceState(byte[] device, DeviceState state) {
        send(
                EventHead.DEVICE_STATE_CHANGE,
                begin(EventHead.DEVICE_STATE_CHANGE).field(DEVICE, device).lines(DEVICE_STATES.get(state)));
    }

    /** Starts {@code UserEvent(name,...)} of the dialplan; the caller adds fields and calls {@link #endUserEvent}. */
    EventWriter userEvent(PbxChannel channel, byte[] name) {
        return begin(EventHead.USER_EVENT).channel(channel).field(USER_EVENT, name);
    }

    void endUserEvent() {
        send(EventHead.USER_EVENT, writer);
    }

    /** The action UserEvent: no channel, all its headers as they came. */
    void userEventAction(byte[] name, byte[] headers) {
        send(
                EventHead.USER_EVENT,
                begin(EventHead.USER_EVENT).field(USER_EVENT, name).lines(headers));
    }

    void globalSet(String variable, String value) {
        send(
                EventHead.VAR_SET,
                begin(EventHead.VAR_SET)
                        .lines(NO_CHANNEL)
                        .lines(Ascii.bytes("Variable: " + variable + "\r\nValue: " + value + "\r\n")));
    }

    /** An event without a channel, rare enough to be put together by hand. */
    void plain(EventHead head, String lines) {
        send(head, begin(head).lines(Ascii.bytes(lines)));
    }

    private static byte[] bridgeKind(String technology) {
        return Ascii.lines(
                "BridgeType: basic",
                "BridgeTechnology: " + technology,
                "BridgeCreator: <unknown>",
                "BridgeName: <unknown>");
    }

    private void bridge(EventHead head, byte[] kind, PbxChannel channel, int channels) {
        send(
                head,
                begin(head)
                        .field(BRIDGE_ID, channel.bridgeId)
                        .lines(kind)
                        .field(BRIDGE_CHANNELS, channels)
                        .lines(BRIDGE_VIDEO)
                        .channel(channel));
    }

    private static EventWriter techCause(EventWriter block, HangupCause cause) {
        return cause.techCause == 0 ? block : block.field(TECH_CAUSE, cause.techCause);
    }

    private EventWriter begin(EventHead head) {
        return writer.begin(head);
    }

    private void send(EventHead head, EventWriter block) {
        block.end();
        audience.publish(head, block.block(), block.length());
    }
}
