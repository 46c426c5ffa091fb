package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.routing.Router;

/** Routing 45: who waits to be called back lets others pass for the policy's time after the wish, half its life at most, and not a moment longer. */
final class NoCallbackYieldsTooLong implements Invariant {
    @Override
    public String violation(Router router) {
        CallCenter center = router.center();
        for (int i = 0; i < center.reservations().size(); i++) {
            Reservation reservation = center.reservations().at(i);
            Call call = reservation.call;
            if (call == null || call.state != CallState.WAITING) {
                continue;
            }
            long most = call.onLine || reservation.kind() == ReservationKind.CARE ? 0 : mostOf(reservation);
            long yields = call.rank() - reservation.rank();
            if (yields < 0 || yields > most) {
                return "call " + call.id() + " yields for " + yields + " ms instead of " + most;
            }
            if (call.yields != call.rank() > router.timeMillis()) {
                return "call " + call.id() + " counts as yielding: " + call.yields + ", its rank is " + call.rank();
            }
        }
        return null;
    }

    private static long mostOf(Reservation reservation) {
        long life = reservation.untilMillis - reservation.madeMillis();
        return Math.max(0, Math.min(Floor.YIELD_MILLIS, life / 2));
    }
}
