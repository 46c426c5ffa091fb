package io.baro.engine.rehearsal;

import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Judges estimated waits: what Baro told each caller when he joined, what app_queue, OpenSIPS and VICIdial would have told him at the
 * same instant from the same facts, and how long it really was until he was first offered to an agent. Judged are callers who were
 * answered, and for whom all four had an estimate; the others are counted. Never routes. One thread.
 */
public final class EwtReferee implements Onlooker {
    /** Below it nobody notices a wait. */
    private static final long NOTICED_MILLIS = 1_000;

    private static final class Judged {
        private final RivalQueue queue;
        private final EwtTold told;
        /** Everybody had an estimate. */
        private final boolean comparable;

        private long firstOfferMillis = -1;
        private boolean inLine = true;

        Judged(RivalQueue queue, EwtTold told, boolean comparable) {
            this.queue = queue;
            this.told = told;
            this.comparable = comparable;
        }
    }

    private final List<RivalQueue> queues = new ArrayList<>();
    private final List<int[]> queuesOfAgent = new ArrayList<>();
    private final BitSet staffed = new BitSet();
    private final Long2ObjectHashMap<Judged> calls = new Long2ObjectHashMap<>();
    private final long spikeFromMillis;
    private final long spikeToMillis;
    private final EwtCohort day = new EwtCohort();
    private final EwtCohort spike = new EwtCohort();
    private final EwtCohort waited = new EwtCohort();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallJoinedDecoder joined = new CallJoinedDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final OfferEndedDecoder offerEnded = new OfferEndedDecoder();
    private final CallConnectedDecoder connected = new CallConnectedDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    private final AgentChangedDecoder changed = new AgentChangedDecoder();
    private long withoutEstimate;

    /** Judges all day; calls that join from {@code spikeFromMillis} before {@code spikeToMillis}, epoch, apart as well. */
    public EwtReferee(FloorPlan plan, long spikeFromMillis, long spikeToMillis) {
        this.spikeFromMillis = spikeFromMillis;
        this.spikeToMillis = spikeToMillis;
        for (int queueId = 0; queueId < plan.queues().size(); queueId++) {
            queues.add(new RivalQueue());
        }
        for (FloorPlan.Agent agent : plan.agents()) {
            queuesOfAgent.add(agent == null ? new int[0] : served(plan, agent));
        }
    }

    /** All judged calls. */
    public EwtCohort day() {
        return day;
    }

    /** Those that joined in the spike. */
    public EwtCohort spike() {
        return spike;
    }

    /** Those that were not offered to an agent at once. */
    public EwtCohort waited() {
        return waited;
    }

    /** Answered calls that somebody had no estimate for: nobody was at work when they joined. */
    public long withoutEstimate() {
        return withoutEstimate;
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallJoinedDecoder.TEMPLATE_ID ->
                onJoined(timeMillis, joined.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallDecoder.TEMPLATE_ID ->
                onOffer(
                        timeMillis,
                        offer.wrapAndApplyHeader(buffer, offset, header).callId());
            case OfferEndedDecoder.TEMPLATE_ID ->
                onBack(offerEnded.wrapAndApplyHeader(buffer, offset, header).callId());
            case CallConnectedDecoder.TEMPLATE_ID -> onConnected(connected.wrapAndApplyHeader(buffer, offset, header));
            case CallClosedDecoder.TEMPLATE_ID -> onClosed(closed.wrapAndApplyHeader(buffer, offset, header));
            case AgentChangedDecoder.TEMPLATE_ID -> onAgent(changed.wrapAndApplyHeader(buffer, offset, header));
            default -> {
                // No estimator looks at it.
            }
        }
    }

    private void onJoined(long nowMillis, CallJoinedDecoder fact) {
        RivalQueue queue = queues.get(fact.queueId());
        EwtTold told = new EwtTold(
                nowMillis,
                fact.ewtMillis(),
                fact.ewt90Millis(),
                queue.appQueueMillis(),
                queue.openSipsMillis(),
                queue.viciDialMillis(nowMillis));
        queue.joins(nowMillis);
        boolean comparable = queue.isStaffed() && fact.ewtMillis() >= 0;
        Judged before = calls.put(fact.callId(), new Judged(queue, told, comparable));
        if (before != null && before.inLine) {
            before.queue.leaves(before.told.joinedMillis());
        }
    }

    private void onOffer(long nowMillis, long callId) {
        Judged call = calls.get(callId);
        if (call != null && call.inLine) {
            call.inLine = false;
            call.queue.leaves(call.told.joinedMillis());
            call.firstOfferMillis = call.firstOfferMillis < 0 ? nowMillis : call.firstOfferMillis;
        }
    }

    private void onBack(long callId) {
        Judged call = calls.get(callId);
        if (call != null && !call.inLine) {
            call.inLine = true;
            call.queue.joins(call.told.joinedMillis());
        }
    }

    private void onConnected(CallConnectedDecoder fact) {
        Judged call = calls.get(fact.callId());
        if (call == null) {
            return;
        }
        call.queue.answered(fact.waitedMillis());
        if (!call.comparable || call.firstOfferMillis < 0) {
            withoutEstimate++;
            return;
        }
        long trueMillis = call.firstOfferMillis - call.told.joinedMillis();
        day.add(call.told, trueMillis);
        if (call.told.joinedMillis() >= spikeFromMillis && call.told.joinedMillis() < spikeToMillis) {
            spike.add(call.told, trueMillis);
        }
        if (trueMillis >= NOTICED_MILLIS) {
            waited.add(call.told, trueMillis);
        }
    }

    private void onClosed(CallClosedDecoder fact) {
        Judged call = calls.remove(fact.callId());
        if (call == null) {
            return;
        }
        if (call.inLine) {
            call.queue.leaves(call.told.joinedMillis());
        }
        if (fact.outcome() == CallOutcome.ANSWERED) {
            call.queue.completed(fact.talkedMillis());
        } else if (fact.outcome() == CallOutcome.ABANDONED) {
            call.queue.abandoned();
        }
    }

    private void onAgent(AgentChangedDecoder fact) {
        boolean now = fact.state() != AgentState.LOGGED_OUT && fact.state() != AgentState.NOT_READY;
        if (staffed.get(fact.agentId()) != now) {
            staffed.set(fact.agentId(), now);
            for (int queueId : queuesOfAgent.get(fact.agentId())) {
                queues.get(queueId).staffed(now ? 1 : -1);
            }
        }
    }

    private static int[] served(FloorPlan plan, FloorPlan.Agent agent) {
        return plan.queues().stream()
                .filter(queue ->
                        queue != null && plan.ladder(queue.id()).getFirst().matches(agent))
                .mapToInt(FloorPlan.Queue::id)
                .toArray();
    }
}
