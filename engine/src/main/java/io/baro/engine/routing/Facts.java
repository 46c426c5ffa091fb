package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.AgentChangedEncoder;
import io.baro.engine.message.CallAdmittedEncoder;
import io.baro.engine.message.CallClimbedEncoder;
import io.baro.engine.message.CallClosedEncoder;
import io.baro.engine.message.CallConnectedEncoder;
import io.baro.engine.message.CallJoinedEncoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallRerankedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferEndedEncoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.ReservationChangedEncoder;
import io.baro.engine.message.ReservationClosedEncoder;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import io.baro.engine.port.DecisionSink;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes what became of calls, offers and agents, for read models, into one reused buffer. Decides nothing and instructs nobody.
 * Runs on: routing thread.
 */
final class Facts {
    private static final int BUFFER_BYTES = 256;
    private static final int NO_QUEUE = -1;
    private static final int NOBODY = -1;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CallAdmittedEncoder callAdmitted = new CallAdmittedEncoder();
    private final CallJoinedEncoder callJoined = new CallJoinedEncoder();
    private final CallClimbedEncoder callClimbed = new CallClimbedEncoder();
    private final CallRerankedEncoder callReranked = new CallRerankedEncoder();
    private final OfferEndedEncoder offerEnded = new OfferEndedEncoder();
    private final CallConnectedEncoder callConnected = new CallConnectedEncoder();
    private final CallClosedEncoder callClosed = new CallClosedEncoder();
    private final ReservationChangedEncoder reservationChanged = new ReservationChangedEncoder();
    private final ReservationClosedEncoder reservationClosed = new ReservationClosedEncoder();
    private final AgentChangedEncoder agentChanged = new AgentChangedEncoder();
    private DecisionSink sink;
    private long nowMillis;

    /** Directs what follows at this sink, with this time. */
    void begin(DecisionSink receiver, long timeMillis) {
        sink = receiver;
        nowMillis = timeMillis;
    }

    void callAdmitted(long callId, int queueId) {
        callAdmitted.wrapAndApplyHeader(buffer, 0, header).callId(callId).queueId(queueId);
        send(callAdmitted.encodedLength());
    }

    /** How far a call has come, as the facts that brought it there. */
    void callStands(Call call) {
        callAdmitted(call.id(), call.queue == null ? NO_QUEUE : call.queue.id());
        if (call.state == CallState.TALKING && call.agent != null) {
            callConnected(call);
        } else if (call.state != CallState.ENTERING) {
            callJoined(call);
        }
    }

    void callJoined(Call call) {
        callJoined
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id())
                .queueId(call.queue.id())
                .boostMillis(call.boostMillis)
                .rulesFired(call.rulesFired)
                .waiting(call.queue.waitingCount())
                .ewtMillis(call.ewtMillis)
                .ewt90Millis(call.ewt90Millis)
                .ahead(call.ahead)
                .rulesVersion(call.rulesVersion)
                .keptForAgent(call.keptFor == null ? NOBODY : call.keptFor.id());
        send(callJoined.encodedLength());
    }

    void callClimbed(Call call) {
        callClimbed
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id())
                .queueId(call.queue.id())
                .step((short) call.step);
        send(callClimbed.encodedLength());
    }

    void callReranked(Call call) {
        callReranked
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id())
                .queueId(call.queue.id())
                .boostMillis(call.boostMillis);
        send(callReranked.encodedLength());
    }

    void offerEnded(Agent agent, OfferOutcome outcome) {
        offerEnded
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(agent.offer.id)
                .callId(agent.offer.callId)
                .agentId(agent.id())
                .queueId(agent.offer.queue.id())
                .outcome(outcome);
        send(offerEnded.encodedLength());
    }

    void callConnected(Call call) {
        callConnected
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id())
                .agentId(call.agent.id())
                .queueId(call.queue.id())
                .waitedMillis(call.connectedMillis - call.joinedMillis)
                .rulesFired(call.rulesFired)
                .ewtMillis(call.ewtMillis);
        send(callConnected.encodedLength());
    }

    void callClosed(Call call, CallOutcome outcome, boolean vanished) {
        boolean talked = call.state == CallState.TALKING;
        callClosed
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id())
                .queueId(call.queue == null ? NO_QUEUE : call.queue.id())
                .outcome(outcome)
                .vanished((short) (vanished ? 1 : 0))
                .waitedMillis((talked ? call.connectedMillis : nowMillis) - call.joinedMillis)
                .talkedMillis(talked ? nowMillis - call.connectedMillis : 0)
                .rulesFired(call.rulesFired);
        send(callClosed.encodedLength());
    }

    /** Tells a call that was refused at the door: it never had an object. */
    void callRefused(long callId, int queueId) {
        callClosed
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .queueId(queueId)
                .outcome(CallOutcome.REFUSED)
                .vanished((short) 0)
                .waitedMillis(0)
                .talkedMillis(0)
                .rulesFired(0);
        send(callClosed.encodedLength());
    }

    /** How far a reservation has come. */
    void reservationStands(Reservation reservation) {
        ReservationState state = ReservationState.RESTING;
        if (reservation.reached) {
            state = ReservationState.REACHED;
        } else if (reservation.calling) {
            state = ReservationState.CALLING;
        } else if (reservation.call != null) {
            state = ReservationState.WAITING;
        }
        reservationChanged(reservation, state);
    }

    void reservationChanged(Reservation reservation, ReservationState state) {
        reservationChanged
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(reservation.id())
                .queueId(reservation.queueId())
                .callerKey(reservation.callerKey())
                .kind(reservation.kind())
                .state(state)
                .attempts((short) reservation.attempts)
                .dueMillis(reservation.dueMillis)
                .untilMillis(reservation.untilMillis);
        send(reservationChanged.encodedLength());
    }

    void reservationClosed(Reservation reservation, ReservationOutcome outcome) {
        reservationClosed
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(reservation.id())
                .queueId(reservation.queueId())
                .callerKey(reservation.callerKey())
                .kind(reservation.kind())
                .outcome(outcome)
                .attempts((short) reservation.attempts)
                .madeMillis(reservation.madeMillis());
        int number = reservationClosed.offset() + ReservationClosedEncoder.numberEncodingOffset();
        buffer.putBytes(number, reservation.sealedNumber());
        send(reservationClosed.encodedLength());
    }

    void agentChanged(Agent agent) {
        agentChanged
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agent.id())
                .state(agent.state)
                .reason(agent.reason)
                .callId(agent.offer.call == null ? 0 : agent.offer.call.id())
                .pauseCode(agent.pauseCode);
        send(agentChanged.encodedLength());
    }

    private void send(int bodyLength) {
        sink.onDecision(nowMillis, buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
