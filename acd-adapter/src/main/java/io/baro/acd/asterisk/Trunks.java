package io.baro.acd.asterisk;

import io.baro.engine.message.DialStatus;

/**
 * Whether an offer to an agent of another centre failed on the way to it, by its trunk, or at his phone. The other centre's dialplan
 * ({@code acd-lend}) answers for the phone with four statuses and no others; everything else was said by the trunk. Pure.
 */
final class Trunks {
    /**
     * What the router is told of the offer that a trunk did not carry: a busy phone. The agent rests and is not offered the same call
     * again at once; no outcome of the router's means the trunk.
     */
    static final short TOLD_CAUSE = 17;

    private static final int NONE = 0;
    private static final int NORMAL = 16;
    private static final int USER_BUSY = 17;
    private static final int NO_ANSWER = 19;
    private static final int REJECTED = 21;
    /** What {@code acd-lend} says of a phone that is not there: SIP 410. */
    private static final int PHONE_GONE = 22;

    private static final int SIP_FORBIDDEN = 403;

    private Trunks() {}

    /**
     * Judges a leg that ended before a talk.
     *
     * @param silent whether it gave no sign in the seconds it had: the other centre says 410 earlier than that
     * @param cause Q.850
     * @param techCause SIP status; 0: none
     */
    static boolean failed(boolean silent, int cause, int techCause) {
        return switch (cause) {
            case NONE -> silent;
            case NORMAL, USER_BUSY, NO_ANSWER, PHONE_GONE -> false;
            // 401 and 407 are rejections as well: the other centre does not know us.
            case REJECTED -> techCause != SIP_FORBIDDEN;
            default -> true;
        };
    }

    /** Judges an offer that came back without a leg: the trunk is not there, or known to be dead. */
    static boolean failed(DialStatus status, int cause) {
        boolean unavailable = status == DialStatus.CHANUNAVAIL || status == DialStatus.CONGESTION;
        return unavailable && failed(true, cause, NONE);
    }
}
