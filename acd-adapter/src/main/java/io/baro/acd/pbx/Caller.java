package io.baro.acd.pbx;

import java.util.List;

/**
 * Owns one caller's channel from its first ring to its hangup: who he is, where he stands, which agent's leg he has. Never walks the
 * dialplan ({@link DialplanWalk} does) and never routes: the engine does, by Redirect. Only the loop's thread touches it, but
 * {@link #place} and {@link #call}.
 */
public final class Caller implements Dialler {
    final PbxChannel channel;
    private final EmbeddedPbx pbx;
    private final CallerPlan plan;
    private final String call;
    private final DialplanWalk walk;
    private volatile Place place = Place.ENTRY;
    private final CustomerFirstCall callback;
    private DialAttempt leg;
    private DialRing ring;
    private String gotoContext = "";
    private String gotoExten = "";
    private boolean arrived;
    /** The engine has not said yet where he goes. */
    private boolean owed;

    private boolean connected;
    private boolean confirmed;
    private boolean failedOver;
    private boolean diverted;
    private boolean hungUpHimself;
    private boolean lost;

    Caller(EmbeddedPbx pbx, CallerPlan plan) {
        this(pbx, plan, pbx.trunkChannel(plan), pbx.settings().menuDefault(), null);
    }

    /** On that channel, in no line or in that queue's; {@code callback}: he was called, and not he. */
    Caller(EmbeddedPbx pbx, CallerPlan plan, PbxChannel channel, String queue, CustomerFirstCall callback) {
        this.pbx = pbx;
        this.plan = plan;
        this.channel = channel;
        this.callback = callback;
        call = pbx.channels().callOf(channel);
        channel.caller = this;
        walk = new DialplanWalk(pbx, this, queue);
    }

    /** The call's name for life, {@code <epoch>.<seq>}. */
    public String call() {
        return call;
    }

    public Place place() {
        return place;
    }

    public CallerPlan plan() {
        return plan;
    }

    /** Whether the engine was told of him when he came. */
    public boolean wasAnnounced() {
        return arrived;
    }

    /** Whether he talked to an agent whom the engine chose. */
    public boolean wasConnected() {
        return connected;
    }

    /** Whether his reservation was confirmed to him. */
    public boolean wasReserved() {
        return confirmed;
    }

    /** Whether he came into the line of app_queue. */
    public boolean wasFailedOver() {
        return failedOver;
    }

    /** Whether the engine sent him to the line of app_queue. */
    public boolean wasDiverted() {
        return diverted;
    }

    /** Whether he ended the call, before or in a talk. */
    public boolean hungUpHimself() {
        return hungUpHimself;
    }

    /** Whether his PBX died under him. */
    public boolean wasLost() {
        return lost;
    }

    @Override
    public PbxChannel channel() {
        return channel;
    }

    @Override
    public Caller caller() {
        return this;
    }

    void start() {
        walk.enterEntry();
    }

    /** The callback by which he was called; null: he called. */
    CustomerFirstCall callback() {
        return callback;
    }

    void announced() {
        arrived = true;
        owed = true;
        pbx.loop().owes(1);
    }

    void standsIn(Place newPlace) {
        if (owed) {
            owed = false;
            pbx.loop().owes(-1);
        }
        place = newPlace;
        connected |= newPlace == Place.TALKING;
        confirmed |= newPlace == Place.CALLBACK_CONFIRMED;
        failedOver |= newPlace == Place.FALLBACK;
    }

    /** Redirect: taken note of now, obeyed when the channel's thread looks, as ast_async_goto does. False: one is pending. */
    boolean asyncGoto(String context, String exten) {
        if (!gotoContext.isEmpty()) {
            return false;
        }
        gotoContext = context;
        gotoExten = exten;
        return true;
    }

    /** Obeys the pending Redirect. */
    void followGoto() {
        String context = gotoContext;
        gotoContext = "";
        if (place == Place.GONE) {
            return;
        }
        diverted |= context.equals("acd-divert");
        channel.at(Ascii.bytes(context), Ascii.bytes(gotoExten), 1);
        leaveAgent();
        walk.leave();
        walk.enter(context, gotoExten);
    }

    /** The caller presses a key. Keys that nobody waits for are lost, as on a real one. */
    void press(char digit) {
        walk.pressed(digit);
    }

    /** BYE from the trunk. */
    void hangUpRemotely() {
        if (place == Place.GONE) {
            return;
        }
        hungUpHimself = true;
        pbx.events().hangupRequest(channel);
        DialAttempt ended = leg;
        leg = null;
        if (ring != null) {
            ring.cancelByHangup();
        } else if (ended == null) {
            pbx.events().softHangupRequest(channel);
        } else if (ended.isTalking()) {
            ended.leaveBridge(false);
            pbx.events().softHangupRequest(channel);
            ended.end(HangupCause.NORMAL);
        } else {
            ended.cancelByHangup();
        }
        gone();
    }

    /** AMI Hangup: without HangupRequest. */
    void hangUpByAction() {
        leaveAgent();
        pbx.events().softHangupRequest(channel);
        gone();
    }

    /** The application Hangup, or the end of the dialplan. */
    void hangUpHere() {
        pbx.events().softHangupRequest(channel);
        gone();
    }

    /** A phone is tried for him. */
    void ring(FarEnd farEnd, long ringMillis, boolean fromFallback) {
        standsIn(fromFallback ? Place.FALLBACK_DIALLING : Place.DIALLING);
        leg = new DialAttempt(pbx, this, farEnd, ringMillis, Dialplan.NO_SIGN_MILLIS);
        leg.start();
    }

    /** Several phones are tried for him at once. */
    void ringSeveral(List<AgentPhone> phones, long ringMillis) {
        standsIn(Place.DIALLING);
        ring = new DialRing(pbx, this);
        ring.start(phones, ringMillis);
    }

    /** One of several phones has him. */
    void answeredBy(DialAttempt winner) {
        ring = null;
        leg = winner;
    }

    @Override
    public boolean isInFallback() {
        return place == Place.FALLBACK || place == Place.FALLBACK_DIALLING || place == Place.FALLBACK_TALKING;
    }

    @Override
    public void rings() {
        // He hears music.
    }

    @Override
    public void answered() {
        // He was up before.
    }

    @Override
    public void bridged(AgentPhone phone) {
        walk.answered(phone);
        if (isInFallback()) {
            standsIn(Place.FALLBACK_TALKING);
        } else {
            standsIn(Place.TALKING);
            pbx.observers().onConnected(this, phone);
        }
    }

    @Override
    public void dialFailed(String status) {
        leg = null;
        ring = null;
        walk.dialFailed(status);
    }

    /** The agent put the phone down: option g lets the dialplan go on. */
    @Override
    public void agentLeft() {
        leg = null;
        walk.agentLeft();
    }

    /** The PBX dies: no event is ever sent. */
    void vanish() {
        lost = true;
        if (leg != null) {
            leg.vanish();
            leg = null;
        }
        if (ring != null) {
            ring.vanish();
            ring = null;
        }
        standsIn(Place.GONE);
        walk.end();
    }

    private void leaveAgent() {
        if (ring != null) {
            ring.cancel();
            ring = null;
            return;
        }
        DialAttempt ended = leg;
        leg = null;
        if (ended == null) {
            return;
        }
        if (ended.isTalking()) {
            ended.leaveBridge(false);
            ended.end(HangupCause.NORMAL);
        } else {
            ended.cancel();
        }
    }

    private void gone() {
        ring = null;
        walk.end();
        standsIn(Place.GONE);
        pbx.events().hangup(channel);
        pbx.channels().close(channel);
        pbx.callerGone(this);
    }
}
