package io.baro.acd.pbx;

/**
 * Owns one agent's leg from INVITE to hangup: rings, is answered or not, talks, ends. Never decides what the caller does next: it
 * tells him. Only the loop's thread touches it.
 */
final class DialAttempt {
    private static final byte[] RINGING = Ascii.bytes("RINGING");
    private static final byte[] ANSWER = Ascii.bytes("ANSWER");
    private static final byte[] NO_ANSWER = Ascii.bytes("NOANSWER");
    private static final byte[] BUSY = Ascii.bytes("BUSY");
    private static final byte[] CANCEL = Ascii.bytes("CANCEL");
    private static final byte[] UNAVAILABLE = Ascii.bytes("CHANUNAVAIL");
    /** A phone on a LAN answers 180 or 486 about so fast. */
    private static final long TO_RINGING_MILLIS = 1;

    private enum Phase {
        CALLING,
        RINGING,
        TALKING,
        OVER
    }

    private final EmbeddedPbx pbx;
    private final Caller caller;
    private final AgentPhone phone;
    private final PbxChannel channel;
    private final PhoneBehaviour behaviour;
    private final long ringMillis;
    /** app_queue rings him, not app_dial: a few fields differ. */
    private final boolean queued;

    private final Deadline step = new Deadline(this::onStep);
    private final Deadline ringOut = new Deadline(this::rangOut);
    private Phase phase = Phase.CALLING;

    DialAttempt(EmbeddedPbx pbx, Caller caller, AgentPhone phone, long ringMillis) {
        this.pbx = pbx;
        this.caller = caller;
        this.phone = phone;
        this.ringMillis = ringMillis;
        this.queued = caller.isInFallback();
        this.behaviour = phone.invited(caller);
        this.channel = pbx.channels().open(phone.endpoint(), ChannelState.DOWN);
        channel.linkedId = caller.channel.linkedId;
        channel.at(Dialplan.AGENT, Dialplan.S, 1);
        channel.caller = caller;
    }

    void start() {
        if (phone.leg == null) {
            phone.leg = this;
        }
        pbx.events().newChannel(channel);
        channel.acdCall = caller.channel.acdCall;
        channel.exten = caller.channel.exten;
        channel.callerNumber = queued ? Ascii.bytes(caller.plan().dnis()) : caller.channel.exten;
        channel.connectedNumber = caller.channel.callerNumber;
        channel.runs(queued ? "AppQueue" : "AppDial", "(Outgoing Line)");
        pbx.events().dialBegin(caller.channel, channel, queued ? phone.deviceBytes : phone.endpointBytes);
        caller.channel.connectedNumber = channel.callerNumber;
        caller.channel.cause = HangupCause.NONE;
        if (behaviour.reaction() == PhoneBehaviour.Reaction.DEAD) {
            pbx.clock().schedule(ringOut, Math.min(ringMillis, Dialplan.NO_SIGN_MILLIS));
        } else {
            pbx.clock().schedule(step, TO_RINGING_MILLIS);
            pbx.clock().schedule(ringOut, ringMillis);
        }
    }

    boolean isTalking() {
        return phase == Phase.TALKING;
    }

    /** The caller was moved away while it rang. */
    void cancel() {
        pbx.events().dialEnd(caller.channel, channel, CANCEL);
        end(HangupCause.NORMAL);
    }

    /** The caller hung up while it rang; app_queue says so twice. */
    void cancelByHangup() {
        pbx.events().dialEnd(caller.channel, channel, CANCEL);
        if (queued) {
            pbx.events().dialEnd(caller.channel, channel, CANCEL);
            end(HangupCause.NONE);
            pbx.events().softHangupRequest(caller.channel);
        } else {
            pbx.events().softHangupRequest(caller.channel);
            end(HangupCause.NORMAL);
        }
    }

    /** Both leave the bridge, the one who hung up first. */
    void leaveBridge(boolean agentFirst) {
        pbx.events().bridgeLeave(agentFirst ? channel : caller.channel, 1);
        pbx.events().bridgeLeave(agentFirst ? caller.channel : channel, 0);
        channel.bridgeId = Ascii.EMPTY;
        caller.channel.bridgeId = Ascii.EMPTY;
    }

    void end(HangupCause cause) {
        phase = Phase.OVER;
        pbx.clock().cancel(step);
        pbx.clock().cancel(ringOut);
        channel.cause = cause;
        pbx.events().hangup(channel);
        pbx.channels().close(channel);
        if (phone.leg == this) {
            phone.legEnded();
        }
    }

    /** The PBX dies: no event is ever sent. */
    void vanish() {
        phase = Phase.OVER;
        pbx.clock().cancel(step);
        pbx.clock().cancel(ringOut);
    }

    /** The agent puts the phone down, or refuses while it rings. */
    void hangUpByAgent() {
        if (phase == Phase.TALKING) {
            channel.cause = queued ? HangupCause.NONE : HangupCause.NORMAL;
            pbx.events().hangupRequest(channel);
            leaveBridge(true);
            end(HangupCause.NORMAL);
            caller.channel.cause = HangupCause.NORMAL;
            caller.agentLeft();
        } else if (phase != Phase.OVER) {
            refused(PhoneBehaviour.Reaction.REJECT);
        }
    }

    private void onStep() {
        switch (phase) {
            case CALLING -> provisional();
            case RINGING -> decided();
            case TALKING -> talkOver();
            case OVER -> throw new IllegalStateException("a leg that is over has no step");
        }
    }

    private void provisional() {
        if (behaviour.reaction() == PhoneBehaviour.Reaction.BUSY) {
            refused(behaviour.reaction());
            return;
        }
        phase = Phase.RINGING;
        channel.state = ChannelState.RINGING;
        pbx.events().newState(channel);
        pbx.events().dialState(caller.channel, channel, RINGING);
        phone.show(DeviceState.RINGING);
        if (behaviour.reaction() != PhoneBehaviour.Reaction.NO_ANSWER) {
            pbx.clock().schedule(step, behaviour.afterMillis());
        }
    }

    private void decided() {
        if (behaviour.reaction() == PhoneBehaviour.Reaction.ANSWER) {
            answered();
        } else {
            refused(behaviour.reaction());
        }
    }

    private void answered() {
        phase = Phase.TALKING;
        pbx.clock().cancel(ringOut);
        channel.state = ChannelState.UP;
        pbx.events().newState(channel);
        if (!queued) {
            channel.exten = Ascii.EMPTY;
            caller.channel.cause = HangupCause.NORMAL;
        }
        pbx.events().dialEnd(caller.channel, channel, ANSWER);
        byte[] bridge = pbx.channels().newBridgeId();
        channel.bridgeId = bridge;
        pbx.events().bridgeEnter(channel, 1);
        caller.channel.bridgeId = bridge;
        pbx.events().bridgeEnter(caller.channel, 2);
        phone.show(DeviceState.INUSE);
        if (queued) {
            pbx.fallback().served();
        }
        if (behaviour.talkMillis() != PhoneBehaviour.UNTIL_TOLD) {
            pbx.clock().schedule(step, behaviour.talkMillis());
        }
        caller.bridged(phone);
    }

    private void talkOver() {
        if (behaviour.callerEndsTalk()) {
            caller.hangUpRemotely();
        } else {
            hangUpByAgent();
        }
    }

    private void refused(PhoneBehaviour.Reaction reaction) {
        channel.cause = reaction.cause;
        pbx.events().hangupRequest(channel);
        boolean busy = reaction == PhoneBehaviour.Reaction.BUSY;
        pbx.events().dialEnd(caller.channel, channel, busy ? BUSY : NO_ANSWER);
        end(reaction.cause);
        boolean rejected = reaction == PhoneBehaviour.Reaction.REJECT;
        caller.channel.cause = rejected ? HangupCause.REJECTED_BY_AGENT : reaction.cause;
        caller.dialFailed(busy ? "BUSY" : rejected ? "CHANUNAVAIL" : "NOANSWER");
    }

    private void rangOut() {
        boolean dead = phase == Phase.CALLING;
        pbx.events().dialEnd(caller.channel, channel, dead ? UNAVAILABLE : NO_ANSWER);
        end(HangupCause.NONE);
        caller.dialFailed(dead ? "CHANUNAVAIL" : "NOANSWER");
    }
}
