package io.baro.acd.pbx;

/**
 * Owns a caller's place in {@code GROUP(acd)} of the endpoint that he is offered to: one call per agent, as {@code acd-dial} guards it.
 * Never rings a phone that is taken; an agent of another centre is guarded there. Only the loop's thread touches it.
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
    private Trunk trunk;
    private int tries;

    OfferGuard(EmbeddedPbx pbx, Caller caller) {
        this.pbx = pbx;
        this.caller = caller;
    }

    /** Reads the extension of an offer; false: the whitelist refuses it. */
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
        if (!offer.centre().isEmpty()) {
            trunk = pbx.trunk(offer.centre());
            return trunk == null || trunk.carrier() == Trunk.Carrier.KNOWN_DEAD ? Answer.NO_CONTACT : Answer.JOINED;
        }
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
        if (!offer.centre().isEmpty()) {
            dialOverTrunk();
            return;
        }
        caller.channel.priority = Dialplan.DIAL_DIAL;
        caller.channel.runs("Dial", "PJSIP/" + offer.endpoint() + ',' + offer.ringSeconds() + "^3,gm(default)");
        caller.ring(new PhoneEnd(pbx, joined, caller), offer.ringSeconds() * 1000L, false);
    }

    private void dialOverTrunk() {
        String called = offer.endpoint() + '@' + trunk.endpoint();
        caller.channel.priority = Dialplan.DIAL_LEND;
        caller.channel.runs("Dial", "PJSIP/" + called + ',' + offer.ringSeconds() + "^3,gm(default)");
        caller.ring(new TrunkEnd(pbx, trunk, offer.endpoint(), caller), offer.ringSeconds() * 1000L, false);
    }

    void release() {
        if (joined != null && joined.groupHolder == caller) {
            joined.groupHolder = null;
        }
        joined = null;
    }
}
