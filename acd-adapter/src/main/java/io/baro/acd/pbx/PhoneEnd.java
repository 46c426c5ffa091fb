package io.baro.acd.pbx;

/** Owns what an agent's phone does with one leg: rings, is answered or refuses, ends the talk. Only the loop's thread touches it. */
final class PhoneEnd implements FarEnd {
    /** A phone on a LAN answers 180 or 486 about so fast. */
    private static final long TO_RINGING_MILLIS = 1;

    private final EmbeddedPbx pbx;
    private final AgentPhone phone;
    private final Caller caller;
    private final PhoneBehaviour behaviour;
    private final Deadline step = new Deadline(this::onStep);
    private DialAttempt leg;
    private boolean ringing;
    private boolean talking;

    PhoneEnd(EmbeddedPbx pbx, AgentPhone phone, Caller caller) {
        this.pbx = pbx;
        this.phone = phone;
        this.caller = caller;
        this.behaviour = phone.invited(caller);
    }

    @Override
    public String endpoint() {
        return phone.endpoint();
    }

    @Override
    public byte[] dialString(boolean queued) {
        return queued ? phone.deviceBytes : phone.endpointBytes;
    }

    @Override
    public byte[] context() {
        return Dialplan.AGENT;
    }

    @Override
    public void invited(DialAttempt newLeg) {
        leg = newLeg;
        if (phone.leg == null) {
            phone.leg = newLeg;
        }
        if (behaviour.reaction() != PhoneBehaviour.Reaction.DEAD) {
            pbx.clock().schedule(step, TO_RINGING_MILLIS);
        }
    }

    @Override
    public void shows(DeviceState state) {
        phone.show(state);
    }

    @Override
    public AgentPhone phone() {
        return phone;
    }

    @Override
    public void talks() {
        talking = true;
        if (behaviour.talkMillis() != PhoneBehaviour.UNTIL_TOLD) {
            pbx.clock().schedule(step, behaviour.talkMillis());
        }
    }

    @Override
    public void over() {
        vanished();
        if (phone.leg == leg) {
            phone.legEnded();
        }
    }

    @Override
    public void vanished() {
        pbx.clock().cancel(step);
    }

    @Override
    public void hangUp() {
        if (talking) {
            leg.hungUpByFarEnd();
        } else {
            leg.refused(PhoneBehaviour.Reaction.REJECT.cause);
        }
    }

    private void onStep() {
        if (talking) {
            talkOver();
        } else if (ringing) {
            decided();
        } else {
            provisional();
        }
    }

    private void provisional() {
        if (behaviour.reaction() == PhoneBehaviour.Reaction.BUSY) {
            leg.refused(behaviour.reaction().cause);
            return;
        }
        ringing = true;
        leg.rings();
        if (behaviour.reaction() != PhoneBehaviour.Reaction.NO_ANSWER) {
            pbx.clock().schedule(step, behaviour.afterMillis());
        }
    }

    private void decided() {
        if (behaviour.reaction() == PhoneBehaviour.Reaction.ANSWER) {
            leg.answered();
        } else {
            leg.refused(behaviour.reaction().cause);
        }
    }

    private void talkOver() {
        if (behaviour.callerEndsTalk()) {
            caller.hangUpRemotely();
        } else {
            hangUp();
        }
    }
}
