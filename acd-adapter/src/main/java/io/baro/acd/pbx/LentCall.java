package io.baro.acd.pbx;

/**
 * Owns one call that another centre lends us, from its INVITE to its hangup: {@code acd-lend} with its guard, the agent's leg, and what
 * is said back. Says nothing to the engine: it has no {@code ACD_CALL}. Only the loop's thread touches it.
 */
final class LentCall implements Dialler {
    /** {@code 120^2} of the Dial in acd-lend. */
    private static final long RING_MILLIS = 120_000;

    private static final long NO_SIGN_MILLIS = 2_000;
    /** {@code rtp_timeout} of acd-centre. */
    private static final long RTP_TIMEOUT_MILLIS = 300_000;
    /** {@code from_user}: no caller's number leaves the centre. */
    private static final byte[] FROM = Ascii.bytes("acd");

    private final EmbeddedPbx pbx;
    private final Trunk trunk;
    private final TrunkEnd otherCentre;
    private final Caller caller;
    private final PbxChannel channel;
    private final Deadline step = new Deadline(this::guard);
    private final Deadline silence = new Deadline(this::hangUpByOtherCentre);
    private AgentPhone phone;
    private DialAttempt leg;
    private int tries;
    private boolean over;
    private boolean orphaned;

    LentCall(EmbeddedPbx pbx, Trunk trunk, TrunkEnd otherCentre, Caller caller) {
        this.pbx = pbx;
        this.trunk = trunk;
        this.otherCentre = otherCentre;
        this.caller = caller;
        this.channel = pbx.channels().open(trunk.endpoint(), ChannelState.RING);
    }

    void start(String endpoint) {
        channel.callerNumber = FROM;
        channel.at(Dialplan.LEND, Ascii.bytes(endpoint), 1);
        pbx.lentCalls().add(this);
        pbx.events().newChannel(channel);
        trunk.taken();
        phone = pbx.phone(endpoint);
        if (phone == null) {
            refuse(HangupCause.PHONE_GONE);
        } else {
            guard();
        }
    }

    AgentPhone phone() {
        return phone;
    }

    @Override
    public PbxChannel channel() {
        return channel;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public boolean isInFallback() {
        return false;
    }

    @Override
    public void rings() {
        trunk.shows(DeviceState.INUSE);
        if (!orphaned) {
            otherCentre.rings();
        }
    }

    @Override
    public void answered() {
        channel.state = ChannelState.UP;
        pbx.events().newState(channel);
    }

    @Override
    public void bridged(AgentPhone agent) {
        if (!orphaned) {
            otherCentre.answered();
        }
    }

    @Override
    public void dialFailed(String status) {
        leg = null;
        if (status.equals("BUSY")) {
            refuse(HangupCause.BUSY);
        } else if (channel.cause == HangupCause.REJECTED_BY_AGENT) {
            refuse(HangupCause.REJECTED_BY_AGENT);
        } else {
            refuse(status.equals("NOANSWER") ? HangupCause.NOT_AVAILABLE : HangupCause.PHONE_GONE);
        }
    }

    @Override
    public void agentLeft() {
        leg = null;
        pbx.events().softHangupRequest(channel);
        close(HangupCause.NORMAL);
        if (!orphaned) {
            otherCentre.hungUp();
        }
    }

    /** CANCEL or BYE. */
    void hangUpByOtherCentre() {
        if (over) {
            return;
        }
        DialAttempt ended = leg;
        leg = null;
        pbx.events().hangupRequest(channel);
        if (ended != null && ended.isTalking()) {
            ended.leaveBridge(false);
            pbx.events().softHangupRequest(channel);
            ended.end(HangupCause.NORMAL);
        } else if (ended != null) {
            ended.cancelByHangup();
        } else {
            pbx.events().softHangupRequest(channel);
        }
        close(HangupCause.NORMAL);
    }

    /** It died without BYE: no packet comes any more. */
    void otherCentreVanished() {
        orphaned = true;
        pbx.clock().schedule(silence, RTP_TIMEOUT_MILLIS);
    }

    /** Our PBX dies: no event is ever sent, and no BYE. */
    void vanish() {
        over = true;
        pbx.clock().cancel(step);
        pbx.clock().cancel(silence);
    }

    private void guard() {
        if (phone.groupHolder != null) {
            if (++tries > Dialplan.GUARD_TRIES) {
                refuse(HangupCause.BUSY);
            } else {
                pbx.clock().schedule(step, Dialplan.GUARD_RETRY_MILLIS);
            }
        } else if (phone.isRegistered()) {
            phone.groupHolder = this;
            channel.priority = Dialplan.LEND_DIAL;
            channel.runs("Dial", "PJSIP/" + phone.endpoint() + ",120^2");
            leg = new DialAttempt(pbx, this, new PhoneEnd(pbx, phone, caller), RING_MILLIS, NO_SIGN_MILLIS);
            leg.start();
        } else {
            refuse(HangupCause.PHONE_GONE);
        }
    }

    private void refuse(HangupCause cause) {
        channel.priority = switch (cause) {
            case BUSY -> Dialplan.LEND_BUSY;
            case REJECTED_BY_AGENT -> Dialplan.LEND_REJECTED;
            case NOT_AVAILABLE -> Dialplan.LEND_SILENT;
            default -> Dialplan.LEND_GONE;
        };
        channel.cause = HangupCause.NONE;
        pbx.events().softHangupRequest(channel);
        close(cause);
        if (!orphaned) {
            otherCentre.refused(cause);
        }
    }

    private void close(HangupCause cause) {
        vanish();
        if (phone != null && phone.groupHolder == this) {
            phone.groupHolder = null;
        }
        channel.cause = cause;
        pbx.events().hangup(channel);
        pbx.channels().close(channel);
        trunk.released();
        pbx.lentCalls().remove(this);
    }
}
