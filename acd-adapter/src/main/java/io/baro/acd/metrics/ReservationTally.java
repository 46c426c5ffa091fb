package io.baro.acd.metrics;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import org.agrona.collections.Long2LongHashMap;

/**
 * Counts reservations, centre by centre: how many are open, in which state, and how the others ended. Never decides. Written on the
 * routing thread, read from any thread.
 */
public final class ReservationTally {
    private static final int STATES = ReservationState.REACHED.value() + 1;
    private static final int OUTCOMES = ReservationOutcome.EXPIRED.value() + 1;
    private static final int UNKNOWN = -1;
    private static final float LOAD_FACTOR = 0.5f;

    private final SlotCounts open;
    private final SlotCounts closed;
    private final Long2LongHashMap states;

    /** @param limit reservations that may be open at once */
    ReservationTally(int centres, int limit) {
        open = new SlotCounts(STATES, centres);
        closed = new SlotCounts(OUTCOMES, centres);
        states = new Long2LongHashMap(2 * limit, LOAD_FACTOR, UNKNOWN);
    }

    void changed(ReservationChangedDecoder fact) {
        int centre = CallIds.pbxOf(fact.reservationId());
        leave(states.put(fact.reservationId(), fact.stateRaw()), centre);
        open.add(fact.stateRaw(), centre, 1);
    }

    void closed(ReservationClosedDecoder fact) {
        int centre = CallIds.pbxOf(fact.reservationId());
        leave(states.remove(fact.reservationId()), centre);
        closed.add(fact.outcomeRaw(), centre, 1);
    }

    /** Open reservations, in whatever state, of all centres. */
    public long totalOpen() {
        long sum = 0;
        for (int state = 0; state < STATES; state++) {
            sum += open.sum(state);
        }
        return sum;
    }

    /** Reservations that ended so, of all centres. */
    public long total(ReservationOutcome outcome) {
        return closed.sum(outcome.value());
    }

    private void leave(long state, int centre) {
        if (state != UNKNOWN) {
            open.add((int) state, centre, -1);
        }
    }

    /** Open reservations in that state, in that centre. */
    public long open(ReservationState state, int centre) {
        return open.get(state.value(), centre);
    }

    /** Reservations that ended so, in that centre. */
    public long closed(ReservationOutcome outcome, int centre) {
        return closed.get(outcome.value(), centre);
    }
}
