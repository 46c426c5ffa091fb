package io.baro.acd.pbx;

/** Why a channel ended: Q.850 cause and the SIP status behind it (0: none), as {@code sip2cause} of res_pjsip maps them. */
enum HangupCause {
    NONE(0, 0, "Unknown"),
    NORMAL(16, 0, "Normal Clearing"),
    BUSY(17, 486, "User busy"),
    REJECTED(21, 603, "Call Rejected"),
    UNAVAILABLE(19, 480, "User alerting, no answer"),
    NO_ROUTE(20, 0, "Subscriber absent"),
    /** This leg was cancelled because the other one ended. */
    CANCELLED(127, 487, "Interworking, unspecified");

    final int cause;
    final int techCause;
    final String text;

    HangupCause(int cause, int techCause, String text) {
        this.cause = cause;
        this.techCause = techCause;
        this.text = text;
    }
}
