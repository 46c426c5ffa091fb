package io.baro.engine.simulation;

import io.baro.engine.callcenter.Accounting;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.routing.Router;

/** offered = answered + abandoned + reserved + diverted + refused + failed over + in progress, on every PBX; callbacks are no part of it. */
final class EveryOfferedCallIsAccountedFor implements Invariant {
    @Override
    public String violation(Router router) {
        int pbxs = router.center().limits().pbxs();
        long[] inProgress = new long[pbxs];
        for (Call call = router.center().firstCall(); call != null; call = call.next()) {
            if (call.state != CallState.TALKING && !call.isCallback()) {
                inProgress[call.pbxId()]++;
            }
        }
        for (int pbx = 0; pbx < pbxs; pbx++) {
            Accounting accounting = router.center().accounting(pbx);
            if (!accounting.identityHolds() || accounting.inProgress() != inProgress[pbx]) {
                return "pbx " + pbx + ": " + accounting.inProgress() + " in progress, " + inProgress[pbx] + " known";
            }
        }
        return null;
    }
}
