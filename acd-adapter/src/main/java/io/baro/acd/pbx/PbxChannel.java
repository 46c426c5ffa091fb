package io.baro.acd.pbx;

/**
 * Owns what Asterisk shows of one channel: the snapshot that every event of it carries. Never acts. Only the loop's thread touches it.
 */
final class PbxChannel {
    static final byte[] UNKNOWN = Ascii.bytes("<unknown>");

    final String name;
    final byte[] nameBytes;
    final byte[] uniqueId;
    final long bornMicros;
    byte[] linkedId;
    byte[] callerNumber = UNKNOWN;
    byte[] connectedNumber = UNKNOWN;
    /** The variable ACD_CALL, the one that {@code channelvars} names. */
    byte[] acdCall = Ascii.EMPTY;

    ChannelState state;
    byte[] context;
    byte[] exten;
    int priority = 1;
    String application = "";
    String applicationData = "";
    /** The bridge it is in, or nothing. */
    byte[] bridgeId = Ascii.EMPTY;
    /** The last hangup cause it met; a caller's keeps his agents'. */
    HangupCause cause = HangupCause.NONE;
    /** Whose call this is: redirects and hang-ups go there; null for a channel nobody may move. */
    Caller caller;

    PbxChannel(String name, byte[] uniqueId, long bornMicros, ChannelState state) {
        this.name = name;
        this.nameBytes = Ascii.bytes(name);
        this.uniqueId = uniqueId;
        this.linkedId = uniqueId;
        this.bornMicros = bornMicros;
        this.state = state;
    }

    void at(byte[] newContext, byte[] newExten, int newPriority) {
        context = newContext;
        exten = newExten;
        priority = newPriority;
    }

    void runs(String newApplication, String data) {
        application = newApplication;
        applicationData = data;
    }
}
