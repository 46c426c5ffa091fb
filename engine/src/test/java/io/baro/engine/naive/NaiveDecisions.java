package io.baro.engine.naive;

import io.baro.engine.message.AgentChangedEncoder;
import io.baro.engine.message.CallAdmittedEncoder;
import io.baro.engine.message.CallClimbedEncoder;
import io.baro.engine.message.CallClosedEncoder;
import io.baro.engine.message.CallConnectedEncoder;
import io.baro.engine.message.CallJoinedEncoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallRerankedEncoder;
import io.baro.engine.message.CommandRefusedEncoder;
import io.baro.engine.message.ConfirmReservationEncoder;
import io.baro.engine.message.DialCallbackEncoder;
import io.baro.engine.message.DivertCallEncoder;
import io.baro.engine.message.HoldInQueueEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferCallEncoder;
import io.baro.engine.message.OfferCallbackEncoder;
import io.baro.engine.message.OfferEndedEncoder;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.RefuseReservationEncoder;
import io.baro.engine.message.ReservationChangedEncoder;
import io.baro.engine.message.ReservationClosedEncoder;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import io.baro.engine.message.ResyncPbxEncoder;
import io.baro.engine.message.RouteToMenuEncoder;
import io.baro.engine.message.RulesAppliedEncoder;
import io.baro.engine.message.SpikeChangedEncoder;
import io.baro.engine.port.DecisionSink;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the twin's decisions. Estimated waits are written as 0: the comparison leaves them out. */
final class NaiveDecisions {
    private static final int BUFFER_BYTES = 256;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final NaiveCentre centre;
    private DecisionSink sink;

    NaiveDecisions(NaiveCentre centre) {
        this.centre = centre;
    }

    void sink(DecisionSink receiver) {
        sink = receiver;
    }

    void routeToMenu(NaiveCall call) {
        send(new RouteToMenuEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id)
                .encodedLength());
    }

    void holdInQueue(NaiveCall call) {
        send(new HoldInQueueEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id)
                .queueId(call.queue.id)
                .encodedLength());
    }

    /** The offer of a call to its agent, and why. */
    void offerCall(NaiveCall call, NaiveAgent agent, NaivePairing.Why why) {
        NaiveQueue queue = call.queue;
        send(new OfferCallEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(agent.offerId)
                .callId(call.id)
                .agentId(agent.id)
                .queueId(queue.id)
                .ringMillis(queue.ring < 0 ? centre.ring : queue.ring)
                .waitedMillis(centre.now - call.joined)
                .boostMillis(call.boost)
                .rulesFired(call.fired)
                .rulesVersion(call.rules.version)
                .agentIdleMillis(centre.now - agent.idleSince)
                .stillWaiting(centre.waitingIn(queue).size())
                .chosenBy(why.by())
                .strategy(queue.strategy)
                .step((short) why.step())
                .candidates(why.candidates())
                .runnerUp(why.runnerUp())
                .margin(why.margin())
                .joinedMillis(call.joined)
                .ringIndex((short) why.ringIndex())
                .moreFollow((short) (why.moreFollow() ? 1 : 0))
                .dialFollows((short) (call.isPromise() ? 1 : 0))
                .encodedLength());
    }

    void offerCallback(NaiveCall call, int fired, int version) {
        send(new OfferCallbackEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id)
                .queueId(call.queue.id)
                .ewtMillis(0)
                .rulesFired(fired)
                .rulesVersion(version)
                .encodedLength());
    }

    void confirmReservation(long reservationId, long callId, int queueId) {
        send(new ConfirmReservationEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(reservationId)
                .callId(callId)
                .queueId(queueId)
                .encodedLength());
    }

    /** Routing 34: it follows the offer of a callback. */
    void dialIfCallback(NaiveCall call, NaiveAgent agent) {
        NaiveReservation reservation = centre.reservationOfCallback(call.id);
        if (!call.isPromise()) {
            return;
        }
        reservation.customerFirst = call.queue.customerFirst;
        DialCallbackEncoder encoder = new DialCallbackEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(agent.offerId)
                .callId(call.id)
                .agentId(agent.id)
                .queueId(call.queue.id)
                .ringMillis(call.queue.ring < 0 ? centre.ring : call.queue.ring)
                .customerRingMillis(centre.callbackRing)
                .attempt((short) (reservation.attempts + 1))
                .customerFirst((short) (reservation.customerFirst ? 1 : 0));
        for (int i = 0; i < reservation.number.length; i++) {
            encoder.number(i, (short) (reservation.number[i] & 0xff));
        }
        send(encoder.encodedLength());
        if (reservation.customerFirst) {
            reservation.calling = true;
            reservationChanged(reservation, ReservationState.CALLING);
        }
    }

    void reservationChanged(NaiveReservation reservation, ReservationState state) {
        send(new ReservationChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(reservation.id)
                .queueId(reservation.queueId)
                .callerKey(reservation.callerKey)
                .kind(reservation.kind)
                .state(state)
                .attempts((short) reservation.attempts)
                .dueMillis(reservation.due)
                .untilMillis(reservation.until)
                .encodedLength());
    }

    void reservationClosed(NaiveReservation reservation, ReservationOutcome outcome) {
        ReservationClosedEncoder encoder = new ReservationClosedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(reservation.id)
                .queueId(reservation.queueId)
                .callerKey(reservation.callerKey)
                .kind(reservation.kind)
                .outcome(outcome)
                .attempts((short) reservation.attempts)
                .madeMillis(reservation.made);
        for (int i = 0; i < reservation.number.length; i++) {
            encoder.number(i, (short) (reservation.number[i] & 0xff));
        }
        send(encoder.encodedLength());
    }

    void refuseReservation(long callId, RefusalReason reason) {
        send(new RefuseReservationEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .reason(reason)
                .encodedLength());
    }

    void divertCall(long callId, RefusalReason reason) {
        send(new DivertCallEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .reason(reason)
                .encodedLength());
    }

    void resyncPbx(int pbx) {
        send(new ResyncPbxEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .pbxId((short) pbx)
                .encodedLength());
    }

    void spikeChanged(NaiveQueue queue, int ruleId, boolean active) {
        send(new SpikeChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queue.id)
                .ruleId((short) ruleId)
                .active((short) (active ? 1 : 0))
                .ewtMillis(0)
                .encodedLength());
    }

    void rulesApplied(int version, int share) {
        send(new RulesAppliedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .version(version)
                .sharePermille(share)
                .encodedLength());
    }

    void refused(RefusalReason reason, int templateId, long subject) {
        send(new CommandRefusedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reason(reason)
                .templateId(templateId)
                .subject(subject)
                .encodedLength());
    }

    void callAdmitted(long callId, int queueId) {
        send(new CallAdmittedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .queueId(queueId)
                .encodedLength());
    }

    void callJoined(NaiveCall call) {
        int ahead = (int) centre.waitingIn(call.queue).stream()
                .filter(other -> NaivePairing.BY_RANK.compare(other, call) < 0)
                .count();
        send(new CallJoinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id)
                .queueId(call.queue.id)
                .boostMillis(call.boost)
                .rulesFired(call.fired)
                .waiting(centre.waitingIn(call.queue).size())
                .ewtMillis(0)
                .ewt90Millis(0)
                .ahead(ahead)
                .rulesVersion(call.rules.version)
                .keptForAgent(call.keptFor == null ? -1 : call.keptFor.id)
                .encodedLength());
    }

    void callClimbed(NaiveCall call) {
        send(new CallClimbedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id)
                .queueId(call.queue.id)
                .step((short) call.step)
                .encodedLength());
    }

    void callReranked(NaiveCall call) {
        send(new CallRerankedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id)
                .queueId(call.queue.id)
                .boostMillis(call.boost)
                .encodedLength());
    }

    void offerEnded(NaiveAgent agent, OfferOutcome outcome) {
        send(new OfferEndedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(agent.offerId)
                .callId(agent.offerCallId)
                .agentId(agent.id)
                .queueId(agent.offerQueue.id)
                .outcome(outcome)
                .encodedLength());
    }

    void callConnected(NaiveCall call) {
        send(new CallConnectedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id)
                .agentId(call.agents.getFirst().id)
                .queueId(call.queue.id)
                .waitedMillis(call.connected - call.joined)
                .rulesFired(call.fired)
                .ewtMillis(0)
                .encodedLength());
    }

    void callClosed(NaiveCall call, CallOutcome outcome, boolean vanished) {
        boolean talked = call.state == NaiveCall.State.TALKING;
        send(new CallClosedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id)
                .queueId(call.queue == null ? -1 : call.queue.id)
                .outcome(outcome)
                .vanished((short) (vanished ? 1 : 0))
                .waitedMillis((talked ? call.connected : centre.now) - call.joined)
                .talkedMillis(talked ? centre.now - call.connected : 0)
                .rulesFired(call.fired)
                .encodedLength());
    }

    /** A call that was refused at the door. */
    void callRefused(long callId, int queueId) {
        send(new CallClosedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .queueId(queueId)
                .outcome(CallOutcome.REFUSED)
                .vanished((short) 0)
                .waitedMillis(0)
                .talkedMillis(0)
                .rulesFired(0)
                .encodedLength());
    }

    void agentChanged(NaiveAgent agent) {
        send(new AgentChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(agent.id)
                .state(agent.state)
                .reason(agent.reason)
                .callId(agent.offerCall == null ? 0 : agent.offerCall.id)
                .pauseCode(agent.pauseCode)
                .encodedLength());
    }

    private void send(int bodyLength) {
        sink.onDecision(centre.now, buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
