package io.baro.engine.routing;

import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;

/**
 * What a dial status, a Q.850 cause and a SIP status mean for the agent: the table of research/asterisk.md 2.3. The cause comes
 * before the status, since Asterisk reports a decline (603) as NOANSWER. Pure.
 */
final class OfferOutcomes {
    private static final int UNALLOCATED = 1;
    private static final int USER_BUSY = 17;
    private static final int NO_USER_RESPONSE = 18;
    private static final int SUBSCRIBER_ABSENT = 20;
    private static final int CALL_REJECTED = 21;
    private static final int NUMBER_CHANGED = 22;
    private static final int ANSWERED_ELSEWHERE = 26;
    private static final int CONGESTION = 34;
    private static final int BEARER_NOT_AVAILABLE = 58;
    static final int SIP_TEMPORARILY_UNAVAILABLE = 480;
    private static final int SIP_BUSY_HERE = 486;
    private static final int SIP_BUSY_EVERYWHERE = 600;
    private static final int SIP_DECLINE = 603;

    private OfferOutcomes() {}

    /**
     * How an offer that was not connected ended.
     *
     * @param cause Q.850 of the agent's leg, 0 when Asterisk's own ring timer ended it
     * @param techCause SIP status of the agent's leg, 0 if not known
     */
    static OfferOutcome of(DialStatus status, int cause, int techCause) {
        if (cause == ANSWERED_ELSEWHERE) {
            return OfferOutcome.ANSWERED_ELSEWHERE;
        }
        if (status == DialStatus.CANCEL) {
            return OfferOutcome.ABANDONED;
        }
        if (techCause == SIP_DECLINE || cause == CALL_REJECTED) {
            return OfferOutcome.REJECTED;
        }
        if (techCause == SIP_BUSY_HERE || techCause == SIP_BUSY_EVERYWHERE || cause == USER_BUSY) {
            return OfferOutcome.BUSY;
        }
        return switch (cause) {
            case UNALLOCATED, NO_USER_RESPONSE, SUBSCRIBER_ABSENT, NUMBER_CHANGED, CONGESTION, BEARER_NOT_AVAILABLE ->
                OfferOutcome.UNREACHABLE;
            default -> ofStatus(status);
        };
    }

    private static OfferOutcome ofStatus(DialStatus status) {
        return switch (status) {
            case BUSY -> OfferOutcome.BUSY;
            case CHANUNAVAIL, CONGESTION -> OfferOutcome.UNREACHABLE;
            case NONE, ANSWER, NOANSWER, CANCEL, OTHER, NULL_VAL -> OfferOutcome.NO_ANSWER;
        };
    }
}
