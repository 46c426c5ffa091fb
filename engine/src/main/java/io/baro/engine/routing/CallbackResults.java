package io.baro.engine.routing;

import io.baro.engine.message.DialStatus;

/** What the end of a dial to a customer means: his doing, or the trunk's. Pure. */
final class CallbackResults {
    private static final int UNALLOCATED = 1;
    private static final int USER_BUSY = 17;
    private static final int NO_USER_RESPONSE = 18;
    private static final int NO_ANSWER = 19;
    private static final int SUBSCRIBER_ABSENT = 20;
    private static final int CALL_REJECTED = 21;
    private static final int NUMBER_CHANGED = 22;
    private static final int OUT_OF_ORDER = 27;
    private static final int INVALID_NUMBER = 28;

    private CallbackResults() {}

    /**
     * The status, corrected by the cause: Asterisk says CHANUNAVAIL and CONGESTION of a number that does not exist, of a phone that
     * is off and of a customer who rejects, which no other trunk would change.
     *
     * @param cause Q.850, 0 if none
     */
    static DialStatus of(DialStatus status, int cause) {
        return switch (status) {
            case ANSWER, NOANSWER, BUSY, CANCEL, NONE -> status;
            case CONGESTION, CHANUNAVAIL, OTHER, NULL_VAL ->
                switch (cause) {
                    case USER_BUSY, CALL_REJECTED -> DialStatus.BUSY;
                    case UNALLOCATED,
                            NO_USER_RESPONSE,
                            NO_ANSWER,
                            SUBSCRIBER_ABSENT,
                            NUMBER_CHANGED,
                            OUT_OF_ORDER,
                            INVALID_NUMBER -> DialStatus.NOANSWER;
                    default -> DialStatus.CONGESTION;
                };
        };
    }

    /** The call was made, and he was not reached. */
    static boolean isOfCustomer(DialStatus result) {
        return result == DialStatus.BUSY || result == DialStatus.NOANSWER || result == DialStatus.CANCEL;
    }

    /** The call could not be made. */
    static boolean isOfTrunk(DialStatus result) {
        return result == DialStatus.CONGESTION;
    }
}
