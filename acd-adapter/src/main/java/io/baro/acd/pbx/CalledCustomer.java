package io.baro.acd.pbx;

/**
 * Owns the customer's leg of one callback: calls him once an attempt, as {@code acd-callback-call} does, and tells what became of it. Never
 * touches the agent's side. {@link CallbackMemory} is its AstDB. Only the loop's thread touches it.
 */
final class CalledCustomer {
    private static final byte[] CALLED_BACK = Ascii.bytes("AcdCalledBack");
    private static final byte[] REACHED = Ascii.bytes("AcdReached");
    private static final byte[] CALL = Ascii.bytes("Call: ");
    private static final byte[] ATTEMPT = Ascii.bytes("Attempt: ");
    private static final byte[] STATUS = Ascii.bytes("Status: ");
    private static final byte[] CAUSE = Ascii.bytes("Cause: ");

    private final EmbeddedPbx pbx;
    private final CallbackRequest request;
    private final PbxChannel half;
    private final Side side;
    private final Deadline step = new Deadline(this::onStep);
    private CustomerScript.Reaction reaction;
    private PbxChannel leg;
    private boolean reached;

    /** The callback that he is called for. */
    interface Side {
        /** He is in one bridge with the half that called him. */
        void customerAnswered();

        /** His leg is over, and told. */
        void customerRefused();
    }

    /** A customer who is called by that half of the Local channel. */
    CalledCustomer(EmbeddedPbx pbx, CallbackRequest request, PbxChannel half, Side side) {
        this.pbx = pbx;
        this.request = request;
        this.half = half;
        this.side = side;
    }

    /** True if this attempt was made before: what became of it is told again, and nobody is called. */
    boolean isToldAgain(PbxChannel by) {
        CallbackMemory.Made made = pbx.callbackMemory().of(request.call());
        boolean again = made != null && made.attempt() == request.attempt();
        if (again) {
            tell(by, made.status(), made.cause());
        }
        return again;
    }

    void call() {
        pbx.callbackMemory().made(request.call(), request.attempt(), "DIALLED", 0);
        reaction = pbx.customers().onCall(request.number(), request.attempt());
        leg = pbx.channels().open(EmbeddedPbx.TRUNK, ChannelState.DOWN);
        leg.linkedId = half.linkedId;
        leg.at(Dialplan.IN, Dialplan.S, 1);
        pbx.events().newChannel(leg);
        pbx.events().dialBegin(half, leg, Ascii.bytes(request.number() + '@' + EmbeddedPbx.TRUNK));
        pbx.observers().onCustomerCalled(request.call(), request.attempt());
        pbx.clock().schedule(step, Math.min(reaction.afterMillis(), request.ringMillis()));
    }

    /** The call is over: so is he, if he was called. */
    void leave() {
        over(reached ? "ANSWER" : "CANCEL", HangupCause.NORMAL);
    }

    /** The PBX dies: no event is ever sent. */
    void vanish() {
        pbx.clock().cancel(step);
    }

    private void onStep() {
        boolean rangOut = reaction.afterMillis() > request.ringMillis();
        if (reaction.status() == CustomerScript.Status.ANSWER && !rangOut) {
            answers();
        } else {
            refuses(rangOut ? CustomerScript.Status.NOANSWER : reaction.status());
        }
    }

    private void answers() {
        reached = true;
        leg.state = ChannelState.UP;
        pbx.events().newState(leg);
        pbx.callbackMemory().made(request.call(), request.attempt(), "ANSWER", 0);
        pbx.events()
                .userEvent(leg, REACHED)
                .field(CALL, Ascii.bytes(request.call()))
                .field(ATTEMPT, request.attempt());
        pbx.events().endUserEvent();
        pbx.events().dialEnd(half, leg, Ascii.bytes("ANSWER"));
        byte[] bridge = pbx.channels().newBridgeId();
        leg.bridgeId = bridge;
        pbx.events().bridgeEnter(leg, 1);
        half.bridgeId = bridge;
        pbx.events().bridgeEnter(half, 2);
        side.customerAnswered();
    }

    private void refuses(CustomerScript.Status status) {
        pbx.events().dialEnd(half, leg, Ascii.bytes(status.name()));
        over(status.name(), status.cause);
        side.customerRefused();
    }

    private void over(String status, HangupCause cause) {
        pbx.clock().cancel(step);
        if (leg == null) {
            return;
        }
        leg.cause = cause;
        pbx.events().hangup(leg);
        pbx.channels().close(leg);
        leg = null;
        if (status.equals(CustomerScript.Status.CHANUNAVAIL.name())) {
            pbx.callbackMemory().forget(request.call());
        } else {
            pbx.callbackMemory().made(request.call(), request.attempt(), status, cause.cause);
        }
        tell(half, status, cause.cause);
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
}
