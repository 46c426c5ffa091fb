package io.baro.engine.rehearsal;

/** Owns what commands and decisions have told of one live call. Only {@link Promises} changes it. One thread. */
final class WitnessedCall {
    static final int NOBODY = -1;

    /** Between commands a call is in exactly one of these. */
    enum Stand {
        OUTSIDE,
        IN_LINE,
        OFFERED,
        /** The agent's leg is over, the dialplan has not come back yet. */
        RETURNING
    }

    final long id;
    Stand stand = Stand.OUTSIDE;
    /** Every change of place makes its older entries in the lanes' orders void. */
    int place;

    int queueId = NOBODY;
    int step;
    long joinedMillis;
    long offerId;
    /** Offers of the ring that have not ended. */
    int ringing;

    int dedicatedAgentId = NOBODY;
    int keptForAgentId = NOBODY;
    long keptUntilMillis;

    WitnessedCall(long id) {
        this.id = id;
    }

    boolean isKept() {
        return keptForAgentId != NOBODY;
    }
}
