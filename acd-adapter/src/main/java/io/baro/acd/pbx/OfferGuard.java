package io.baro.acd.pbx;

/**
 * Owns a caller's place in {@code GROUP(acd)} of the endpoint that he is offered to: one call per agent, as {@code acd-dial} guards it.
 * Never rings a phone that is taken. Only the loop's thread touches it.
 */
final class OfferGuard {
    /** What came of joining the group. */
    enum Answer {
        JOINED,
        /** Somebody is in it; he may be about to leave. */
        TAKEN,
        /** Somebody is in it and stays. */
        REFUSED,
        NO_CONTACT
    }

    private final EmbeddedPbx pbx;
    private final Caller caller;
    private OfferExten offer;
    private AgentPhone joined;
    private int tries;

    OfferGuard(EmbeddedPbx pbx, Caller caller) {
        this.pbx = pbx;
        this.caller = caller;
    }

    /** Reads {@code o_<offer>_<ringSeconds>_<endpoint>}; false: the whitelist refuses it. */
    boolean read(String exten) {
        release();
        offer = OfferExten.parse(exten);
        tries = 0;
        return offer.valid();
    }

    String offer() {
        return offer.offer();
    }

    Answer join() {
        AgentPhone phone = pbx.phone(offer.endpoint());
        if (phone == null) {
            return Answer.NO_CONTACT;
        }
        if (phone.groupHolder != null && phone.groupHolder != caller) {
            return ++tries > Dialplan.GUARD_TRIES ? Answer.REFUSED : Answer.TAKEN;
        }
        if (!phone.isRegistered()) {
            return Answer.NO_CONTACT;
        }
        phone.groupHolder = caller;
        joined = phone;
        return Answer.JOINED;
    }

    void dial() {
        caller.channel.priority = Dialplan.DIAL_DIAL;
        caller.channel.runs("Dial", "PJSIP/" + offer.endpoint() + ',' + offer.ringSeconds() + "^3,gm(default)");
        caller.ring(joined, offer.ringSeconds() * 1000L, false);
    }

    void release() {
        if (joined != null && joined.groupHolder == caller) {
            joined.groupHolder = null;
        }
        joined = null;
    }
}
