package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;

/** Routing 1 and 8: of the calls that the agent might have had, none has a smaller rank than the one he gets. */
final class TheSmallestRankGoesFirst implements Promise {
    @Override
    public String violation(Offered offered) {
        CallCenter center = offered.router().center();
        for (Call other = center.firstCall(); other != null; other = other.next()) {
            if (other.state == CallState.WAITING
                    && other.rank() < offered.call().rank()
                    && Eligibility.mayTake(center, other, offered.agent())) {
                return "call " + offered.call().id() + " is offered before the better ranked " + other.id();
            }
        }
        return null;
    }
}
