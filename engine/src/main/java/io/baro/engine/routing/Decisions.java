package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.CommandRefusedEncoder;
import io.baro.engine.message.ConfirmReservationEncoder;
import io.baro.engine.message.DialCallbackEncoder;
import io.baro.engine.message.DivertCallEncoder;
import io.baro.engine.message.HoldInQueueEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferCallEncoder;
import io.baro.engine.message.OfferCallbackEncoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.RefuseReservationEncoder;
import io.baro.engine.message.ResyncPbxEncoder;
import io.baro.engine.message.RouteToMenuEncoder;
import io.baro.engine.message.RulesAppliedEncoder;
import io.baro.engine.message.SpikeChangedEncoder;
import io.baro.engine.port.DecisionSink;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the router's instructions and refusals into one reused buffer and hands each to the sink of the command at hand. Decides
 * nothing. Facts for read models are written by {@link Facts}. Runs on: routing thread.
 */
final class Decisions {
    /** The longest decision is OfferCall, 8 + 118 bytes. */
    private static final int BUFFER_BYTES = 256;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RouteToMenuEncoder routeToMenu = new RouteToMenuEncoder();
    private final HoldInQueueEncoder holdInQueue = new HoldInQueueEncoder();
    private final OfferCallEncoder offerCall = new OfferCallEncoder();
    private final OfferCallbackEncoder offerCallback = new OfferCallbackEncoder();
    private final ConfirmReservationEncoder confirmReservation = new ConfirmReservationEncoder();
    private final DialCallbackEncoder dialCallback = new DialCallbackEncoder();
    private final RefuseReservationEncoder refuseReservation = new RefuseReservationEncoder();
    private final DivertCallEncoder divertCall = new DivertCallEncoder();
    private final ResyncPbxEncoder resyncPbx = new ResyncPbxEncoder();
    private final SpikeChangedEncoder spikeChanged = new SpikeChangedEncoder();
    private final RulesAppliedEncoder rulesApplied = new RulesAppliedEncoder();
    private final CommandRefusedEncoder commandRefused = new CommandRefusedEncoder();
    private DecisionSink sink;
    private long nowMillis;

    /** Directs what follows at this sink, with this time. */
    void begin(DecisionSink receiver, long timeMillis) {
        sink = receiver;
        nowMillis = timeMillis;
    }

    void routeToMenu(Call call) {
        routeToMenu.wrapAndApplyHeader(buffer, 0, header).callId(call.id());
        send(routeToMenu.encodedLength());
    }

    void holdInQueue(Call call) {
        holdInQueue.wrapAndApplyHeader(buffer, 0, header).callId(call.id()).queueId(call.queue.id());
        send(holdInQueue.encodedLength());
    }

    /** Instructs an offer, with what decided it. */
    void offerCall(Call call, Agent agent, long ringMillis, Choice choice) {
        offerCall
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(agent.offer.id)
                .callId(call.id())
                .agentId(agent.id())
                .queueId(call.queue.id())
                .ringMillis(ringMillis)
                .waitedMillis(nowMillis - call.joinedMillis)
                .boostMillis(call.boostMillis)
                .rulesFired(call.rulesFired)
                .rulesVersion(call.rulesVersion)
                .agentIdleMillis(nowMillis - agent.idleSinceMillis)
                .stillWaiting(call.queue.waitingCount())
                .chosenBy(choice.by)
                .strategy(call.queue.settings().strategy())
                .step((short) choice.step)
                .candidates(choice.candidates)
                .runnerUp(choice.runnerUp)
                .margin(choice.margin)
                .joinedMillis(call.joinedMillis)
                .ringIndex((short) choice.ringIndex)
                .moreFollow((short) (choice.moreFollow ? 1 : 0))
                .dialFollows((short) (call.isPromise() ? 1 : 0));
        send(offerCall.encodedLength());
    }

    /** Asks a caller whether he wants a callback; {@code fired} are bits of the rules of that version. */
    void offerCallback(Call call, int fired, int rulesVersion) {
        offerCallback
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(call.id())
                .queueId(call.queue.id())
                .ewtMillis(call.queue.nextEwtMillis(nowMillis))
                .rulesFired(fired)
                .rulesVersion(rulesVersion);
        send(offerCallback.encodedLength());
    }

    void confirmReservation(long reservationId, long callId, int queueId) {
        confirmReservation
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(reservationId)
                .callId(callId)
                .queueId(queueId);
        send(confirmReservation.encodedLength());
    }

    /** Instructs the offer of a callback: told just before, it is carried out by calling both sides. */
    void dialCallback(Call call, Agent agent, Reservation reservation, Settings settings) {
        dialCallback
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(agent.offer.id)
                .callId(call.id())
                .agentId(agent.id())
                .queueId(call.queue.id())
                .ringMillis(settings.ringMillis(call.queue))
                .customerRingMillis(settings.callbacks.ringMillis())
                .attempt((short) (reservation.attempts + 1))
                .customerFirst((short) (reservation.customerFirst ? 1 : 0));
        int number = dialCallback.offset() + DialCallbackEncoder.numberEncodingOffset();
        buffer.putBytes(number, reservation.sealedNumber());
        send(dialCallback.encodedLength());
    }

    void refuseReservation(long callId, RefusalReason reason) {
        refuseReservation.wrapAndApplyHeader(buffer, 0, header).callId(callId).reason(reason);
        send(refuseReservation.encodedLength());
    }

    void divertCall(long callId, RefusalReason reason) {
        divertCall.wrapAndApplyHeader(buffer, 0, header).callId(callId).reason(reason);
        send(divertCall.encodedLength());
    }

    void resyncPbx(int pbxId) {
        resyncPbx.wrapAndApplyHeader(buffer, 0, header).pbxId((short) pbxId);
        send(resyncPbx.encodedLength());
    }

    void spikeChanged(CallQueue queue, int ruleId, boolean active) {
        spikeChanged
                .wrapAndApplyHeader(buffer, 0, header)
                .queueId(queue.id())
                .ruleId((short) ruleId)
                .active((short) (active ? 1 : 0))
                .ewtMillis(queue.nextEwtMillis(nowMillis));
        send(spikeChanged.encodedLength());
    }

    void rulesApplied(int version, int sharePermille) {
        rulesApplied.wrapAndApplyHeader(buffer, 0, header).version(version).sharePermille(sharePermille);
        send(rulesApplied.encodedLength());
    }

    /** Says that a command was not obeyed: what it was and what it was about. */
    void commandRefused(RefusalReason reason, int templateId, long subject) {
        commandRefused
                .wrapAndApplyHeader(buffer, 0, header)
                .reason(reason)
                .templateId(templateId)
                .subject(subject);
        send(commandRefused.encodedLength());
    }

    private void send(int bodyLength) {
        sink.onDecision(nowMillis, buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
