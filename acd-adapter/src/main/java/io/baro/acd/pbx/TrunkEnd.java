package io.baro.acd.pbx;

/**
 * Owns the caller's side of one call over a trunk: sends it to the other centre's PBX and brings back what is said there. Only the
 * loop's thread touches it.
 */
final class TrunkEnd implements FarEnd {
    /** The way to another centre and back. */
    private static final long TRANSIT_MILLIS = 1;

    private final EmbeddedPbx pbx;
    private final Trunk trunk;
    private final String endpoint;
    private final Caller caller;
    private final Deadline arrival = new Deadline(this::arrive);
    private DialAttempt leg;
    private LentCall call;

    TrunkEnd(EmbeddedPbx pbx, Trunk trunk, String endpoint, Caller caller) {
        this.pbx = pbx;
        this.trunk = trunk;
        this.endpoint = endpoint;
        this.caller = caller;
    }

    @Override
    public String endpoint() {
        return trunk.endpoint();
    }

    @Override
    public byte[] dialString(boolean queued) {
        return Ascii.bytes(endpoint + '@' + trunk.endpoint());
    }

    @Override
    public byte[] context() {
        return Dialplan.LEND;
    }

    @Override
    public void invited(DialAttempt newLeg) {
        leg = newLeg;
        trunk.taken();
        if (trunk.carrier() != Trunk.Carrier.SILENT) {
            pbx.clock().schedule(arrival, TRANSIT_MILLIS);
        }
    }

    @Override
    public void shows(DeviceState state) {
        trunk.shows(state);
    }

    @Override
    public AgentPhone phone() {
        return call.phone();
    }

    @Override
    public void talks() {
        // How long is known at the phone.
    }

    @Override
    public void over() {
        pbx.clock().cancel(arrival);
        trunk.released();
        LentCall ended = call;
        call = null;
        if (ended != null) {
            ended.hangUpByOtherCentre();
        }
    }

    @Override
    public void vanished() {
        pbx.clock().cancel(arrival);
        if (call != null) {
            call.otherCentreVanished();
        }
        call = null;
    }

    @Override
    public void hangUp() {
        throw new IllegalStateException("a trunk has nobody who hangs up");
    }

    void rings() {
        leg.rings();
    }

    void answered() {
        leg.answered();
    }

    /** A final answer that is no yes; the call is over there. */
    void refused(HangupCause cause) {
        call = null;
        leg.refused(cause);
    }

    /** BYE; the call is over there. */
    void hungUp() {
        call = null;
        leg.hungUpByFarEnd();
    }

    private void arrive() {
        if (trunk.carrier() == Trunk.Carrier.OVERLOADED) {
            leg.refused(HangupCause.CONGESTION);
            return;
        }
        EmbeddedPbx other = pbx.loop().pbxNamed(trunk.centre);
        call = new LentCall(other, other.trunk(pbx.settings().name()), this, caller);
        call.start(endpoint);
    }
}
