package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.callcenter.TimerOwner;
import io.baro.engine.line.Line;
import io.baro.engine.line.Place;
import io.baro.engine.state.State;

/**
 * All deadlines in a total order: deadline, then id of the owner (agent ids lie below all call ids). What one means follows
 * from the owner's state. Reads no clock. Runs on: routing thread.
 */
final class Timers {
    /** No deadline at all. */
    static final long NEVER = Long.MAX_VALUE;

    /** At one instant, a call's sign-of-life deadline fires before a change of its place. */
    private static final int CHANGE = 1;

    /** A reservation's id is that of a call which is over, or of a list. */
    private static final int RESERVATION = 2;

    private final Line<TimerOwner> deadlines;

    Timers(int capacity) {
        deadlines = new Line<>(capacity);
    }

    /** Sets the agent's one deadline anew. */
    void arm(Agent agent, long deadlineMillis) {
        deadlines.move(agent.timer, deadlineMillis, agent.id(), 0);
    }

    /** Sets the call's one deadline anew. */
    void arm(Call call, long deadlineMillis) {
        deadlines.move(call.timer, deadlineMillis, call.id(), 0);
    }

    /** Sets when the call's place changes by itself; {@link #NEVER}: not. */
    void armChange(Call call, long deadlineMillis) {
        if (deadlineMillis == NEVER) {
            deadlines.leave(call.change);
        } else {
            deadlines.move(call.change, deadlineMillis, call.id(), CHANGE);
        }
    }

    /** Sets when a reservation is due, or over. */
    void arm(Reservation reservation, long deadlineMillis) {
        deadlines.leave(reservation.timer);
        deadlines.join(reservation.timer, deadlineMillis, reservation.id(), RESERVATION);
    }

    void cancel(Reservation reservation) {
        deadlines.leave(reservation.timer);
    }

    void cancelChange(Call call) {
        deadlines.leave(call.change);
    }

    void cancel(Agent agent) {
        deadlines.leave(agent.timer);
    }

    void cancel(Call call) {
        deadlines.leave(call.timer);
    }

    /** The first deadline, epoch milliseconds, or {@link #NEVER}. */
    long next() {
        return deadlines.size() == 0 ? NEVER : deadlines.firstPlace().key();
    }

    /** Takes the first owner whose deadline is not after {@code nowMillis}, or null. */
    TimerOwner takeDue(long nowMillis) {
        if (next() > nowMillis) {
            return null;
        }
        TimerOwner owner = deadlines.first();
        deadlines.leave(deadlines.firstPlace());
        return owner;
    }

    /** Whoever it is set for names it again: agents, calls and reservations, which are there already, in their order. */
    void visit(State state, CallCenter center) {
        for (int i = 0; i < center.limits().agents(); i++) {
            Agent agent = center.agent(i);
            if (agent != null) {
                visit(state, agent.timer, i, 0);
            }
        }
        for (Call call = center.firstCall(); call != null; call = call.next()) {
            visit(state, call.timer, call.id(), 0);
            visit(state, call.change, call.id(), CHANGE);
        }
        for (int i = 0; i < center.reservations().size(); i++) {
            Reservation reservation = center.reservations().at(i);
            visit(state, reservation.timer, reservation.id(), RESERVATION);
        }
    }

    private void visit(State state, Place<TimerOwner> timer, long ownerId, int kind) {
        if (state.next(timer.inLine())) {
            long deadlineMillis = state.next(timer.key());
            if (!timer.inLine()) {
                deadlines.join(timer, deadlineMillis, ownerId, kind);
            }
        }
    }
}
