package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.routing.Router;

/** One promise about the moment of an offer. Its class name is the promise. */
interface Promise {
    /** An offer at the moment it is told: the call is out of its line, the agent is RESERVED. */
    record Offered(Router router, OfferCallDecoder offer, Call call, Agent agent) {}

    /** Returns what breaks the promise, or null. */
    String violation(Offered offered);
}
