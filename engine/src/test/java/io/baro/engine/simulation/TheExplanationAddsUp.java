package io.baro.engine.simulation;

import io.baro.engine.message.OfferCallDecoder;

/** Routing 25: a runner-up exactly if more than one was compared, and he is not better; rank parts as the call has them. */
final class TheExplanationAddsUp implements Promise {
    private static final long NOBODY = -1;

    @Override
    public String violation(Offered offered) {
        OfferCallDecoder offer = offered.offer();
        if (offer.candidates() < 1 || (offer.candidates() == 1) != (offer.runnerUp() == NOBODY)) {
            return "candidates " + offer.candidates() + ", runner-up " + offer.runnerUp();
        }
        if (offer.margin() < 0) {
            return "the runner-up is better by " + -offer.margin();
        }
        boolean sameRank =
                offer.joinedMillis() - offer.boostMillis() == offered.call().rank();
        return sameRank ? null : "rank " + offered.call().rank() + " is told wrong";
    }
}
