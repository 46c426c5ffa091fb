package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;

/** Routing 2: nobody is overtaken by anyone who joined more than the largest boost after him, for an agent both may have. */
final class NobodyIsOvertakenBeyondTheBound implements Promise {
    @Override
    public String violation(Offered offered) {
        CallCenter center = offered.router().center();
        long bound = offered.router().maxBoostMillis();
        for (Call other = center.firstCall(); other != null; other = other.next()) {
            if (other.state == CallState.WAITING
                    && offered.call().joinedMillis - place(other) > bound
                    && Eligibility.mayTake(center, other, offered.agent())) {
                return "call " + offered.call().id() + " overtakes " + other.id() + " by more than " + bound;
            }
        }
        return null;
    }

    /** A care call lets others pass on purpose: it stands as if it had joined so much later. */
    private static long place(Call call) {
        return call.joinedMillis - Math.min(0, call.boostMillis);
    }
}
