package io.baro.acd.pbx;

/**
 * Owns one callback: the two halves of its Local channel, of which the far one rings the agent as {@code acd-dial} does for any caller, and
 * the near one calls the customer when the agent has answered ({@code acd-callback-call}). Makes each attempt once: {@link
 * CallbackMemory} is its AstDB. Only the loop's thread touches it.
 */
final class CallbackCall implements Dialler {
    private static final byte[] CALLED_BACK = Ascii.bytes("AcdCalledBack");
    private static final byte[] REACHED = Ascii.bytes("AcdReached");
    private static final byte[] CALL = Ascii.bytes("Call: ");
    private static final byte[] ATTEMPT = Ascii.bytes("Attempt: ");
    private static final byte[] STATUS = Ascii.bytes("Status: ");
    private static final byte[] CAUSE = Ascii.bytes("Cause: ");
    private static final String CONTEXT = "@acd-callback-agent/n";
    private static final String LOCAL = "Local/";

    private final EmbeddedPbx pbx;
    private final CallbackRequest request;
    private final OfferExten offer;
    private final PbxChannel near;
    private final PbxChannel far;
    private final CallerUserEvents says;
    private final Deadline step = new Deadline(this::onStep);
    private AgentPhone phone;
    private DialAttempt leg;
    private PbxChannel customer;
    private CustomerScript.Reaction reaction;
    private boolean reached;
    private boolean over;
    private int tries;

    /** Reads the action; null: it is no callback of ours, or one that exists already. */
    static CallbackCall of(EmbeddedPbx pbx, AmiRequest action) {
        String channel = action.get("Channel");
        CallbackRequest request = CallbackRequest.of(action);
        boolean ours = channel.startsWith(LOCAL) && channel.endsWith(CONTEXT);
        if (!ours
                || pbx.channels().hasUniqueId(request.nearId())
                || pbx.channels().hasUniqueId(request.farId())) {
            return null;
        }
        String exten = channel.substring(LOCAL.length(), channel.length() - CONTEXT.length());
        OfferExten offer = OfferExten.parse(exten);
        return offer.valid() && offer.endpoints().size() == 1 ? new CallbackCall(pbx, request, offer, exten) : null;
    }

    private CallbackCall(EmbeddedPbx pbx, CallbackRequest request, OfferExten offer, String exten) {
        this.pbx = pbx;
        this.request = request;
        this.offer = offer;
        near = pbx.channels().openLocal(exten, request.nearId(), 1);
        far = pbx.channels().openLocal(exten, request.farId(), 2);
        far.linkedId = near.uniqueId;
        near.acdCall = Ascii.bytes(request.call());
        far.acdCall = near.acdCall;
        near.at(Dialplan.CALLBACK_AGENT, Ascii.bytes(exten), 1);
        far.at(Dialplan.CALLBACK_AGENT, Ascii.bytes(exten), 1);
        far.callerNumber = Ascii.bytes(request.number());
        says = new CallerUserEvents(pbx, far, request.number(), "");
    }

    void start() {
        pbx.callbacks().add(this);
        pbx.events().newChannel(near);
        pbx.events().newChannel(far);
        CallbackMemory.Made made = pbx.callbackMemory().of(request.call());
        if (made != null && made.attempt() == request.attempt()) {
            tell(far, made.status(), made.cause());
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
        pbx.callbackMemory().made(request.call(), request.attempt(), "DIALLED", 0);
        reaction = pbx.customers().onCall(request.number(), request.attempt());
        customer = pbx.channels().open(EmbeddedPbx.TRUNK, ChannelState.DOWN);
        customer.linkedId = near.linkedId;
        customer.at(Dialplan.IN, Dialplan.S, 1);
        pbx.events().newChannel(customer);
        pbx.events().dialBegin(near, customer, Ascii.bytes(request.number() + '@' + EmbeddedPbx.TRUNK));
        pbx.observers().onCustomerCalled(request.call(), request.attempt());
        pbx.clock().schedule(step, Math.min(reaction.afterMillis(), request.ringMillis()));
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
        customerOver(reached ? "ANSWER" : "CANCEL", HangupCause.NORMAL);
        close();
    }

    /** The PBX dies: no event is ever sent. */
    void vanish() {
        over = true;
        pbx.clock().cancel(step);
    }

    private void onStep() {
        if (leg == null) {
            guard();
        } else if (reaction.status() == CustomerScript.Status.ANSWER
                && reaction.afterMillis() <= request.ringMillis()) {
            customerAnswers();
        } else {
            customerRefuses();
        }
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

    private void customerAnswers() {
        reached = true;
        customer.state = ChannelState.UP;
        pbx.events().newState(customer);
        pbx.callbackMemory().made(request.call(), request.attempt(), "ANSWER", 0);
        pbx.events()
                .userEvent(customer, REACHED)
                .field(CALL, Ascii.bytes(request.call()))
                .field(ATTEMPT, request.attempt());
        pbx.events().endUserEvent();
        pbx.events().dialEnd(near, customer, Ascii.bytes("ANSWER"));
        byte[] bridge = pbx.channels().newBridgeId();
        customer.bridgeId = bridge;
        pbx.events().bridgeEnter(customer, 1);
        near.bridgeId = bridge;
        pbx.events().bridgeEnter(near, 2);
    }

    /** He is not reached: the agent hears so and is left alone. */
    private void customerRefuses() {
        boolean rangOut = reaction.status() == CustomerScript.Status.ANSWER;
        CustomerScript.Status status = rangOut ? CustomerScript.Status.NOANSWER : reaction.status();
        pbx.events().dialEnd(near, customer, Ascii.bytes(status.name()));
        customerOver(status.name(), status.cause);
        leg.leaveBridge(false);
        leg.end(HangupCause.NORMAL);
        leg = null;
        close();
    }

    private void customerOver(String status, HangupCause cause) {
        if (customer == null) {
            return;
        }
        customer.cause = cause;
        pbx.events().hangup(customer);
        pbx.channels().close(customer);
        customer = null;
        if (status.equals(CustomerScript.Status.CHANUNAVAIL.name())) {
            pbx.callbackMemory().forget(request.call());
        } else {
            pbx.callbackMemory().made(request.call(), request.attempt(), status, cause.cause);
        }
        tell(near, status, cause.cause);
    }

    private void tell(PbxChannel channel, String status, int cause) {
        pbx.events()
                .userEvent(channel, CALLED_BACK)
                .field(CALL, Ascii.bytes(request.call()))
                .field(ATTEMPT, request.attempt())
                .field(STATUS, Ascii.bytes(status))
                .field(CAUSE, cause);
        pbx.events().endUserEvent();
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
