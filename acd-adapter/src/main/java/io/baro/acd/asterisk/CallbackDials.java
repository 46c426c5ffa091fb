package io.baro.acd.asterisk;

import io.baro.acd.ami.ActionId;
import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiEncoder;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.Decimal;
import io.baro.acd.customer.CallerKeys;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DialStatus;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Calls both sides of a callback by one Originate of a Local channel. One half is the call, the caller in acd-dial as any other, and rings
 * the agent; the other calls the customer. Agent first: the far half is the call, and the near one runs when the agent has answered
 * (acd-callback-call). Customer first: the far half calls the customer (acd-callback-customer), and the near one is the call and runs
 * when he has answered (acd-callback-line). The halves have ids that follow from the reservation, so Asterisk refuses a second one
 * beside the first. The only place where a sealed number is opened. Runs on: event loop.
 */
final class CallbackDials {
    private static final byte[] ACTION = PbxDirectory.ascii("Originate");
    private static final byte[] ACTION_ID = PbxDirectory.ascii("ActionID");
    private static final byte[] CHANNEL = PbxDirectory.ascii("Channel");
    private static final byte[] CONTEXT = PbxDirectory.ascii("Context");
    private static final byte[] EXTEN = PbxDirectory.ascii("Exten");
    private static final byte[] PRIORITY = PbxDirectory.ascii("Priority");
    private static final byte[] TIMEOUT = PbxDirectory.ascii("Timeout");
    private static final byte[] ASYNC = PbxDirectory.ascii("Async");
    private static final byte[] CHANNEL_ID = PbxDirectory.ascii("ChannelId");
    private static final byte[] OTHER_CHANNEL_ID = PbxDirectory.ascii("OtherChannelId");
    private static final byte[] VARIABLE = PbxDirectory.ascii("Variable");
    private static final byte[] LOCAL = PbxDirectory.ascii("Local/");
    private static final byte[] AGENT_SIDE = PbxDirectory.ascii("@acd-callback-agent/n");
    private static final byte[] CUSTOMER_SIDE = PbxDirectory.ascii("acd-callback-call");
    private static final byte[] CUSTOMER_SIDE_FIRST = PbxDirectory.ascii("@acd-callback-customer/n");
    private static final byte[] AGENT_SIDE_THEN = PbxDirectory.ascii("acd-callback-line");
    private static final byte[] CALL = PbxDirectory.ascii("__ACD_CALL=");
    private static final byte[] ATTEMPT = PbxDirectory.ascii("ACD_ATTEMPT=");
    private static final byte[] NUMBER = PbxDirectory.ascii("ACD_NUMBER=");
    private static final byte[] CUSTOMER_RING = PbxDirectory.ascii("ACD_CUSTOMER_RING=");
    private static final byte[] QUEUE = PbxDirectory.ascii("ACD_QUEUE=");
    private static final byte[] START = PbxDirectory.ascii("s");
    private static final byte[] TRUE = PbxDirectory.ascii("true");
    private static final byte[] SUCCESS = PbxDirectory.ascii("Success");

    /** Before the id of the half that calls the customer: it is no call id, so nothing that it says of itself is taken for the call's. */
    private static final byte CUSTOMER_HALF = 'c';

    private static final long MILLIS_PER_SECOND = 1000;

    /** The dialplan ends the ringing itself; this ends a dialplan that does not. */
    private static final long DIALPLAN_GRACE_MILLIS = 10_000;

    private static final int LINE_BYTES = 256;

    private final PbxDirectory directory;
    private final Callers callers;
    private final Commands commands;
    private final LinkCounters counters;
    private final byte[] systemName;
    private final AmiEncoder encoder = new AmiEncoder();
    private final byte[] line = new byte[LINE_BYTES];
    private final byte[] exten = new byte[LINE_BYTES];
    private final UnsafeBuffer number = new UnsafeBuffer(new byte[CallerKeys.MAX_NUMBER_BYTES]);
    /** Attempts by call, of which no answer came yet. */
    private final Long2LongHashMap asked = new Long2LongHashMap(0);

    CallbackDials(
            PbxDirectory directory, Callers callers, Commands commands, String systemName, LinkCounters counters) {
        this.directory = directory;
        this.callers = callers;
        this.commands = commands;
        this.systemName = PbxDirectory.ascii(systemName + "-");
        this.counters = counters;
    }

    /** The session is gone, and with it all responses. */
    void clear() {
        asked.clear();
    }

    /** Encodes the Originate into {@code out}; what cannot be dialled is told to the router at once. */
    void dial(DialCallbackDecoder decision, ActionId actionId, ByteBuf out) {
        long callId = decision.callId();
        byte[] endpoint = directory.endpointOf(decision.agentId());
        byte[] queue = directory.queueName(decision.queueId());
        int digits =
                callers.open(decision.buffer(), decision.offset() + DialCallbackDecoder.numberEncodingOffset(), number);
        if (endpoint == null || queue == null || digits <= 0) {
            counters.increment(LinkCounters.Count.UNDELIVERABLE);
            // A number that cannot be opened is this customer's own trouble: it must not stop the calls to others.
            boolean unreadable = endpoint != null && queue != null;
            refused(
                    callId,
                    decision.offerId(),
                    decision.attempt(),
                    unreadable ? DialStatus.NOANSWER : DialStatus.OTHER);
            return;
        }
        actionId.write(ActionKind.ORIGINATE, callId, decision.offerId());
        encoder.begin(out, ACTION).header(ACTION_ID, actionId.bytes(), 0, actionId.length());
        boolean customerFirst = decision.customerFirst() == 1;
        encodeWay(decision, endpoint, customerFirst);
        long firstRing = customerFirst ? decision.customerRingMillis() : decision.ringMillis();
        encoder.header(PRIORITY, 1)
                .header(TIMEOUT, firstRing + DIALPLAN_GRACE_MILLIS)
                .header(ASYNC, TRUE);
        write(CHANNEL_ID, id(callId, !customerFirst));
        write(OTHER_CHANNEL_ID, id(callId, customerFirst));
        write(VARIABLE, call(callId));
        write(VARIABLE, variable(ATTEMPT, decision.attempt()));
        write(VARIABLE, variable(CUSTOMER_RING, seconds(decision.customerRingMillis())));
        write(VARIABLE, variable(QUEUE, queue, queue.length));
        write(VARIABLE, variable(NUMBER, number.byteArray(), digits));
        Arrays.fill(number.byteArray(), (byte) 0);
        if (encoder.end()) {
            asked.put(callId, decision.attempt());
            counters.increment(LinkCounters.Count.ACTIONS_SENT);
        } else {
            counters.increment(LinkCounters.Count.ACTIONS_REFUSED);
            refused(callId, decision.offerId(), decision.attempt(), DialStatus.OTHER);
        }
    }

    /** Where the far half begins, and the near one goes when somebody has answered it. */
    private void encodeWay(DialCallbackDecoder decision, byte[] endpoint, boolean customerFirst) {
        int extenLength = OfferExten.write(exten, decision.offerId(), (int) seconds(decision.ringMillis()), endpoint);
        write(CHANNEL, channel(extenLength, customerFirst ? CUSTOMER_SIDE_FIRST : AGENT_SIDE));
        if (customerFirst) {
            encoder.header(CONTEXT, AGENT_SIDE_THEN).header(EXTEN, exten, 0, extenLength);
        } else {
            encoder.header(CONTEXT, CUSTOMER_SIDE).header(EXTEN, START);
        }
    }

    /** The response to an Originate, whose ActionID was read. How it goes on is told by events. */
    void onResponse(AmiBlock block, ActionId actionId) {
        long attempt = asked.remove(actionId.first());
        if (attempt != 0 && !block.is(AmiHeader.RESPONSE, SUCCESS)) {
            counters.increment(LinkCounters.Count.ACTIONS_FAILED);
            refused(actionId.first(), actionId.second(), attempt, DialStatus.OTHER);
        }
    }

    /** Not made at all: told as a dial that failed, so that it is not tried again at once. */
    private void refused(long callId, long offerId, long attempt, DialStatus status) {
        commands.callbackProgressed(callId, CallbackStage.ENDED, status, (short) attempt, (short) 0);
        commands.redirectRefused(callId, offerId, true);
    }

    private void write(byte[] name, int length) {
        encoder.header(name, line, 0, length);
    }

    private int channel(int extenLength, byte[] context) {
        return put(context, context.length, put(exten, extenLength, put(LOCAL, LOCAL.length, 0)));
    }

    private int id(long callId, boolean ofCustomer) {
        int at = put(systemName, systemName.length, 0);
        if (ofCustomer) {
            line[at++] = CUSTOMER_HALF;
        }
        return epochAndSequence(callId, at);
    }

    private int call(long callId) {
        return epochAndSequence(callId, put(CALL, CALL.length, 0));
    }

    private int epochAndSequence(long callId, int from) {
        int at = Decimal.write(line, from, CallIds.epochSecondsOf(callId));
        line[at] = '.';
        return Decimal.write(line, at + 1, CallIds.sequenceOf(callId));
    }

    private int variable(byte[] name, long value) {
        return Decimal.write(line, put(name, name.length, 0), value);
    }

    private int variable(byte[] name, byte[] value, int length) {
        return put(value, length, put(name, name.length, 0));
    }

    private int put(byte[] text, int length, int at) {
        System.arraycopy(text, 0, line, at, length);
        return at + length;
    }

    private static long seconds(long millis) {
        return Math.max(1, millis / MILLIS_PER_SECOND);
    }
}
