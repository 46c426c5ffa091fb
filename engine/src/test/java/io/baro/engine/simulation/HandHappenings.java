package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a supervisor does by hand: other head starts, other queues, callers taken out of the line, callbacks at another time. */
final class HandHappenings {
    private final Router router;
    private final Agenda agenda;
    private final Dice dice;
    private final CommandWriter pen;
    private final Consumer<CommandWriter> apply;
    private final Happenings happenings;

    HandHappenings(
            Router router,
            Agenda agenda,
            Dice dice,
            CommandWriter pen,
            Consumer<CommandWriter> apply,
            Happenings happenings) {
        this.router = router;
        this.agenda = agenda;
        this.dice = dice;
        this.pen = pen;
        this.apply = apply;
        this.happenings = happenings;
    }

    void happens() {
        if (dice.between(0, 4) == 0) {
            moveReservation();
            return;
        }
        Call call = someCall();
        if (call == null) {
            return;
        }
        switch (dice.between(0, 6)) {
            case 0 -> apply.accept(pen.callWithdrawn(call.id()));
            case 1, 2 -> move(call);
            default -> apply.accept(pen.callRanked(call.id(), dice.between(-600_000, 1_200_000)));
        }
    }

    private void move(Call call) {
        long callId = call.id();
        int before = call.queue == null ? -1 : call.queue.id();
        int target = Floor.queuesOf(call.pbxId())[dice.between(0, Floor.KINDS)];
        apply.accept(pen.callMoved(callId, target));
        Call moved = router.center().call(callId);
        if (before != target && moved != null && moved.queue != null && moved.queue.id() == target) {
            happenings.note(Happenings.Happening.MOVED_BY_HAND);
        }
    }

    private void moveReservation() {
        ReservationBook reservations = router.center().reservations();
        if (reservations.size() == 0) {
            return;
        }
        Reservation reservation = reservations.at(dice.between(0, reservations.size()));
        long from = agenda.nowMillis() + dice.between(-30_000, 120_000);
        long until = from + dice.between(10_000, 1_800_000);
        apply.accept(pen.reservationMoved(reservation.id(), from, until));
        if (reservation.untilMillis == until) {
            happenings.note(Happenings.Happening.RESERVATION_MOVED_BY_HAND);
        }
    }

    /** Mostly one that waits. */
    private Call someCall() {
        List<Call> all = new ArrayList<>();
        List<Call> waiting = new ArrayList<>();
        for (Call call = router.center().firstCall(); call != null; call = call.next()) {
            all.add(call);
            if (call.state == CallState.WAITING) {
                waiting.add(call);
            }
        }
        List<Call> some = waiting.isEmpty() || dice.percent(15) ? all : waiting;
        return some.isEmpty() ? null : some.get(dice.between(0, some.size()));
    }
}
