package io.baro.acd.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Owns a caller's place in {@code GROUP(acd)} of the endpoint, or endpoints, that he is offered to: one call per agent, as {@code acd-dial} guards it.
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
        /** Of several, one stays taken and will not ring. */
        SKIPPED,
        NO_CONTACT
    }

    private final EmbeddedPbx pbx;
    private final Caller caller;
    private OfferExten offer;
    private final List<AgentPhone> joined = new ArrayList<>();
    private int next;
    private boolean anyFree;
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
        next = 0;
        anyFree = false;
        return offer.valid();
    }

    boolean isSeveral() {
        return offer.endpoints().size() > 1;
    }

    /** Who was skipped last. */
    String skipped() {
        return offer.endpoints().get(next - 1);
    }

    String offer() {
        return offer.offer();
    }

    Answer join() {
        if (!offer.centre().isEmpty()) {
            trunk = pbx.trunk(offer.centre());
            return trunk == null || trunk.carrier() == Trunk.Carrier.KNOWN_DEAD ? Answer.NO_CONTACT : Answer.JOINED;
        }
        if (isSeveral()) {
            return joinSeveral();
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
        joined.add(phone);
        return Answer.JOINED;
    }

    private Answer joinSeveral() {
        while (next < offer.endpoints().size()) {
            AgentPhone phone = pbx.phone(offer.endpoints().get(next));
            if (phone != null && phone.groupHolder != null && phone.groupHolder != caller) {
                if (++tries <= Dialplan.GUARD_TRIES) {
                    return Answer.TAKEN;
                }
                tries = 0;
                next++;
                return Answer.SKIPPED;
            }
            tries = 0;
            next++;
            anyFree = true;
            if (phone != null && phone.isRegistered()) {
                phone.groupHolder = caller;
                joined.add(phone);
            }
        }
        if (joined.isEmpty()) {
            return anyFree ? Answer.NO_CONTACT : Answer.REFUSED;
        }
        return Answer.JOINED;
    }

    /** One of them answered: the others may be given to other callers. */
    void keep(AgentPhone winner) {
        for (AgentPhone phone : joined) {
            if (phone != winner && phone.groupHolder == caller) {
                phone.groupHolder = null;
            }
        }
        joined.removeIf(phone -> phone != winner);
    }

    void dial() {
        if (!offer.centre().isEmpty()) {
            dialOverTrunk();
            return;
        }
        if (isSeveral()) {
            dialSeveral();
            return;
        }
        caller.channel.priority = Dialplan.DIAL_DIAL;
        caller.channel.runs("Dial", "PJSIP/" + offer.endpoint() + ',' + offer.ringSeconds() + "^3,gm(default)");
        caller.ring(new PhoneEnd(pbx, joined.getFirst(), caller), offer.ringSeconds() * 1000L, false);
    }

    private void dialSeveral() {
        String called =
                joined.stream().map(phone -> "PJSIP/" + phone.endpoint()).collect(Collectors.joining("&"));
        caller.channel.priority = Dialplan.DIAL_SEVERAL;
        caller.channel.runs("Dial", called + ',' + offer.ringSeconds() + "^3,gm(default)U(acd-won^s^1)");
        caller.ringSeveral(List.copyOf(joined), offer.ringSeconds() * 1000L);
    }

    private void dialOverTrunk() {
        String called = offer.endpoint() + '@' + trunk.endpoint();
        caller.channel.priority = Dialplan.DIAL_LEND;
        caller.channel.runs("Dial", "PJSIP/" + called + ',' + offer.ringSeconds() + "^3,gm(default)");
        caller.ring(new TrunkEnd(pbx, trunk, offer.endpoint(), caller), offer.ringSeconds() * 1000L, false);
    }

    void release() {
        keep(null);
    }
}
