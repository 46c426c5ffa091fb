package io.baro.acd.pbx;

/**
 * Owns one leg from INVITE to hangup: rings, is answered or not, talks, ends. Never decides what the caller does next, nor what the far
 * end does: it tells them. Only the loop's thread touches it.
 */
final class DialAttempt {
    private static final byte[] RINGING = Ascii.bytes("RINGING");
    private static final byte[] ANSWER = Ascii.bytes("ANSWER");
    private static final byte[] NO_ANSWER = Ascii.bytes("NOANSWER");
    private static final byte[] BUSY = Ascii.bytes("BUSY");
    private static final byte[] CANCEL = Ascii.bytes("CANCEL");
    private static final byte[] UNAVAILABLE = Ascii.bytes("CHANUNAVAIL");

    private enum Phase {
        CALLING,
        RINGING,
        TALKING,
        OVER
    }

    private final EmbeddedPbx pbx;
    private final Dialler dialler;
    private final PbxChannel caller;
    private final FarEnd farEnd;
    private final PbxChannel channel;
    private final long ringMillis;
    private final long noSignMillis;
    private final long startedMillis;
    /** app_queue rings him, not app_dial: a few fields differ. */
    private final boolean queued;

    private final Deadline ringOut = new Deadline(this::rangOut);
    private Phase phase = Phase.CALLING;
    private boolean waitsAlong;

    /** A leg that rings for so long, and is given up when it gives no sign for so long. */
    DialAttempt(EmbeddedPbx pbx, Dialler dialler, FarEnd farEnd, long ringMillis, long noSignMillis) {
        this.pbx = pbx;
        this.dialler = dialler;
        this.caller = dialler.channel();
        this.farEnd = farEnd;
        this.ringMillis = ringMillis;
        this.noSignMillis = noSignMillis;
        this.startedMillis = pbx.clock().nowMillis();
        this.queued = dialler.isInFallback();
        this.channel = pbx.channels().open(farEnd.endpoint(), ChannelState.DOWN);
        channel.linkedId = caller.linkedId;
        channel.at(farEnd.context(), Dialplan.S, 1);
        channel.caller = caller.caller;
    }

    void start() {
        announce();
        dial();
    }

    void announce() {
        pbx.events().newChannel(channel);
    }

    void dial() {
        channel.acdCall = caller.acdCall;
        channel.exten = caller.exten;
        channel.callerNumber = queued ? Ascii.bytes(dialler.caller().plan().dnis()) : caller.exten;
        channel.connectedNumber = caller.callerNumber;
        channel.runs(queued ? "AppQueue" : "AppDial", "(Outgoing Line)");
        pbx.events().dialBegin(caller, channel, farEnd.dialString(queued));
        if (!dialler.ringsSeveral()) {
            caller.connectedNumber = channel.callerNumber;
        }
        caller.cause = HangupCause.NONE;
        pbx.clock().schedule(ringOut, Math.min(ringMillis, noSignMillis));
        farEnd.invited(this);
    }

    boolean isOver() {
        return phase == Phase.OVER;
    }

    boolean isTalking() {
        return phase == Phase.TALKING;
    }

    /** The caller was moved away while it rang. */
    void cancel() {
        tellCancelled();
        end(HangupCause.NORMAL);
    }

    /** Says that it is not wanted any more; its end follows. */
    void tellCancelled() {
        pbx.events().dialEnd(caller, channel, CANCEL);
    }

    /** The caller hung up while it rang; app_queue says so twice. */
    void cancelByHangup() {
        pbx.events().dialEnd(caller, channel, CANCEL);
        if (queued) {
            pbx.events().dialEnd(caller, channel, CANCEL);
            end(HangupCause.NONE);
            pbx.events().softHangupRequest(caller);
        } else {
            pbx.events().softHangupRequest(caller);
            end(HangupCause.NORMAL);
        }
    }

    /** Both leave the bridge, the one who hung up first. */
    void leaveBridge(boolean agentFirst) {
        pbx.events().bridgeLeave(agentFirst ? channel : caller, 1);
        pbx.events().bridgeLeave(agentFirst ? caller : channel, 0);
        channel.bridgeId = Ascii.EMPTY;
        caller.bridgeId = Ascii.EMPTY;
    }

    void end(HangupCause cause) {
        phase = Phase.OVER;
        pbx.clock().cancel(ringOut);
        channel.cause = cause;
        pbx.events().hangup(channel);
        pbx.channels().close(channel);
        farEnd.over();
    }

    /** The PBX dies: no event is ever sent. */
    void vanish() {
        phase = Phase.OVER;
        pbx.clock().cancel(ringOut);
        farEnd.vanished();
    }

    /** The agent puts the phone down, or refuses while it rings. */
    void hangUpByAgent() {
        if (phase != Phase.OVER) {
            farEnd.hangUp();
        }
    }

    /** BYE from the far end. */
    void hungUpByFarEnd() {
        channel.cause = queued ? HangupCause.NONE : HangupCause.NORMAL;
        pbx.events().hangupRequest(channel);
        leaveBridge(true);
        end(HangupCause.NORMAL);
        caller.cause = HangupCause.NORMAL;
        dialler.agentLeft();
    }

    /** 180 from the far end. */
    void rings() {
        phase = Phase.RINGING;
        channel.state = ChannelState.RINGING;
        pbx.events().newState(channel);
        pbx.events().dialState(caller, channel, RINGING);
        farEnd.shows(DeviceState.RINGING);
        ringTheWholeTime();
        dialler.rings();
    }

    /** Another that rings together with it gave a sign: Dial waits for all of them. */
    void waitsAlong() {
        if (phase == Phase.CALLING) {
            waitsAlong = true;
            ringTheWholeTime();
        }
    }

    private void ringTheWholeTime() {
        pbx.clock().cancel(ringOut);
        pbx.clock().schedule(ringOut, startedMillis + ringMillis - pbx.clock().nowMillis());
    }

    /** 200 from the far end. */
    void answered() {
        phase = Phase.TALKING;
        pbx.clock().cancel(ringOut);
        channel.state = ChannelState.UP;
        pbx.events().newState(channel);
        caller.connectedNumber = channel.callerNumber;
        dialler.winning(this);
        if (!queued) {
            channel.exten = Ascii.EMPTY;
            caller.cause = HangupCause.NORMAL;
        }
        pbx.events().dialEnd(caller, channel, ANSWER);
        dialler.answered();
        byte[] bridge = pbx.channels().newBridgeId();
        channel.bridgeId = bridge;
        pbx.events().bridgeEnter(channel, 1);
        caller.bridgeId = bridge;
        pbx.events().bridgeEnter(caller, 2);
        farEnd.shows(DeviceState.INUSE);
        if (queued) {
            pbx.fallback().served();
        }
        farEnd.talks();
        dialler.bridged(farEnd.phone());
    }

    /** A final answer from the far end that is no yes. */
    void refused(HangupCause cause) {
        channel.cause = cause;
        pbx.events().hangupRequest(channel);
        boolean busy = cause == HangupCause.BUSY;
        pbx.events().dialEnd(caller, channel, busy ? BUSY : NO_ANSWER);
        end(cause);
        caller.cause = cause == HangupCause.REJECTED ? HangupCause.REJECTED_BY_AGENT : cause;
        dialler.dialFailed(busy ? "BUSY" : cause == HangupCause.NOT_AVAILABLE ? "NOANSWER" : "CHANUNAVAIL");
    }

    private void rangOut() {
        boolean dead = phase == Phase.CALLING && !waitsAlong;
        pbx.events().dialEnd(caller, channel, dead ? UNAVAILABLE : NO_ANSWER);
        end(HangupCause.NONE);
        dialler.dialFailed(dead ? "CHANUNAVAIL" : "NOANSWER");
    }
}
