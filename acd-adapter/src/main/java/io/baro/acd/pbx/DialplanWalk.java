package io.baro.acd.pbx;

/**
 * Owns one caller's way through {@code extensions.conf}: entry, menu, line, offer, callback, fallback, and what he says to the engine on
 * it. Never touches an agent's leg. Only the loop's thread touches it.
 */
final class DialplanWalk {
    private static final long NOT_IN_LINE = -1;

    private final EmbeddedPbx pbx;
    private final Caller caller;
    private final PbxChannel channel;
    private final CallerPlan plan;
    private final CallerUserEvents says;
    private final OfferGuard guard;
    private final Deadline step = new Deadline(this::onStep);
    private final Deadline patience;
    private String queue;
    private long inLineSinceSeconds = NOT_IN_LINE;
    private int turn;

    DialplanWalk(EmbeddedPbx pbx, Caller caller, String queue) {
        this.pbx = pbx;
        this.caller = caller;
        this.channel = caller.channel;
        this.plan = caller.plan();
        this.says = new CallerUserEvents(pbx, channel, Dialplan.digitsOf(plan.number()), plan.dnis());
        this.guard = new OfferGuard(pbx, caller);
        this.patience = new Deadline(caller::hangUpRemotely);
        this.queue = queue;
    }

    void enterEntry() {
        channel.at(Dialplan.IN, Ascii.bytes(plan.dnis()), 1);
        pbx.events().newChannel(channel);
        channel.callerNumber = Ascii.bytes(Dialplan.digitsOf(plan.number()));
        channel.acdCall = Ascii.bytes(caller.call());
        channel.priority = Dialplan.IN_ANSWER;
        channel.state = ChannelState.UP;
        pbx.events().newState(channel);
        pbx.trunkTaken();
        if (!pbx.engineAlive()) {
            enterMenu();
            return;
        }
        channel.priority = Dialplan.IN_ARRIVED;
        caller.announced();
        says.arrived();
        channel.priority = Dialplan.IN_WAIT;
        channel.runs("Wait", "2");
        schedule(pbx.clock().ofWallMillis(PbxSettings.ENTRY_WAIT_MILLIS));
    }

    /** Where a Redirect sends him; a context that does not exist hangs him up. */
    void enter(String context, String exten) {
        switch (context) {
            case "acd-menu" -> enterMenu();
            case "acd-wait" -> enterWait(Dialplan.queueOf(exten));
            case "acd-dial" -> enterDial(exten);
            case "acd-callback" -> enterCallback();
            case "acd-callback-ok" ->
                enterTone(Place.CALLBACK_CONFIRMED, Dialplan.CALLBACK_OK, Dialplan.CALLBACK_OK_WAIT);
            case "acd-callback-no" ->
                enterTone(Place.CALLBACK_REFUSED, Dialplan.CALLBACK_NO, Dialplan.CALLBACK_NO_WAIT);
            case "acd-divert", "acd-fallback" -> enterFallback();
            default -> caller.hangUpHere();
        }
    }

    void pressed(char digit) {
        if (caller.place() == Place.MENU) {
            enterWait(pbx.menuQueue(digit));
        } else if (caller.place() == Place.CALLBACK_OFFERED) {
            answerCallback(digit);
        }
    }

    /** He is moved away from where he stands. */
    void leave() {
        pbx.clock().cancel(step);
        pbx.fallback().leave(caller);
        guard.release();
    }

    /** His channel ends. */
    void end() {
        leave();
        pbx.clock().cancel(patience);
    }

    void answered(AgentPhone phone) {
        pbx.clock().cancel(patience);
        guard.keep(phone);
    }

    void dialFailed(String status) {
        if (caller.isInFallback()) {
            caller.standsIn(Place.FALLBACK);
            pbx.fallback().join(caller, false);
        } else {
            guard.release();
            dialReturned(status);
        }
    }

    void agentLeft() {
        if (caller.isInFallback()) {
            caller.hangUpHere();
            return;
        }
        guard.release();
        channel.priority = Dialplan.DIAL_RESULT;
        says.dialResult(guard.offer(), "ANSWER", channel.cause.cause);
        channel.priority = Dialplan.DIAL_HANGUP;
        caller.hangUpHere();
    }

    private void onStep() {
        switch (caller.place()) {
            case ENTRY -> enterMenu();
            case MENU -> enterWait(pbx.menuQueue(plan.menuMillis() < 0 ? CallerPlan.NOTHING : plan.menuDigit()));
            case WAITING -> turn();
            case DIALLING -> tryOffer();
            case CALLBACK_OFFERED ->
                answerCallback(plan.callbackMillis() < 0 ? CallerPlan.NOTHING : plan.callbackDigit());
            case CALLBACK_ASKED, CALLBACK_REFUSED -> enterWait(queue);
            case CALLBACK_CONFIRMED -> {
                channel.priority = Dialplan.CALLBACK_OK_HANGUP;
                channel.cause = HangupCause.NORMAL;
                caller.hangUpHere();
            }
            case TALKING, FALLBACK, FALLBACK_DIALLING, FALLBACK_TALKING, GONE ->
                throw new IllegalStateException("no step in " + caller.place());
        }
    }

    private void enterMenu() {
        stand(Place.MENU, Dialplan.MENU, Dialplan.S, Dialplan.MENU_READ);
        channel.runs("Read", "ACD_DIGIT,dial,1,i,2,5");
        boolean presses = plan.menuMillis() >= 0 && plan.menuDigit() != CallerPlan.NOTHING;
        schedule(presses ? plan.menuMillis() : Dialplan.MENU_SILENCE_MILLIS);
    }

    private void enterWait(String newQueue) {
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
        channel.runs("Wait", pbx.turnText());
        schedule(pbx.settings().turnSeconds() * 1000L);
    }

    private void enterDial(String exten) {
        stand(Place.DIALLING, Dialplan.DIAL, Ascii.bytes(exten), Dialplan.DIAL_GUARD);
        if (guard.read(exten)) {
            tryOffer();
        } else {
            dialReturned("INVALIDARGS");
        }
    }

    private void tryOffer() {
        switch (guard.join()) {
            case JOINED -> guard.dial();
            case TAKEN -> {
                channel.priority = guard.isSeveral() ? Dialplan.DIAL_SEVERAL_GUARD : Dialplan.DIAL_GUARD;
                channel.runs("Wait", "0.01");
                schedule(Dialplan.GUARD_RETRY_MILLIS);
            }
            case SKIPPED -> {
                channel.priority = Dialplan.DIAL_TAKEN;
                says.taken(guard.offer(), guard.skipped());
                tryOffer();
            }
            case REFUSED -> dialReturned("BUSY");
            case NO_CONTACT -> {
                channel.cause = HangupCause.NO_CONTACT;
                dialReturned("CHANUNAVAIL");
            }
        }
    }

    private void dialReturned(String status) {
        channel.priority = Dialplan.DIAL_RESULT;
        says.dialResult(guard.offer(), status, channel.cause.cause);
        enterWait(queue);
    }

    private void enterCallback() {
        stand(Place.CALLBACK_OFFERED, Dialplan.CALLBACK, Dialplan.S, Dialplan.CALLBACK_READ);
        channel.runs("Read", "ACD_DIGIT,dial,1,i,1,5");
        boolean presses = plan.callbackMillis() >= 0 && plan.callbackDigit() != CallerPlan.NOTHING;
        schedule(presses ? plan.callbackMillis() : Dialplan.CALLBACK_SILENCE_MILLIS);
    }

    private void answerCallback(char digit) {
        if (digit != '1') {
            channel.priority = Dialplan.CALLBACK_DECLINED;
            says.callbackDeclined();
            enterWait(queue);
            return;
        }
        channel.priority = Dialplan.CALLBACK_ACCEPTED;
        caller.standsIn(Place.CALLBACK_ASKED);
        says.callbackAccepted();
        channel.priority = Dialplan.CALLBACK_WAIT;
        channel.runs("Wait", "10");
        schedule(pbx.clock().ofWallMillis(PbxSettings.CALLBACK_WAIT_MILLIS));
    }

    private void enterTone(Place newPlace, byte[] context, int priority) {
        stand(newPlace, context, Dialplan.S, priority);
        channel.runs("Wait", "1");
        if (newPlace == Place.CALLBACK_CONFIRMED) {
            pbx.clock().cancel(patience);
        }
        schedule(Dialplan.TONE_MILLIS);
    }

    private void enterFallback() {
        stand(Place.FALLBACK, Dialplan.FALLBACK, Dialplan.S, Dialplan.FALLBACK_EVENT);
        says.fallback(queue);
        channel.priority = Dialplan.FALLBACK_QUEUE;
        channel.runs("Queue", FallbackQueue.NAME);
        pbx.fallback().join(caller, true);
    }

    private void stand(Place newPlace, byte[] context, byte[] exten, int priority) {
        pbx.clock().cancel(step);
        caller.standsIn(newPlace);
        channel.at(context, exten, priority);
    }

    private void schedule(long millis) {
        pbx.clock().schedule(step, millis);
    }
}
