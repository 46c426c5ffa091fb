package io.baro.acd.pbx;

/** What Asterisk says of a phone, in its words on the wire. */
enum DeviceState {
    NOT_INUSE,
    INUSE,
    RINGING,
    UNAVAILABLE
}
