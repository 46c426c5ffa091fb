package io.baro.acd.ami;

/** Why a connection, or the attempt at one, is over. */
public enum AmiEnding {
    /** Nobody listens there, the host is unknown, or no answer came in time. */
    UNREACHABLE,
    /** The certificate does not match, or the other end speaks no TLS. */
    TLS_FAILED,
    /** What answered is not an Asterisk manager. */
    NOT_AMI,
    /** User, secret or address are not allowed. */
    LOGIN_REFUSED,
    /** Connected, but the login or the boot message did not come in time. */
    LOGIN_TIMED_OUT,
    /** The other end, or the network, closed a working session. */
    LOST,
    /** We closed it. */
    CLOSED
}
