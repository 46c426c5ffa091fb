package io.baro.engine.simulation;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.DeskPen;
import io.baro.engine.routing.Router;
import java.util.function.Consumer;

/** What happens around the callback desk: calling hours, a journal that fails, lists of care calls, wishes that are withdrawn. */
final class DeskHappenings {
    /** Ids of a list are of a time before any channel of the day. */
    private static final long LIST_EPOCH_SECONDS = 1_600_000_000L;

    private final Router router;
    private final Agenda agenda;
    private final Dice dice;
    private final CommandWriter pen;
    private final Consumer<CommandWriter> apply;
    private int listed;

    DeskHappenings(Router router, Agenda agenda, Dice dice, CommandWriter pen, Consumer<CommandWriter> apply) {
        this.router = router;
        this.agenda = agenda;
        this.dice = dice;
        this.pen = pen;
        this.apply = apply;
    }

    void happens() {
        switch (dice.between(0, 8)) {
            case 0 -> {
                apply.accept(pen.callingHours(false));
                agenda.in(dice.between(1_000, 120_000), () -> apply.accept(pen.callingHours(true)));
            }
            case 1 -> {
                apply.accept(pen.promises(false));
                agenda.in(dice.between(1_000, 30_000), () -> apply.accept(pen.promises(true)));
            }
            case 2 -> withdraw();
            default -> careCall();
        }
    }

    private void withdraw() {
        ReservationBook reservations = router.center().reservations();
        if (reservations.size() > 0) {
            long id = reservations.at(dice.between(0, reservations.size())).id();
            apply.accept(pen.reservationWithdrawn(id));
        }
    }

    private void careCall() {
        int pbx = dice.between(0, Floor.PBXS);
        long from = agenda.nowMillis() + dice.between(-30_000, 60_000);
        apply.accept(pen.careCall(new DeskPen.Care(
                CallIds.of(pbx, LIST_EPOCH_SECONDS, ++listed),
                dice.between(1, 100),
                Floor.queuesOf(pbx)[dice.between(0, Floor.KINDS)],
                new DeskPen.Wish(from, from + dice.between(60_000, 1_800_000), RefusalReason.NULL_VAL),
                -dice.between(0, 1_200_000))));
    }
}
