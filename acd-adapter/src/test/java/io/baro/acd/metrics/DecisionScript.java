package io.baro.acd.metrics;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.AgentChangedEncoder;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallAdmittedEncoder;
import io.baro.engine.message.CallClosedEncoder;
import io.baro.engine.message.CallConnectedEncoder;
import io.baro.engine.message.CallJoinedEncoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CommandRefusedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferCallEncoder;
import io.baro.engine.message.OfferEndedEncoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.port.DecisionListener;
import org.agrona.ExpandableArrayBuffer;

/** Plays the router's decisions about calls of one queue to a listener. */
public final class DecisionScript {
    private final DecisionListener listener;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(256);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CallAdmittedEncoder admitted = new CallAdmittedEncoder();
    private final CallJoinedEncoder joined = new CallJoinedEncoder();
    private final OfferCallEncoder offerCall = new OfferCallEncoder();
    private final OfferEndedEncoder offerEnded = new OfferEndedEncoder();
    private final CallConnectedEncoder connected = new CallConnectedEncoder();
    private final CallClosedEncoder closed = new CallClosedEncoder();
    private final AgentChangedEncoder agentChanged = new AgentChangedEncoder();
    private final CommandRefusedEncoder refused = new CommandRefusedEncoder();
    private final int queueId;
    private long sequence;

    public DecisionScript(DecisionListener listener, int queueId) {
        this.listener = listener;
        this.queueId = queueId;
    }

    /** A call id of that PBX. */
    public static long call(int pbx, int number) {
        return CallIds.of(pbx, 1_700_000_000L, number);
    }

    public DecisionScript admitted(long callId) {
        admitted.wrapAndApplyHeader(buffer, 0, header).callId(callId).queueId(queueId);
        return send(admitted.encodedLength());
    }

    public DecisionScript joined(long callId, int rules) {
        joined.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .queueId(queueId)
                .boostMillis(0)
                .rulesFired(rules)
                .waiting(1)
                .ewtMillis(-1);
        return send(joined.encodedLength());
    }

    public DecisionScript offered(long callId, int rules) {
        return rings(callId, rules, 0);
    }

    /** One of the phones that ring together, from 0. */
    public DecisionScript rings(long callId, int rules, int index) {
        offerCall
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(1)
                .callId(callId)
                .agentId(0)
                .queueId(queueId)
                .rulesFired(rules)
                .ringIndex((short) index)
                .moreFollow((short) 0);
        return send(offerCall.encodedLength());
    }

    public DecisionScript offerEnded(long callId, OfferOutcome outcome) {
        offerEnded
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(1)
                .callId(callId)
                .agentId(0)
                .queueId(queueId)
                .outcome(outcome);
        return send(offerEnded.encodedLength());
    }

    public DecisionScript connected(long callId, long waitedMillis) {
        connected
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .agentId(0)
                .queueId(queueId)
                .waitedMillis(waitedMillis)
                .rulesFired(0);
        return send(connected.encodedLength());
    }

    public DecisionScript closed(long callId, CallOutcome outcome) {
        closed.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .queueId(queueId)
                .outcome(outcome)
                .vanished((short) 0);
        return send(closed.encodedLength());
    }

    public DecisionScript agent(int agentId, AgentState state) {
        agentChanged.wrapAndApplyHeader(buffer, 0, header).agentId(agentId).state(state);
        return send(agentChanged.encodedLength());
    }

    public DecisionScript refused(RefusalReason reason) {
        refused.wrapAndApplyHeader(buffer, 0, header).reason(reason).templateId(20);
        return send(refused.encodedLength());
    }

    private DecisionScript send(int bodyLength) {
        listener.onDecision(
                sequence++, 0, System.nanoTime(), buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
        return this;
    }
}
