package io.baro.acd.report;

import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.rehearsal.Onlooker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/** Owns what became of each call of one day, to be held against another's. One thread. */
final class CallFates implements Onlooker {
    private static final int NOBODY = -1;

    /** What became of one call. */
    static final class Fate {
        private int queueId = NOBODY;
        private long offeredAs = NOBODY;
        private int agentId = NOBODY;
        private long waitedMillis;
        private CallOutcome outcome = CallOutcome.NULL_VAL;

        boolean sameAs(Fate other) {
            return agentId == other.agentId && waitedMillis == other.waitedMillis && outcome == other.outcome;
        }
    }

    /**
     * How two days differ.
     *
     * @param calls that both have
     * @param alike same outcome, agent and wait
     * @param otherAgent answered on both days, by another agent
     * @param otherOutcome not the same outcome
     * @param otherOrder offered on both days, at another place in the order of their queue
     */
    record Difference(int calls, int alike, int otherAgent, int otherOutcome, int otherOrder) {}

    private final Long2ObjectHashMap<Fate> fates = new Long2ObjectHashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallAdmittedDecoder admitted = new CallAdmittedDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final CallConnectedDecoder connected = new CallConnectedDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    private long offers;

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallAdmittedDecoder.TEMPLATE_ID ->
                fates.put(admitted.wrapAndApplyHeader(buffer, offset, header).callId(), new Fate());
            case OfferCallDecoder.TEMPLATE_ID -> {
                offer.wrapAndApplyHeader(buffer, offset, header);
                Fate fate = fates.get(offer.callId());
                if (fate != null && fate.offeredAs == NOBODY) {
                    fate.offeredAs = offers++;
                    fate.queueId = offer.queueId();
                }
            }
            case CallConnectedDecoder.TEMPLATE_ID -> {
                connected.wrapAndApplyHeader(buffer, offset, header);
                Fate fate = fates.get(connected.callId());
                if (fate != null) {
                    fate.agentId = connected.agentId();
                    fate.waitedMillis = connected.waitedMillis();
                    fate.outcome = CallOutcome.ANSWERED;
                }
            }
            case CallClosedDecoder.TEMPLATE_ID -> {
                closed.wrapAndApplyHeader(buffer, offset, header);
                Fate fate = fates.get(closed.callId());
                if (fate != null && fate.outcome == CallOutcome.NULL_VAL) {
                    fate.outcome = closed.outcome();
                    fate.waitedMillis = closed.waitedMillis();
                }
            }
            default -> {
                // Becomes of no call.
            }
        }
    }

    Difference against(CallFates other) {
        int calls = 0;
        int alike = 0;
        int otherAgent = 0;
        int otherOutcome = 0;
        Map<Integer, List<long[]>> offersOfQueue = new HashMap<>();
        for (Long2ObjectHashMap<Fate>.EntryIterator all = fates.entrySet().iterator(); all.hasNext(); ) {
            all.next();
            Fate mine = all.getValue();
            Fate theirs = other.fates.get(all.getLongKey());
            if (theirs == null) {
                continue;
            }
            calls++;
            alike += mine.sameAs(theirs) ? 1 : 0;
            otherOutcome += mine.outcome != theirs.outcome ? 1 : 0;
            boolean bothAnswered = mine.agentId != NOBODY && theirs.agentId != NOBODY;
            otherAgent += bothAnswered && mine.agentId != theirs.agentId ? 1 : 0;
            if (mine.offeredAs != NOBODY && theirs.offeredAs != NOBODY) {
                offersOfQueue
                        .computeIfAbsent(mine.queueId, _ -> new ArrayList<>())
                        .add(new long[] {mine.offeredAs, theirs.offeredAs});
            }
        }
        int otherOrder =
                offersOfQueue.values().stream().mapToInt(CallFates::moved).sum();
        return new Difference(calls, alike, otherAgent, otherOutcome, otherOrder);
    }

    /** The fewest calls that must move to make one order of the other: all but a longest rising run (patience sorting). */
    private static int moved(List<long[]> offers) {
        offers.sort((one, two) -> Long.compare(one[0], two[0]));
        TreeMap<Long, Long> tails = new TreeMap<>();
        for (long[] offered : offers) {
            Long next = tails.higherKey(offered[1]);
            if (next != null) {
                tails.remove(next);
            }
            tails.put(offered[1], offered[1]);
        }
        return offers.size() - tails.size();
    }
}
