package io.baro.acd.pbx;

/**
 * Owns one callback whose customer is called first: the far half of its Local channel calls him ({@code acd-callback-customer}), and when he
 * has answered, the near half is a caller as any other ({@code acd-callback-line}). Only the loop's thread touches it.
 */
final class CustomerFirstCall implements Callback, CalledCustomer.Side {
    private final EmbeddedPbx pbx;
    private final CallbackRequest request;
    private final PbxChannel near;
    private final PbxChannel far;
    private final CalledCustomer customer;
    private Caller caller;
    private boolean over;

    CustomerFirstCall(EmbeddedPbx pbx, CallbackRequest request) {
        this.pbx = pbx;
        this.request = request;
        near = pbx.channels().openLocal(request, 1);
        far = pbx.channels().openLocal(request, 2);
        far.linkedId = near.uniqueId;
        near.acdCall = Ascii.bytes(request.call());
        customer = new CalledCustomer(pbx, request, far, this);
    }

    @Override
    public void start() {
        pbx.callbacks().add(this);
        pbx.events().newChannel(near);
        pbx.events().newChannel(far);
        if (customer.isToldAgain(far)) {
            close();
        } else {
            far.priority = Dialplan.CALLBACK_CUSTOMER_DIAL;
            customer.call();
        }
    }

    @Override
    public void customerAnswered() {
        far.state = ChannelState.UP;
        near.state = ChannelState.UP;
        near.callerNumber = Ascii.bytes(request.number());
        caller = new Caller(pbx, CallerPlan.byHand(request.number(), ""), near, request.queue(), this);
        caller.asyncGoto("acd-dial", request.exten());
        pbx.goesTo(caller);
    }

    @Override
    public void customerRefused() {
        close();
    }

    @Override
    public void vanish() {
        over = true;
        customer.vanish();
        if (caller != null) {
            caller.vanish();
        }
    }

    /** The near half hung up, with him or without. */
    void callerGone() {
        customer.leave();
        end(far);
        pbx.callbacks().remove(this);
        over = true;
    }

    private void close() {
        if (!over) {
            over = true;
            end(near);
            end(far);
            pbx.callbacks().remove(this);
        }
    }

    private void end(PbxChannel half) {
        half.cause = HangupCause.NORMAL;
        pbx.events().softHangupRequest(half);
        pbx.events().hangup(half);
        pbx.channels().close(half);
    }
}
