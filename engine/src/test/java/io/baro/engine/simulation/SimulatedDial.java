package io.baro.engine.simulation;

import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;
import java.util.ArrayList;
import java.util.List;

/** One dial of one caller: the legs of all who are to ring for him, each with a fate of its own, and one winner at most. */
final class SimulatedDial {
    private static final int RING_MILLIS = 20_000;
    private static final int ELSEWHERE = 26;

    private final SimulatedPbx pbx;
    private final SimulatedCaller caller;
    private final Dice dice;
    private final List<Leg> legs = new ArrayList<>();

    /** Somebody who is to ring. */
    record Callee(long offerId, int agentId) {}

    /** His leg; not made: his phone is not there, or nothing is known of it yet. */
    private static final class Leg {
        private final Callee callee;
        private boolean made;
        private boolean over;

        Leg(Callee callee) {
            this.callee = callee;
        }
    }

    SimulatedDial(SimulatedPbx pbx, SimulatedCaller caller, Dice dice, List<Callee> callees) {
        this.pbx = pbx;
        this.caller = caller;
        this.dice = dice;
        callees.forEach(callee -> legs.add(new Leg(callee)));
    }

    void start() {
        legs.forEach(this::start);
    }

    /** Who rings or talks now. */
    List<Callee> alive() {
        return legs.stream().filter(leg -> !leg.over).map(leg -> leg.callee).toList();
    }

    /** The caller is moved away or hangs up while they ring. */
    void cancel() {
        for (Leg leg : legs) {
            if (leg.made && !leg.over) {
                tell(leg, OfferStage.DIAL_ENDED, DialStatus.CANCEL, 0);
                end(leg, 0);
            }
        }
    }

    /** The talk is over. */
    void hangUp() {
        legs.stream().filter(leg -> !leg.over).forEach(leg -> end(leg, 16));
    }

    private void start(Leg leg) {
        int fate = dice.between(0, 100);
        pbx.later(caller, 2, () -> {
            if (fate < 8) {
                leg.over = true;
                returnIfOver(leg, DialStatus.CHANUNAVAIL, 20);
                return;
            }
            leg.made = true;
            tell(leg, OfferStage.DIALLED, DialStatus.NONE, 0);
            if (fate < 14) {
                later(leg, 30, () -> fails(leg, DialStatus.BUSY, 17));
            } else if (fate < 18) {
                later(leg, 900, () -> fails(leg, DialStatus.NOANSWER, 21));
            } else {
                later(leg, 40, () -> rings(leg, fate));
            }
        });
    }

    private void rings(Leg leg, int fate) {
        tell(leg, OfferStage.RINGING, DialStatus.NONE, 0);
        if (fate < 26) {
            later(leg, RING_MILLIS, () -> fails(leg, DialStatus.NOANSWER, 0));
        } else {
            later(leg, dice.between(200, 8_000), () -> answers(leg));
        }
    }

    private void answers(Leg leg) {
        pbx.talks(caller);
        for (Leg other : legs) {
            if (other != leg && !other.over) {
                loses(other);
            }
        }
        tell(leg, OfferStage.DIAL_ENDED, DialStatus.ANSWER, 0);
        tell(leg, OfferStage.CONNECTED, DialStatus.NONE, 0);
    }

    /** Its end is mostly told before the other's connection, with the cause that says why; else after it, with no cause. */
    private void loses(Leg other) {
        other.over = true;
        if (!other.made) {
            return;
        }
        tell(other, OfferStage.DIAL_ENDED, DialStatus.CANCEL, 0);
        if (dice.percent(80)) {
            tell(other, OfferStage.LEG_ENDED, DialStatus.NONE, ELSEWHERE);
        } else {
            tell(other, OfferStage.DIAL_ENDED, DialStatus.NOANSWER, 0);
            pbx.soon(() -> tell(other, OfferStage.LEG_ENDED, DialStatus.NONE, 0));
        }
    }

    private void fails(Leg leg, DialStatus status, int cause) {
        tell(leg, OfferStage.DIAL_ENDED, status, 0);
        if (dice.percent(70)) {
            end(leg, cause);
            returnIfOver(leg, status, cause);
        } else {
            leg.over = true;
            returnIfOver(leg, status, cause);
            pbx.soon(() -> tell(leg, OfferStage.LEG_ENDED, DialStatus.NONE, cause));
        }
    }

    private void end(Leg leg, int cause) {
        leg.over = true;
        tell(leg, OfferStage.LEG_ENDED, DialStatus.NONE, cause);
    }

    /** The dialplan goes on when nobody is left; its report is of the offer that the dial was named by. */
    private void returnIfOver(Leg last, DialStatus status, int cause) {
        if (legs.stream().allMatch(leg -> leg.over)) {
            tell(legs.size() == 1 ? last : legs.getFirst(), OfferStage.RETURNED, status, cause);
            pbx.enterLoop(caller);
        }
    }

    private void later(Leg leg, long millis, Runnable happening) {
        pbx.later(caller, millis, () -> {
            if (!leg.over) {
                happening.run();
            }
        });
    }

    private void tell(Leg leg, OfferStage stage, DialStatus status, int cause) {
        pbx.progressed(leg.callee.offerId(), caller.callId, stage, status, cause);
    }
}
