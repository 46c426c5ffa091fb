package io.baro.acd.pbx;

/**
 * Owns one callback: the two halves of its Local channel, of which the far one rings the agent as {@code acd-dial} does for any caller, and
 * the near one calls the customer when the agent has answered ({@code acd-callback-call}). Only the loop's thread touches it.
 */
final class CallbackCall implements Callback, Dialler, CalledCustomer.Side {
    private final EmbeddedPbx pbx;
    private final OfferExten offer;
    private final PbxChannel near;
    private final PbxChannel far;
    private final CallerUserEvents says;
    private final CalledCustomer customer;
    private final Deadline step = new Deadline(this::guard);
    private AgentPhone phone;
    private DialAttempt leg;
    private boolean over;
    private int tries;

    CallbackCall(EmbeddedPbx pbx, CallbackRequest request) {
        this.pbx = pbx;
        offer = OfferExten.parse(request.exten());
        near = pbx.channels().openLocal(request, 1);
        far = pbx.channels().openLocal(request, 2);
        far.linkedId = near.uniqueId;
        near.acdCall = Ascii.bytes(request.call());
        far.acdCall = near.acdCall;
        far.callerNumber = Ascii.bytes(request.number());
        says = new CallerUserEvents(pbx, far, request.number(), "");
        customer = new CalledCustomer(pbx, request, near, this);
    }

    @Override
    public void start() {
        pbx.callbacks().add(this);
        pbx.events().newChannel(near);
        pbx.events().newChannel(far);
        if (customer.isToldAgain(far)) {
            close();
        } else {
            far.at(Dialplan.DIAL, far.exten, Dialplan.DIAL_GUARD);
            guard();
        }
    }

    @Override
    public PbxChannel channel() {
        return far;
    }

    @Override
    public Caller caller() {
        return null;
    }

    @Override
    public boolean isInFallback() {
        return false;
    }

    @Override
    public void rings() {
        // Nobody hears it yet.
    }

    @Override
    public void answered() {
        far.state = ChannelState.UP;
        near.state = ChannelState.UP;
        near.acdCall = Ascii.EMPTY;
        near.at(Dialplan.CALLBACK_CALL, Dialplan.S, Dialplan.CALLBACK_DIAL);
    }

    /** The agent is there: now, and not before, the customer's phone is called. */
    @Override
    public void bridged(AgentPhone agent) {
        customer.call();
    }

    @Override
    public void dialFailed(String status) {
        leg = null;
        returned(status);
        close();
    }

    /** The agent puts the phone down: the customer with him, if he is there. */
    @Override
    public void agentLeft() {
        leg = null;
        returned("ANSWER");
        customer.leave();
        close();
    }

    @Override
    public void customerAnswered() {
        // They talk.
    }

    /** He is not reached: the agent hears so and is left alone. */
    @Override
    public void customerRefused() {
        leg.leaveBridge(false);
        leg.end(HangupCause.NORMAL);
        leg = null;
        close();
    }

    @Override
    public void vanish() {
        over = true;
        pbx.clock().cancel(step);
        customer.vanish();
    }

    private void guard() {
        phone = pbx.phone(offer.endpoint());
        if (!offer.centre().isEmpty() || phone == null || !phone.isRegistered()) {
            far.cause = HangupCause.NO_CONTACT;
            dialFailed("CHANUNAVAIL");
        } else if (phone.groupHolder == null) {
            phone.groupHolder = this;
            far.priority = Dialplan.DIAL_DIAL;
            far.runs("Dial", "PJSIP/" + offer.endpoint() + ',' + offer.ringSeconds() + "^3,gm(default)");
            leg = new DialAttempt(
                    pbx, this, new PhoneEnd(pbx, phone, null), offer.ringSeconds() * 1000L, Dialplan.NO_SIGN_MILLIS);
            leg.start();
        } else if (++tries > Dialplan.GUARD_TRIES) {
            phone = null;
            dialFailed("BUSY");
        } else {
            pbx.clock().schedule(step, Dialplan.GUARD_RETRY_MILLIS);
        }
    }

    private void returned(String status) {
        far.priority = Dialplan.DIAL_RESULT;
        says.dialResult(offer.offer(), status, far.cause.cause);
    }

    private void close() {
        if (over) {
            return;
        }
        vanish();
        if (phone != null && phone.groupHolder == this) {
            phone.groupHolder = null;
        }
        for (PbxChannel half : new PbxChannel[] {near, far}) {
            half.cause = HangupCause.NORMAL;
            pbx.events().softHangupRequest(half);
            pbx.events().hangup(half);
            pbx.channels().close(half);
        }
        pbx.callbacks().remove(this);
    }
}
