package io.baro.acd.pbx;

/**
 * Why a leg ended: Q.850 cause and the SIP status behind it (0: none), as {@code sip2cause} of res_pjsip maps them and as a real
 * 22.10.1 was recorded.
 */
enum HangupCause {
    NONE(0, 0, "Unknown"),
    NORMAL(16, 0, "Normal Clearing"),
    BUSY(17, 486, "User busy"),
    REJECTED(21, 603, "Call Rejected"),
    /** What a rejection leaves on the caller's channel. */
    REJECTED_BY_AGENT(21, 403, "Call Rejected"),
    NOT_AVAILABLE(19, 480, "User alerting, no answer"),
    /** What an endpoint without a contact leaves on the caller's channel. */
    NO_CONTACT(3, 404, "No route to destination"),
    /** What {@code acd-lend} says of a phone that is not there. */
    PHONE_GONE(22, 410, "Number changed"),
    /** Another phone that rang together with this one was answered. */
    ANSWERED_ELSEWHERE(26, 0, "Answered elsewhere"),
    CONGESTION(34, 503, "Circuit/channel congestion");

    final int cause;
    final int techCause;
    final String text;

    HangupCause(int cause, int techCause, String text) {
        this.cause = cause;
        this.techCause = techCause;
        this.text = text;
    }
}
