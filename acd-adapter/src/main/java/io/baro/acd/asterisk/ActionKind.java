package io.baro.acd.asterisk;

/** First letter of our ActionIDs: what a response answers. */
final class ActionKind {
    static final byte REDIRECT = 'r';
    static final byte ORIGINATE = 'o';
    static final byte HEARTBEAT = 'h';
    static final byte PING = 'p';
    static final byte CORE_STATUS = 's';
    static final byte CHANNELS = 'c';
    static final byte DEVICES = 'd';

    private ActionKind() {}
}
