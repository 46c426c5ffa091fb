package io.baro.engine.rehearsal;

import io.baro.engine.message.AgentState;
import io.baro.engine.message.NotReadyReason;
import java.util.List;

/**
 * Owns one agent's day at his phone: he logs in, pauses and logs out when his phone is free, and comes back by himself when misses have
 * made him not ready. One thread.
 */
final class RehearsedAgent {
    /** He finishes his talk first, then dials the feature code. */
    private static final long RETRY_MILLIS = 5_000;

    private final int id;
    private final Exchange exchange;
    private final List<DutyChange> duties;
    private int next;
    private boolean atWork;
    private PhoneLeg leg;

    /** Every change of his state ends what he meant to do about the one before. */
    private int episode;

    RehearsedAgent(int id, Exchange exchange, List<DutyChange> duties) {
        this.id = id;
        this.exchange = exchange;
        this.duties = duties;
    }

    int id() {
        return id;
    }

    /** Whether he is at work or will be today. */
    boolean isOnDuty() {
        return next < duties.size();
    }

    void begin() {
        planNext();
    }

    /** His phone is rung; false: it is in a call already. */
    boolean take(PhoneLeg newLeg) {
        if (leg != null) {
            return false;
        }
        leg = newLeg;
        return true;
    }

    void release(PhoneLeg ended) {
        if (leg == ended) {
            leg = null;
        }
    }

    /** His phone's screen shows him another state. */
    void changed(AgentState state, NotReadyReason reason) {
        episode++;
        boolean missed = reason == NotReadyReason.NO_ANSWER
                || reason == NotReadyReason.BUSY
                || reason == NotReadyReason.UNREACHABLE;
        if (state == AgentState.NOT_READY && missed) {
            beReadyIn(exchange.people().comesBackMillis(id));
        } else if (state == AgentState.WRAP_UP) {
            beReadyIn(exchange.people().endsWrapUpMillis(id));
        }
    }

    private void beReadyIn(long millis) {
        if (millis == People.NEVER) {
            return;
        }
        int seen = episode;
        exchange.agenda().in(millis, Agenda.agent(id), () -> {
            if (seen == episode && atWork) {
                exchange.send(exchange.pen().duty(id, DutyChange.Kind.READY, 0));
            }
        });
    }

    private void planNext() {
        if (next < duties.size()) {
            exchange.agenda().at(duties.get(next).atMillis(), Agenda.agent(id), this::due);
        }
    }

    private void due() {
        if (leg != null) {
            exchange.agenda().in(RETRY_MILLIS, Agenda.agent(id), this::due);
            return;
        }
        DutyChange change = duties.get(next++);
        atWork = change.kind() == DutyChange.Kind.LOGIN || change.kind() == DutyChange.Kind.READY;
        exchange.send(exchange.pen().duty(id, change.kind(), change.reason()));
        planNext();
    }
}
