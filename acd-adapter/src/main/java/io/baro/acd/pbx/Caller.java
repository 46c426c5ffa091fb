package io.baro.acd.pbx;

/**
 * Owns one caller's channel on its way through the dialplan: entry, menu, line, offers, callback, fallback. Never routes: the engine
 * moves it by Redirect. Only the loop's thread touches it, but {@link #place} and {@link #call}.
 */
public final class Caller {
    private static final long NOT_IN_LINE = -1;

    final PbxChannel channel;
    final CallerUserEvents says;
    private final EmbeddedPbx pbx;
    private final CallerPlan plan;
    private final String call;
    private final Deadline step = new Deadline(this::onStep);
    private final Deadline patience = new Deadline(this::hangUpRemotely);
    private volatile Place place = Place.ENTRY;
    private String queue;
    private long inLineSinceSeconds = NOT_IN_LINE;
    private int turn;
    private OfferExten offer;
    private int guardTries;
    private DialAttempt leg;
    private String gotoContext = "";
    private String gotoExten = "";
    private boolean connected;

    Caller(EmbeddedPbx pbx, CallerPlan plan) {
        this.pbx = pbx;
        this.plan = plan;
        this.channel = pbx.newChannel(EmbeddedPbx.TRUNK, ChannelState.RING);
        this.call = pbx.callOf(channel);
        this.queue = pbx.settings().menuDefault();
        channel.caller = this;
        channel.callerNumber = plan.number().isEmpty() ? PbxChannel.UNKNOWN : Ascii.bytes(plan.number());
        this.says = new CallerUserEvents(pbx, channel, Dialplan.digitsOf(plan.number()), plan.dnis());
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

    /** Whether he ever talked to an agent whom the engine chose. */
    public boolean wasConnected() {
        return connected;
    }

    String queue() {
        return queue;
    }

    void start() {
        channel.at(Dialplan.IN, Ascii.bytes(plan.dnis()), 1);
        pbx.events().newChannel(channel);
        channel.callerNumber = Ascii.bytes(Dialplan.digitsOf(plan.number()));
        channel.acdCall = Ascii.bytes(call);
        channel.priority = Dialplan.IN_ANSWER;
        channel.state = ChannelState.UP;
        pbx.events().newState(channel);
        if (!pbx.engineAlive()) {
            enterMenu();
            return;
        }
        channel.priority = Dialplan.IN_ARRIVED;
        says.arrived();
        channel.priority = Dialplan.IN_WAIT;
        channel.runs("Wait", "2");
        pbx.clock().schedule(step, pbx.clock().ofWallMillis(PbxSettings.ENTRY_WAIT_MILLIS));
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
        leavePlace();
        switch (context) {
            case "acd-menu" -> enterMenu();
            case "acd-wait" -> enterWait(Dialplan.queueOf(gotoExten));
            case "acd-dial" -> enterDial(gotoExten);
            case "acd-callback" -> enterCallback();
            case "acd-callback-ok" ->
                enterTone(Place.CALLBACK_CONFIRMED, Dialplan.CALLBACK_OK, Dialplan.CALLBACK_OK_WAIT);
            case "acd-callback-no" ->
                enterTone(Place.CALLBACK_REFUSED, Dialplan.CALLBACK_NO, Dialplan.CALLBACK_NO_WAIT);
            case "acd-divert", "acd-fallback" -> enterFallback();
            default -> hangUpHere();
        }
    }

    /** The caller presses a key. Keys that nobody waits for are lost, as on a real one. */
    void press(char digit) {
        if (place == Place.MENU) {
            pbx.clock().cancel(step);
            enterWait(pbx.menuQueue(digit));
        } else if (place == Place.CALLBACK_OFFERED) {
            pbx.clock().cancel(step);
            answerCallback(digit);
        }
    }

    /** BYE from the trunk. */
    void hangUpRemotely() {
        if (place == Place.GONE) {
            return;
        }
        pbx.events().hangupRequest(channel, HangupCause.NORMAL);
        boolean ringing = leg != null && !leg.isTalking();
        if (ringing) {
            leg.cancel();
            leg = null;
            pbx.events().softHangupRequest(channel, HangupCause.NORMAL);
        } else if (leg != null) {
            leg.leaveBridge(false);
            leg.end(HangupCause.NORMAL);
            leg = null;
        } else {
            pbx.events().softHangupRequest(channel, HangupCause.NORMAL);
        }
        gone(HangupCause.NORMAL);
    }

    /** AMI Hangup: neither HangupRequest nor SoftHangupRequest. */
    void hangUpByAction() {
        leavePlace();
        gone(HangupCause.NORMAL);
    }

    void leftBridgeFirst() {
        pbx.events().softHangupRequest(channel, HangupCause.NORMAL);
    }

    /** The agent put the phone down: option g lets the dialplan go on. */
    void agentLeft() {
        boolean fallback = place == Place.FALLBACK_TALKING;
        leg = null;
        if (!fallback) {
            releaseGuard();
            channel.priority = Dialplan.DIAL_RESULT;
            says.dialResult(offer.offer(), "ANSWER", HangupCause.NORMAL.cause);
        }
        channel.priority = fallback ? Dialplan.FALLBACK_HANGUP : Dialplan.DIAL_HANGUP;
        hangUpHere();
    }

    void bridged(AgentPhone phone) {
        if (place == Place.FALLBACK_DIALLING) {
            place = Place.FALLBACK_TALKING;
        } else {
            place = Place.TALKING;
            connected = true;
            pbx.observer().onConnected(this, phone);
        }
        pbx.clock().cancel(patience);
    }

    void dialFailed(String status, int cause) {
        leg = null;
        if (place == Place.FALLBACK_DIALLING) {
            enterLineOfFallback();
        } else {
            releaseGuard();
            dialReturned(status, cause);
        }
    }

    /** app_queue found a phone for him. */
    void ringFromFallback(AgentPhone phone, long ringMillis) {
        place = Place.FALLBACK_DIALLING;
        leg = new DialAttempt(pbx, this, phone, ringMillis);
        leg.start();
    }

    private void onStep() {
        switch (place) {
            case ENTRY -> enterMenu();
            case MENU -> enterWait(pbx.menuQueue(plan.menuMillis() < 0 ? CallerPlan.NOTHING : plan.menuDigit()));
            case WAITING -> turn();
            case DIALLING -> guard();
            case CALLBACK_OFFERED ->
                answerCallback(plan.callbackMillis() < 0 ? CallerPlan.NOTHING : plan.callbackDigit());
            case CALLBACK_ASKED, CALLBACK_REFUSED -> enterWait(queue);
            case CALLBACK_CONFIRMED -> {
                channel.priority = Dialplan.CALLBACK_OK_HANGUP;
                hangUpHere();
            }
            case TALKING, FALLBACK, FALLBACK_DIALLING, FALLBACK_TALKING, GONE ->
                throw new IllegalStateException("no step in " + place);
        }
    }

    private void enterMenu() {
        releaseGuard();
        stand(Place.MENU, Dialplan.MENU, Dialplan.S, Dialplan.MENU_READ);
        channel.runs("Read", "ACD_DIGIT,dial,1,i,2,5");
        boolean presses = plan.menuMillis() >= 0 && plan.menuDigit() != CallerPlan.NOTHING;
        pbx.clock().schedule(step, presses ? plan.menuMillis() : Dialplan.MENU_SILENCE_MILLIS);
    }

    private void enterWait(String newQueue) {
        releaseGuard();
        if (newQueue.isEmpty()) {
            enterFallback();
            return;
        }
        queue = newQueue;
        stand(Place.WAITING, Dialplan.WAIT, Ascii.bytes("q_" + queue), Dialplan.WAIT_EVENT);
        if (inLineSinceSeconds == NOT_IN_LINE) {
            inLineSinceSeconds = pbx.epochSeconds();
            if (plan.patienceMillis() >= 0) {
                pbx.clock().schedule(patience, plan.patienceMillis());
            }
        }
        turn();
    }

    private void turn() {
        long waited = pbx.epochSeconds() - inLineSinceSeconds;
        if (waited > pbx.settings().maxWaitSeconds() || !pbx.engineAlive()) {
            enterFallback();
            return;
        }
        channel.priority = Dialplan.WAIT_EVENT;
        says.waiting(queue, ++turn, waited);
        channel.priority = Dialplan.WAIT_WAIT;
        channel.runs("Wait", Integer.toString(pbx.settings().turnSeconds()));
        pbx.clock().schedule(step, pbx.settings().turnSeconds() * 1000L);
    }

    private void enterDial(String exten) {
        offer = OfferExten.parse(exten);
        guardTries = 0;
        stand(Place.DIALLING, Dialplan.DIAL, Ascii.bytes(exten), Dialplan.DIAL_GUARD);
        if (offer.valid()) {
            guard();
        } else {
            dialReturned("INVALIDARGS", 0);
        }
    }

    /** One call per agent: joins the endpoint's group, or tries again while another caller is still in it. */
    private void guard() {
        AgentPhone phone = pbx.phone(offer.endpoint());
        if (phone == null || !phone.isRegistered()) {
            dialReturned("CHANUNAVAIL", HangupCause.NO_ROUTE.cause);
            return;
        }
        if (phone.groupHolder != null && phone.groupHolder != this) {
            if (++guardTries > Dialplan.GUARD_TRIES) {
                dialReturned("BUSY", 0);
            } else {
                channel.priority = Dialplan.DIAL_GUARD;
                channel.runs("Wait", "0.01");
                pbx.clock().schedule(step, Dialplan.GUARD_RETRY_MILLIS);
            }
            return;
        }
        phone.groupHolder = this;
        channel.priority = Dialplan.DIAL_DIAL;
        channel.runs("Dial", "PJSIP/" + offer.endpoint());
        leg = new DialAttempt(pbx, this, phone, offer.ringSeconds() * 1000L);
        leg.start();
    }

    private void dialReturned(String status, int cause) {
        channel.priority = Dialplan.DIAL_RESULT;
        says.dialResult(offer.offer(), status, cause);
        enterWait(queue);
    }

    private void enterCallback() {
        releaseGuard();
        stand(Place.CALLBACK_OFFERED, Dialplan.CALLBACK, Dialplan.S, Dialplan.CALLBACK_READ);
        channel.runs("Read", "ACD_DIGIT,dial,1,i,1,5");
        boolean presses = plan.callbackMillis() >= 0 && plan.callbackDigit() != CallerPlan.NOTHING;
        pbx.clock().schedule(step, presses ? plan.callbackMillis() : Dialplan.CALLBACK_SILENCE_MILLIS);
    }

    private void answerCallback(char digit) {
        if (digit != '1') {
            channel.priority = Dialplan.CALLBACK_DECLINED;
            says.callbackDeclined();
            enterWait(queue);
            return;
        }
        channel.priority = Dialplan.CALLBACK_ACCEPTED;
        place = Place.CALLBACK_ASKED;
        says.callbackAccepted();
        channel.priority = Dialplan.CALLBACK_WAIT;
        channel.runs("Wait", "10");
        pbx.clock().schedule(step, pbx.clock().ofWallMillis(PbxSettings.CALLBACK_WAIT_MILLIS));
    }

    private void enterTone(Place newPlace, byte[] context, int priority) {
        stand(newPlace, context, Dialplan.S, priority);
        channel.runs("Wait", "1");
        if (newPlace == Place.CALLBACK_CONFIRMED) {
            pbx.clock().cancel(patience);
        }
        pbx.clock().schedule(step, Dialplan.TONE_MILLIS);
    }

    private void enterFallback() {
        releaseGuard();
        stand(Place.FALLBACK, Dialplan.FALLBACK, Dialplan.S, Dialplan.FALLBACK_EVENT);
        says.fallback(queue);
        channel.priority = Dialplan.FALLBACK_QUEUE;
        channel.runs("Queue", FallbackQueue.NAME);
        enterLineOfFallback();
    }

    private void enterLineOfFallback() {
        place = Place.FALLBACK;
        pbx.fallback().join(this);
    }

    private void stand(Place newPlace, byte[] context, byte[] exten, int priority) {
        pbx.clock().cancel(step);
        place = newPlace;
        channel.at(context, exten, priority);
    }

    /** Ends what the caller is doing because he is moved: a ringing phone is cancelled, a bridge left. */
    private void leavePlace() {
        pbx.clock().cancel(step);
        pbx.fallback().leave(this);
        DialAttempt ended = leg;
        leg = null;
        if (ended != null && ended.isTalking()) {
            ended.leaveBridge(false);
            ended.end(HangupCause.NORMAL);
        } else if (ended != null) {
            ended.cancel();
        }
        releaseGuard();
    }

    private void releaseGuard() {
        AgentPhone phone = offer == null ? null : pbx.phone(offer.endpoint());
        if (phone != null && phone.groupHolder == this) {
            phone.groupHolder = null;
        }
    }

    private void hangUpHere() {
        gone(HangupCause.NORMAL);
    }

    private void gone(HangupCause cause) {
        pbx.clock().cancel(step);
        pbx.clock().cancel(patience);
        pbx.fallback().leave(this);
        releaseGuard();
        place = Place.GONE;
        pbx.events().hangup(channel, cause);
        pbx.forget(channel);
        pbx.callerGone(this);
    }
}
