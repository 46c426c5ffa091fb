package io.baro.engine.rehearsal;

import java.util.List;

/** Who takes part in a rehearsed day, and what each would do: drawn from a seed, or read from a journal. Never routes. */
public interface People {
    /** It does not happen. */
    long NEVER = -1;

    /** The next who calls of his own accord, never before the one before; null: nobody more. */
    CallScript nextArrival();

    /**
     * The call that follows from one that has ended; null: he leaves it at that.
     *
     * @param spoken he talked to somebody, an agent or the fallback queue
     */
    CallScript callsAgain(CallScript ended, boolean spoken, long nowMillis);

    /** What the agent's phone does with his next offer. */
    OfferScript reaction(int agentId, CallScript call);

    /** The agent's day in the order of time. */
    List<DutyChange> dutiesOf(int agentId);

    /** How long until the agent notices that misses have made him not ready, and comes back; {@link #NEVER}: not by himself. */
    long comesBackMillis(int agentId);

    /** How long after a talk the agent is ready before his wrap-up is over; {@link #NEVER}: he takes it whole. */
    default long endsWrapUpMillis(int agentId) {
        return NEVER;
    }
}
