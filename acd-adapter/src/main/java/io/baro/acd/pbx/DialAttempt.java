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
    /** A phone on a LAN answers 180 about so fast. */
    private static final long TO_RINGING_MILLIS = 5;

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
    private final Deadline step = new Deadline(this::onStep);
    private final Deadline ringOut = new Deadline(this::rangOut);
    private Phase phase = Phase.CALLING;

    DialAttempt(EmbeddedPbx pbx, Caller caller, AgentPhone phone, long ringMillis) {
        this.pbx = pbx;
        this.caller = caller;
        this.phone = phone;
        this.ringMillis = ringMillis;
        this.behaviour = phone.leg == null ? phone.invited(caller) : PhoneBehaviour.busy();
        this.channel = pbx.newChannel(phone.endpoint(), ChannelState.DOWN);
        channel.linkedId = caller.channel.linkedId;
        channel.at(Dialplan.AGENT, Dialplan.S, 1);
        channel.caller = caller;
    }

    PbxChannel channel() {
        return channel;
    }

    AgentPhone phone() {
        return phone;
    }

    void start() {
        if (phone.leg == null) {
            phone.leg = this;
        }
        pbx.events().newChannel(channel);
        channel.acdCall = caller.channel.acdCall;
        channel.exten = caller.channel.exten;
        channel.callerNumber = caller.channel.exten;
        channel.connectedNumber = caller.channel.callerNumber;
        channel.runs("AppDial", "(Outgoing Line)");
        pbx.events().dialBegin(caller.channel, channel, phone.endpointBytes);
        pbx.clock().schedule(step, TO_RINGING_MILLIS);
        pbx.clock().schedule(ringOut, ringMillis);
    }

    /** The caller hung up, or was moved away, while it rang. */
    void cancel() {
        pbx.events().dialEnd(caller.channel, channel, CANCEL);
        end(HangupCause.CANCELLED);
    }

    /** The bridge is left by both; the agent's side hung up, or the caller was moved away. */
    void leaveBridge(boolean agentFirst) {
        byte[] bridge = channel.bridgeId;
        channel.bridgeId = Ascii.EMPTY;
        caller.channel.bridgeId = Ascii.EMPTY;
        pbx.events().bridgeLeave(agentFirst ? channel : caller.channel, bridge, 1);
        if (!agentFirst) {
            caller.leftBridgeFirst();
        }
        pbx.events().bridgeLeave(agentFirst ? caller.channel : channel, bridge, 0);
    }

    void end(HangupCause cause) {
        phase = Phase.OVER;
        pbx.clock().cancel(step);
        pbx.clock().cancel(ringOut);
        pbx.events().hangup(channel, cause);
        pbx.forget(channel);
        if (phone.leg == this) {
            phone.legEnded();
        }
    }

    /** The agent puts the phone down, or refuses while it rings. */
    void hangUpByAgent() {
        if (phase == Phase.TALKING) {
            pbx.events().hangupRequest(channel, HangupCause.NORMAL);
            leaveBridge(true);
            end(HangupCause.NORMAL);
            caller.agentLeft();
        } else if (phase != Phase.OVER) {
            refused(PhoneBehaviour.Reaction.REJECT);
        }
    }

    boolean isTalking() {
        return phase == Phase.TALKING;
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
        channel.exten = Ascii.EMPTY;
        pbx.events().dialEnd(caller.channel, channel, ANSWER);
        phone.show(DeviceState.INUSE);
        byte[] bridge = pbx.newBridgeId();
        channel.bridgeId = bridge;
        pbx.events().bridgeEnter(channel, 1);
        caller.channel.bridgeId = bridge;
        pbx.events().bridgeEnter(caller.channel, 2);
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
        HangupCause cause = reaction.cause;
        pbx.events().hangupRequest(channel, cause);
        pbx.events().dialEnd(caller.channel, channel, reaction == PhoneBehaviour.Reaction.BUSY ? BUSY : NO_ANSWER);
        end(cause);
        caller.dialFailed(reaction == PhoneBehaviour.Reaction.BUSY ? "BUSY" : dialStatusOf(reaction), cause.cause);
    }

    /** The dialplan's word for a refusal: app_dial takes 21 for an unreachable phone. */
    private static String dialStatusOf(PhoneBehaviour.Reaction reaction) {
        return reaction == PhoneBehaviour.Reaction.REJECT ? "CHANUNAVAIL" : "NOANSWER";
    }

    private void rangOut() {
        pbx.events().dialEnd(caller.channel, channel, NO_ANSWER);
        end(HangupCause.NONE);
        caller.dialFailed("NOANSWER", 0);
    }
}
