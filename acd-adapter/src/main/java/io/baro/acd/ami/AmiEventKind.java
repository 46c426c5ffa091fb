package io.baro.acd.ami;

/** What a block is, by the value of its first header; everything without a constant of its own is {@link #OTHER}. */
public enum AmiEventKind {
    USER_EVENT("UserEvent"),
    DIAL_BEGIN("DialBegin"),
    DIAL_STATE("DialState"),
    DIAL_END("DialEnd"),
    BRIDGE_ENTER("BridgeEnter"),
    HANGUP("Hangup"),
    NEW_CHANNEL("Newchannel"),
    RENAME("Rename"),
    DEVICE_STATE_CHANGE("DeviceStateChange"),
    VAR_SET("VarSet"),
    FULLY_BOOTED("FullyBooted"),
    SHUTDOWN("Shutdown"),
    CORE_SHOW_CHANNEL("CoreShowChannel"),
    CORE_SHOW_CHANNELS_COMPLETE("CoreShowChannelsComplete"),
    DEVICE_STATE_LIST_COMPLETE("DeviceStateListComplete"),
    // Of every call, and without a meaning of ours: named so that they stay out of the slow lane.
    NEW_STATE("Newstate"),
    NEW_EXTEN("Newexten"),
    NEW_CALLER_ID("NewCallerid"),
    NEW_CONNECTED_LINE("NewConnectedLine"),
    HANGUP_REQUEST("HangupRequest"),
    SOFT_HANGUP_REQUEST("SoftHangupRequest"),
    BRIDGE_CREATE("BridgeCreate"),
    BRIDGE_LEAVE("BridgeLeave"),
    BRIDGE_DESTROY("BridgeDestroy"),
    MUSIC_ON_HOLD_START("MusicOnHoldStart"),
    MUSIC_ON_HOLD_STOP("MusicOnHoldStop"),
    RTCP_SENT("RTCPSent"),
    RTCP_RECEIVED("RTCPReceived"),
    /** An event that the long tail deals with. */
    OTHER(""),
    RESPONSE(" Response"),
    /** Neither Event nor Response comes first: the tail of a block that was cut by forged bytes, or line noise. */
    MALFORMED(" Malformed");

    private static final AmiEventKind[] ALL = values();
    private static final AsciiNames NAMES = names();

    private final String text;

    AmiEventKind(String text) {
        this.text = text;
    }

    static AmiEventKind of(byte[] bytes, int from, int length) {
        int index = NAMES.find(bytes, from, length);
        return index < 0 ? OTHER : ALL[index];
    }

    // Constants that stand for no event of their own have texts that no event has: they may take part in the search.
    private static AsciiNames names() {
        String[] texts = new String[ALL.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = ALL[i].text;
        }
        return new AsciiNames(texts);
    }
}
