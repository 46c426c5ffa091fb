package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;

/** Routing 45: while a callback yields, nobody is called back by an agent whom a caller waits for who does not yield himself. */
final class CallersGoBeforeCallbacksThatYield implements Promise {
    @Override
    public String violation(Offered offered) {
        if (!offered.call().isPromise()
                || offered.call().rank() <= offered.router().timeMillis()) {
            return null;
        }
        CallCenter center = offered.router().center();
        for (Call other = center.firstCall(); other != null; other = other.next()) {
            if (other.state == CallState.WAITING
                    && !other.isPromise()
                    && !other.yields
                    && Eligibility.mayTake(center, other, offered.agent())) {
                return "callback " + offered.call().id() + " yields, and is offered before caller " + other.id();
            }
        }
        return null;
    }
}
