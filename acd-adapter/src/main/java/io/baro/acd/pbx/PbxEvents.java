package io.baro.acd.pbx;

import java.util.EnumMap;

/**
 * Owns the words of each event: which fields follow the snapshot. Never decides when one is due. Only the loop's thread calls it; one
 * per PBX.
 */
final class PbxEvents {
    private static final byte[] DIAL_STRING = Ascii.bytes("DialString: ");
    private static final byte[] DIAL_STATUS = Ascii.bytes("DialStatus: ");
    private static final byte[] CAUSE = Ascii.bytes("Cause: ");
    private static final byte[] TECH_CAUSE = Ascii.bytes("TechCause: ");
    private static final byte[] BRIDGE_ID = Ascii.bytes("BridgeUniqueid: ");
    private static final byte[] BRIDGE_KIND = Ascii.lines(
            "BridgeType: basic",
            "BridgeTechnology: simple_bridge",
            "BridgeCreator: <unknown>",
            "BridgeName: <unknown>");
    private static final byte[] BRIDGE_CHANNELS = Ascii.bytes("BridgeNumChannels: ");
    private static final byte[] BRIDGE_VIDEO = Ascii.bytes("BridgeVideoSourceMode: none\r\n");
    private static final byte[] DEVICE = Ascii.bytes("Device: PJSIP/");
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
        bridge(EventHead.BRIDGE_ENTER, channel, channel.bridgeId, channels);
    }

    void bridgeLeave(PbxChannel channel, byte[] bridgeId, int channels) {
        bridge(EventHead.BRIDGE_LEAVE, channel, bridgeId, channels);
    }

    void hangupRequest(PbxChannel channel, HangupCause cause) {
        send(EventHead.HANGUP_REQUEST, causes(begin(EventHead.HANGUP_REQUEST).channel(channel), cause));
    }

    void softHangupRequest(PbxChannel channel, HangupCause cause) {
        send(
                EventHead.SOFT_HANGUP_REQUEST,
                causes(begin(EventHead.SOFT_HANGUP_REQUEST).channel(channel), cause));
    }

    void hangup(PbxChannel channel, HangupCause cause) {
        EventWriter block = begin(EventHead.HANGUP).channel(channel).field(CAUSE, cause.cause);
        block.lines(CAUSE_TEXTS.get(cause));
        if (cause.techCause != 0) {
            block.field(TECH_CAUSE, cause.techCause);
        }
        send(EventHead.HANGUP, block);
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

    private void bridge(EventHead head, PbxChannel channel, byte[] bridgeId, int channels) {
        send(
                head,
                begin(head)
                        .field(BRIDGE_ID, bridgeId)
                        .lines(BRIDGE_KIND)
                        .field(BRIDGE_CHANNELS, channels)
                        .lines(BRIDGE_VIDEO)
                        .channel(channel));
    }

    private static EventWriter causes(EventWriter block, HangupCause cause) {
        block.field(CAUSE, cause.cause);
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
