package io.baro.acd.care;

import io.baro.engine.callcenter.FinishedCareCalls;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationOutcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the router's care calls to what the list says: asks for lines that are new, withdraws those that are gone or otherwise now. What
 * is done is remembered by the router; here only what it was told. Owned by the watch's thread, once it is made.
 */
public final class CareCalls {
    private static final Logger LOG = LoggerFactory.getLogger(CareCalls.class);

    /** Lines that found no room are asked again so often. */
    private static final long LOOK_MILLIS = 60_000;

    private final CareFacts facts;
    private final Map<Long, Known> known = new HashMap<>();
    private Map<Long, CareCall> wanted = Map.of();
    /** Until a list was read nobody knows what is gone from it. */
    private boolean listed;

    private boolean changed;
    private long nextLookMillis;
    private int withoutRoom;

    private enum Stage {
        OPEN,
        /** Withdrawn, but it may be ringing or talking: what it comes to is heard. */
        LEAVING,
        DONE
    }

    /** A care call that the router has. */
    private static final class Known {
        private final long reservationId;
        private final CareCall.Terms terms;
        private final long madeMillis;
        private Stage stage;

        Known(long reservationId, CareCall.Terms terms, long madeMillis, Stage stage) {
            this.reservationId = reservationId;
            this.terms = terms;
            this.madeMillis = madeMillis;
            this.stage = stage;
        }

        /** One that was made after its first hour is as if its hours had begun then. */
        boolean isAs(CareCall line) {
            CareCall.Terms now = line.terms();
            long from = Math.max(madeMillis, now.fromMillis());
            return line.reservationId() == reservationId
                    && terms.equals(new CareCall.Terms(now.queueId(), from, now.untilMillis(), now.behindMillis()));
        }
    }

    /** Begins with what the router knows from an earlier life. */
    public CareCalls(CareFacts facts, ReservationBook book) {
        this.facts = facts;
        for (int i = 0; i < book.size(); i++) {
            Reservation open = book.at(i);
            if (open.kind() == ReservationKind.CARE && CareIds.isOfList(open.id())) {
                CareCall.Terms terms =
                        new CareCall.Terms(open.queueId(), open.joinedMillis(), open.untilMillis, -open.boostMillis());
                Stage stage = open.withdrawn ? Stage.LEAVING : Stage.OPEN;
                put(new Known(open.id(), terms, open.madeMillis(), stage));
            }
        }
        FinishedCareCalls finished = book.finishedCareCalls();
        for (int i = 0; i < finished.size(); i++) {
            long until = finished.forgottenMillis(i);
            put(new Known(finished.id(i), new CareCall.Terms(0, 0, until, 0), 0, Stage.DONE));
        }
    }

    /** Takes the list as it stands now. */
    public void replace(List<CareCall> lines) {
        Map<Long, CareCall> byLine = LinkedHashMap.newLinkedHashMap(lines.size());
        lines.forEach(line -> byLine.put(CareIds.line(line.reservationId()), line));
        wanted = byLine;
        listed = true;
        changed = true;
    }

    /** Hears what came of the calls, and tells the router what has to change. */
    public void tend(CareCommands commands, long nowMillis) {
        for (CareFacts.Fact fact = facts.poll(); fact != null; fact = facts.poll()) {
            heard(fact);
        }
        if (listed && (changed || nowMillis >= nextLookMillis)) {
            changed = false;
            nextLookMillis = nowMillis + LOOK_MILLIS;
            if (withoutRoom > 0) {
                LOG.warn("care calls that found no room among the reservations: {}; they are asked again", withoutRoom);
                withoutRoom = 0;
            }
            leave(commands, nowMillis);
            ask(commands, nowMillis);
        }
    }

    private void heard(CareFacts.Fact fact) {
        Known call = known.get(CareIds.line(fact.reservationId()));
        if (call == null || call.reservationId != fact.reservationId()) {
            return;
        }
        if (fact instanceof CareFacts.Closed closed) {
            boolean done =
                    closed.outcome() == ReservationOutcome.KEPT || closed.outcome() == ReservationOutcome.EXHAUSTED;
            end(call, done);
            changed |= !done;
        } else if (fact instanceof CareFacts.Refused refused) {
            withoutRoom += refused.reason() == RefusalReason.RESERVATION_LIMIT ? 1 : 0;
            end(call, refused.reason() == RefusalReason.ALREADY_RESERVED);
        }
    }

    private void end(Known call, boolean done) {
        call.stage = Stage.DONE;
        if (!done) {
            known.remove(CareIds.line(call.reservationId));
        }
    }

    private void leave(CareCommands commands, long nowMillis) {
        known.values()
                .removeIf(call -> call.stage == Stage.DONE
                        && call.terms.untilMillis() + FinishedCareCalls.REMEMBERED_MILLIS <= nowMillis);
        for (Map.Entry<Long, Known> entry : known.entrySet()) {
            Known call = entry.getValue();
            CareCall line = wanted.get(entry.getKey());
            if (call.stage == Stage.OPEN && (line == null || !call.isAs(line))) {
                call.stage = Stage.LEAVING;
                commands.withdraw(call.reservationId);
            }
        }
    }

    private void ask(CareCommands commands, long nowMillis) {
        for (Map.Entry<Long, CareCall> entry : wanted.entrySet()) {
            CareCall line = entry.getValue();
            if (!line.isOver(nowMillis) && !known.containsKey(entry.getKey())) {
                // What it was made with is what the line says: the router may make it later than its first hour.
                put(new Known(line.reservationId(), line.terms(), Long.MIN_VALUE, Stage.OPEN));
                commands.ask(line);
            }
        }
    }

    private void put(Known call) {
        known.put(CareIds.line(call.reservationId), call);
    }
}
