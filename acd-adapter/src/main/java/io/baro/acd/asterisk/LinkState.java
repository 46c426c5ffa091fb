package io.baro.acd.asterisk;

/** Where the link to a PBX stands; decisions reach it from {@link #RESYNCING} on, offers are made only when it is {@link #READY}. */
public enum LinkState {
    /** Not started yet. */
    NEW,
    CONNECTING,
    /** Nobody answers at that address; tried again for ever. */
    PBX_ABSENT,
    /** The PBX refused user, secret or our address; tried again for ever. */
    LOGIN_REFUSED,
    /** The certificate does not fit; tried again for ever. */
    TLS_FAILED,
    /** It was up, and it is gone; tried again for ever. */
    LOST,
    /** Both sessions are up, the lists of channels and devices are on their way. */
    RESYNCING,
    READY,
    CLOSED
}
