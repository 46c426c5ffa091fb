package io.baro.acd.pbx;

/**
 * Owns one asynchronous Originate: the leg to an agent's phone, its result for who asked, and, once answered, the talk until the phone
 * hangs up. Never runs a dialplan: a callback, whose contexts do, is a {@link CallbackCall}. Only the loop's thread touches it.
 */
final class Origination implements OwnCall {
    private static final byte[] RINGING = Ascii.bytes("RINGING");
    private static final byte[] ANSWER = Ascii.bytes("ANSWER");
    private static final byte[] NO_ANSWER = Ascii.bytes("NOANSWER");
    private static final byte[] BUSY = Ascii.bytes("BUSY");
    private static final long TO_RINGING_MILLIS = 1;
    private static final long DEFAULT_TIMEOUT_MILLIS = 30_000;
    private static final int LONGEST_TIMEOUT_DIGITS = 9;
    /** Control frames as {@code pbx_dial_reason} gives them: answered, no answer, busy, anything else. */
    private static final int REASON_ANSWERED = 4;

    private static final int REASON_NO_ANSWER = 3;
    private static final int REASON_BUSY = 5;
    private static final int REASON_CONGESTION = 8;
    private static final int REASON_FAILED = 0;

    private final EmbeddedPbx pbx;
    private final AmiRequest request;
    private final AmiReply reply;
    private final String endpoint;
    private final AgentPhone phone;
    private final Deadline step = new Deadline(this::onStep);
    private final Deadline timeout = new Deadline(() -> failed(REASON_NO_ANSWER, HangupCause.NONE));
    private PbxChannel channel;
    private PhoneBehaviour behaviour;

    Origination(EmbeddedPbx pbx, AmiRequest request, AmiReply reply) {
        this.pbx = pbx;
        this.request = request;
        this.reply = reply;
        this.endpoint = request.get("Channel").substring("PJSIP/".length());
        this.phone = pbx.phone(endpoint);
    }

    /** An id that is in use, or a phone that is not there or taken, fails at once and without a leg. */
    void start() {
        String id = request.get("ChannelId");
        if (phone == null || !phone.isFree() || (!id.isEmpty() && pbx.channels().hasUniqueId(id))) {
            respond("Failure", REASON_FAILED);
            return;
        }
        channel = id.isEmpty()
                ? pbx.channels().open(endpoint, ChannelState.DOWN)
                : pbx.channels().open(endpoint, id, ChannelState.DOWN);
        channel.at(Dialplan.AGENT, Dialplan.S, 1);
        channel.callerNumber = Ascii.bytes(request.get("CallerID"));
        behaviour = phone.invited(null);
        phone.hold(this);
        pbx.events().newChannel(channel);
        pbx.events().originating(EventHead.DIAL_BEGIN, channel, PbxEvents.DIAL_STRING, phone.endpointBytes);
        pbx.clock().schedule(step, TO_RINGING_MILLIS);
        pbx.clock().schedule(timeout, timeoutMillis());
    }

    @Override
    public void vanish() {
        pbx.clock().cancel(step);
        pbx.clock().cancel(timeout);
    }

    private void onStep() {
        switch (channel.state) {
            case DOWN -> ring();
            case RINGING -> decide();
            default -> hangUp();
        }
    }

    private void ring() {
        if (behaviour.reaction() == PhoneBehaviour.Reaction.BUSY) {
            failed(REASON_BUSY, HangupCause.BUSY);
            return;
        }
        channel.state = ChannelState.RINGING;
        pbx.events().newState(channel);
        pbx.events().originating(EventHead.DIAL_STATE, channel, PbxEvents.DIAL_STATUS, RINGING);
        phone.show(DeviceState.RINGING);
        if (behaviour.reaction() != PhoneBehaviour.Reaction.NO_ANSWER) {
            pbx.clock().schedule(step, behaviour.afterMillis());
        }
    }

    private void decide() {
        if (behaviour.reaction() != PhoneBehaviour.Reaction.ANSWER) {
            failed(REASON_CONGESTION, behaviour.reaction().cause);
            return;
        }
        pbx.clock().cancel(timeout);
        channel.state = ChannelState.UP;
        pbx.events().newState(channel);
        pbx.events().originating(EventHead.DIAL_END, channel, PbxEvents.DIAL_STATUS, ANSWER);
        phone.show(DeviceState.INUSE);
        respond("Success", REASON_ANSWERED);
        channel.at(Ascii.bytes(request.get("Context")), Ascii.bytes(request.get("Exten")), 1);
        if (behaviour.talkMillis() != PhoneBehaviour.UNTIL_TOLD) {
            pbx.clock().schedule(step, behaviour.talkMillis());
        }
    }

    private void hangUp() {
        channel.cause = HangupCause.NORMAL;
        pbx.events().hangupRequest(channel);
        pbx.events().softHangupRequest(channel);
        ended();
    }

    private void failed(int reason, HangupCause cause) {
        vanish();
        channel.cause = cause;
        byte[] status = reason == REASON_BUSY ? BUSY : NO_ANSWER;
        pbx.events().originating(EventHead.DIAL_END, channel, PbxEvents.DIAL_STATUS, status);
        respond("Failure", reason);
        ended();
    }

    private void ended() {
        pbx.events().hangup(channel);
        pbx.channels().close(channel);
        phone.release();
    }

    private void respond(String response, int reason) {
        String id = channel != null ? Ascii.text(channel.uniqueId) : request.get("ChannelId");
        pbx.events()
                .plain(
                        EventHead.ORIGINATE_RESPONSE,
                        reply.actionId() + "Response: " + response
                                + "\r\nChannel: " + (channel != null ? channel.name : request.get("Channel"))
                                + "\r\nContext: " + request.get("Context")
                                + "\r\nExten: " + request.get("Exten")
                                + "\r\nApplication: \r\nData: "
                                + "\r\nReason: " + reason
                                + "\r\nUniqueid: " + (id.isEmpty() ? "<unknown>" : id)
                                + "\r\nCallerIDNum: " + request.get("CallerID")
                                + "\r\nCallerIDName: <unknown>\r\n");
    }

    private long timeoutMillis() {
        String given = request.get("Timeout");
        boolean number = !given.isEmpty()
                && given.length() <= LONGEST_TIMEOUT_DIGITS
                && given.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(given) : DEFAULT_TIMEOUT_MILLIS;
    }
}
