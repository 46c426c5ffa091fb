package io.baro.engine.callcenter;

/**
 * Whose deadline a timer is: a call's, an agent's or a reservation's. What the deadline means follows from the owner's state when it fires. Runs
 * on: routing thread.
 */
public sealed interface TimerOwner {

    /** A call heard nothing of, or due for a sign of life. */
    record OfCall(Call call) implements TimerOwner {}

    /** A waiting call whose place changes by itself. */
    record OfChange(Call call) implements TimerOwner {}

    /** An agent's offer, wrap-up or pause that ends by itself. */
    record OfAgent(Agent agent) implements TimerOwner {}

    /** A reservation that is due, or over. */
    record OfReservation(Reservation reservation) implements TimerOwner {}

    /** The owner for a reservation. */
    static TimerOwner of(Reservation reservation) {
        return new OfReservation(reservation);
    }

    /** The owner for a call. */
    static TimerOwner of(Call call) {
        return new OfCall(call);
    }

    /** The owner for a change of a call's place. */
    static TimerOwner changeOf(Call call) {
        return new OfChange(call);
    }

    /** The owner for an agent. */
    static TimerOwner of(Agent agent) {
        return new OfAgent(agent);
    }
}
