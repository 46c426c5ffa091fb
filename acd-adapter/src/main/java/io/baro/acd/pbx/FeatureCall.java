package io.baro.acd.pbx;

/**
 * Owns one call of an agent's phone to {@code *81 *82 *83 *84}: it tells the engine the agent's state and hangs up. Never keeps the
 * state. Only the loop's thread touches it.
 */
final class FeatureCall implements OwnCall {
    private static final byte[] ACD_AGENT = Ascii.bytes("AcdAgent");
    private static final byte[] ENDPOINT = Ascii.bytes("Endpoint: ");
    private static final byte[] STATE = Ascii.bytes("State: ");
    private static final byte[] REASON = Ascii.bytes("Reason: ");
    private static final int CODE_LENGTH = 3;
    private static final int LONGEST_REASON = 4;

    private final EmbeddedPbx pbx;
    private final AgentPhone phone;
    private final PbxChannel channel;
    private final Deadline over = new Deadline(this::hangUp);
    private boolean heard;

    FeatureCall(EmbeddedPbx pbx, AgentPhone phone) {
        this.pbx = pbx;
        this.phone = phone;
        this.channel = pbx.channels().open(phone.endpoint(), ChannelState.RING);
        channel.callerNumber = phone.endpointBytes;
    }

    /** Dials {@code *83} or, with a reason of digits, {@code *8312}. */
    void dial(String code) {
        channel.at(Dialplan.AGENT, Ascii.bytes(code), 1);
        pbx.events().newChannel(channel);
        byte[] state = Ascii.bytes(stateOf(code));
        channel.at(Dialplan.AGENT_STATE, state, Dialplan.AGENT_ANSWER);
        channel.state = ChannelState.UP;
        pbx.events().newState(channel);
        phone.hold(this);
        phone.show(DeviceState.INUSE);
        channel.priority = Dialplan.AGENT_EVENT;
        String reason = code.substring(CODE_LENGTH, Math.min(code.length(), CODE_LENGTH + LONGEST_REASON));
        pbx.events()
                .userEvent(channel, ACD_AGENT)
                .field(ENDPOINT, phone.endpointBytes)
                .field(STATE, state)
                .field(REASON, Ascii.bytes(reason));
        pbx.events().endUserEvent();
        heard = pbx.engineAlive();
        channel.priority = Dialplan.AGENT_WAIT;
        channel.runs("Wait", "0.5");
        pbx.clock().schedule(over, heard ? Dialplan.AGENT_TONE_MILLIS : Dialplan.TONE_MILLIS);
    }

    @Override
    public void vanish() {
        pbx.clock().cancel(over);
    }

    private void hangUp() {
        channel.priority = heard ? Dialplan.AGENT_HANGUP : Dialplan.AGENT_ABSENT_HANGUP;
        channel.cause = HangupCause.NORMAL;
        pbx.events().softHangupRequest(channel);
        pbx.events().hangup(channel);
        pbx.channels().close(channel);
        phone.release();
    }

    private static String stateOf(String code) {
        String state = code.length() < CODE_LENGTH
                ? ""
                : switch (code.substring(0, CODE_LENGTH)) {
                    case "*81" -> "login";
                    case "*82" -> "logout";
                    case "*83" -> "pause";
                    case "*84" -> "ready";
                    default -> "";
                };
        if (state.isEmpty()) {
            throw new IllegalArgumentException("no feature code " + code);
        }
        return state;
    }
}
