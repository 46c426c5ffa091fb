package io.baro.engine.rehearsal;

import io.baro.engine.traffic.AgentHabits;
import io.baro.engine.traffic.CustomerHabits;
import java.util.List;

/** Who takes part in a rehearsed day, and what each would do: drawn from a seed, or read from a journal. Never routes. */
public interface People {
    /** It does not happen. */
    long NEVER = -1;

    /** As {@link AgentHabits} has it in the middle. */
    long USUAL_PICK_UP_MILLIS = 2_500;

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

    /** What the agent's phone does when he is to call somebody back. */
    default OfferScript reactionToCallback(int agentId) {
        return new OfferScript(AgentHabits.Reaction.ANSWER, USUAL_PICK_UP_MILLIS);
    }

    /** What the customer of a reservation does when he is called for the so-manieth time. */
    default CustomerScript customer(long reservationId, int attempt) {
        CustomerHabits habits = new CustomerHabits(0);
        return new CustomerScript(habits.reaction(reservationId, attempt), habits.pickUpMillis(reservationId, attempt));
    }

    /** The agent's day in the order of time. */
    List<DutyChange> dutiesOf(int agentId);

    /** How long until the agent notices that misses have made him not ready, and comes back; {@link #NEVER}: not by himself. */
    long comesBackMillis(int agentId);

    /** How long after a talk the agent is ready before his wrap-up is over; {@link #NEVER}: he takes it whole. */
    default long endsWrapUpMillis(int agentId) {
        return NEVER;
    }
}
