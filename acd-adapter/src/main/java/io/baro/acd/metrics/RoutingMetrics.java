package io.baro.acd.metrics;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CommandRefusedDecoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.RefuseReservationDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.RulesAppliedDecoder;
import io.baro.engine.message.SpikeChangedDecoder;
import io.baro.engine.port.DecisionListener;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Reads every decision and counts it. Never decides, waits or allocates. Written on the routing thread, read from any thread.
 */
public final class RoutingMetrics implements DecisionListener {
    private static final int REASONS = Arrays.stream(RefusalReason.values())
                    .filter(reason -> reason != RefusalReason.NULL_VAL)
                    .mapToInt(RefusalReason::value)
                    .max()
                    .orElseThrow()
            + 1;
    private static final int RULES_VERSION = 0;
    private static final int RESYNCS_ASKED = 1;
    private static final int DECISIONS = 2;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallAdmittedDecoder admitted = new CallAdmittedDecoder();
    private final CallJoinedDecoder joined = new CallJoinedDecoder();
    private final OfferCallDecoder offerCall = new OfferCallDecoder();
    private final OfferCallbackDecoder offerCallback = new OfferCallbackDecoder();
    private final OfferEndedDecoder offerEnded = new OfferEndedDecoder();
    private final CallConnectedDecoder connected = new CallConnectedDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    private final AgentChangedDecoder agentChanged = new AgentChangedDecoder();
    private final SpikeChangedDecoder spikeChanged = new SpikeChangedDecoder();
    private final RulesAppliedDecoder rulesApplied = new RulesAppliedDecoder();
    private final CommandRefusedDecoder commandRefused = new CommandRefusedDecoder();
    private final RefuseReservationDecoder refuseReservation = new RefuseReservationDecoder();

    private final ReservationChangedDecoder reservationChanged = new ReservationChangedDecoder();
    private final ReservationClosedDecoder reservationClosed = new ReservationClosedDecoder();

    private final CallTally calls;
    private final ReservationTally reservations;
    private final AgentTally agents;
    private final DecisionLatency latency = new DecisionLatency();
    private final SlotCounts refusals = new SlotCounts(1, REASONS);
    private final SlotCounts refusedReservations = new SlotCounts(1, REASONS);
    private final SlotCounts spikes;
    private final SlotCounts single = new SlotCounts(DECISIONS + 1, 1);
    private long lastSequence = -1;

    /**
     * Makes room for so many live calls.
     *
     * @param objectiveMillis an answer within it counts for the service level
     */
    public RoutingMetrics(CentreNames names, long objectiveMillis, int callLimit) {
        calls = new CallTally(names, objectiveMillis, callLimit);
        agents = new AgentTally(names);
        reservations =
                new ReservationTally(names.centres().size(), Limits.standard().reservations());
        spikes = new SlotCounts(1, names.slots());
    }

    @Override
    public void onDecision(
            long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        int template = header.templateId();
        if (isInstruction(template)) {
            single.add(DECISIONS, 0, 1);
            if (sequence != lastSequence) {
                // The first instruction of a command is what somebody waits for.
                lastSequence = sequence;
                latency.record(System.nanoTime() - ingressNanos);
            }
        }
        switch (template) {
            case CallAdmittedDecoder.TEMPLATE_ID -> calls.admitted(admitted.wrapAndApplyHeader(buffer, offset, header));
            case CallJoinedDecoder.TEMPLATE_ID -> calls.joined(joined.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallDecoder.TEMPLATE_ID -> calls.offered(offerCall.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallbackDecoder.TEMPLATE_ID ->
                calls.callbackOffered(offerCallback.wrapAndApplyHeader(buffer, offset, header));
            case OfferEndedDecoder.TEMPLATE_ID ->
                calls.offerEnded(offerEnded.wrapAndApplyHeader(buffer, offset, header));
            case CallConnectedDecoder.TEMPLATE_ID ->
                calls.connected(connected.wrapAndApplyHeader(buffer, offset, header));
            case CallClosedDecoder.TEMPLATE_ID -> calls.closed(closed.wrapAndApplyHeader(buffer, offset, header));
            case AgentChangedDecoder.TEMPLATE_ID ->
                agents.changed(agentChanged.wrapAndApplyHeader(buffer, offset, header));
            default -> onOther(template, buffer, offset);
        }
    }

    private void onOther(int template, DirectBuffer buffer, int offset) {
        switch (template) {
            case SpikeChangedDecoder.TEMPLATE_ID -> {
                spikeChanged.wrapAndApplyHeader(buffer, offset, header);
                spikes.add(0, spikeChanged.queueId(), spikeChanged.active() == 1 ? 1 : -1);
            }
            case RulesAppliedDecoder.TEMPLATE_ID ->
                single.set(
                        RULES_VERSION,
                        0,
                        rulesApplied.wrapAndApplyHeader(buffer, offset, header).version());
            case CommandRefusedDecoder.TEMPLATE_ID ->
                refusals.add(
                        0,
                        commandRefused
                                .wrapAndApplyHeader(buffer, offset, header)
                                .reasonRaw(),
                        1);
            case RefuseReservationDecoder.TEMPLATE_ID ->
                refusedReservations.add(
                        0,
                        refuseReservation
                                .wrapAndApplyHeader(buffer, offset, header)
                                .reasonRaw(),
                        1);
            case ReservationChangedDecoder.TEMPLATE_ID ->
                reservations.changed(reservationChanged.wrapAndApplyHeader(buffer, offset, header));
            case ReservationClosedDecoder.TEMPLATE_ID ->
                reservations.closed(reservationClosed.wrapAndApplyHeader(buffer, offset, header));
            case ResyncPbxDecoder.TEMPLATE_ID -> single.add(RESYNCS_ASKED, 0, 1);
            default -> {
                // Instructions that are counted by their outcome.
            }
        }
    }

    @Override
    public void onBatchEnd() {
        // Every decision was counted when it came.
    }

    public ReservationTally reservations() {
        return reservations;
    }

    public CallTally calls() {
        return calls;
    }

    /** Agents have come while Baro runs: the centre of each, by id. From any thread. */
    public void know(List<Integer> centreOfAgent) {
        agents.know(centreOfAgent);
    }

    public AgentTally agents() {
        return agents;
    }

    public DecisionLatency latency() {
        return latency;
    }

    public long refused(RefusalReason reason) {
        return refusals.get(0, reason.value());
    }

    public long refusedReservations(RefusalReason reason) {
        return refusedReservations.get(0, reason.value());
    }

    /** Rules with until that are switched on for that queue. */
    public long spikes(int slot) {
        return spikes.get(0, slot);
    }

    /** Version of the rules in force; 0 before the first. */
    public long rulesVersion() {
        return single.get(RULES_VERSION, 0);
    }

    /** Times the router asked to compare itself with a PBX. */
    public long resyncsAsked() {
        return single.get(RESYNCS_ASKED, 0);
    }

    /** Instructions given to PBXs. */
    public long instructions() {
        return single.get(DECISIONS, 0);
    }

    /** The dial of a callback waits for the disk: nobody waits for it, and its offer was counted. */
    private static boolean isInstruction(int template) {
        return template < CallAdmittedDecoder.TEMPLATE_ID && template != DialCallbackDecoder.TEMPLATE_ID;
    }
}
