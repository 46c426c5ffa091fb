package io.baro.acd.records;

import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.OfferOutcome;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;

/**
 * What decisions mean for {@code offer_record}: one row for each attempt to connect one call to one agent. Knows which offer each
 * agent has. One thread.
 */
final class OfferRows {
    private static final RowStatement OFFERED = RowStatement.insert(
            "offer_record",
            "journal",
            "offer_id",
            "sequence",
            "call_id",
            "queue_id",
            "agent_id",
            "offered_ms",
            "ring_ms",
            "ring_index");
    private static final RowStatement ENDED =
            new RowStatement("UPDATE offer_record SET ended_ms = ?, ended_sequence = ?,"
                    + " outcome = ? WHERE journal = ? AND offer_id = ?");
    static final List<RowStatement> STATEMENTS = List.of(OFFERED, ENDED);

    private static final long NONE = -1;

    private final int journal;
    private final RecordBatch batch;
    /** Agent id to the offer that he has: one at a time. */
    private final Long2LongHashMap open = new Long2LongHashMap(NONE);

    OfferRows(int journal, RecordBatch batch) {
        this.journal = journal;
        this.batch = batch;
    }

    /** An offer whose row is there already and has not ended. */
    void isOpen(long offerId, int agentId) {
        open.put(agentId, offerId);
    }

    void offered(OfferCallDecoder decision, CommandAtHand command, long timeMillis) {
        open.put(decision.agentId(), decision.offerId());
        batch.add(
                OFFERED,
                journal,
                decision.offerId(),
                command.sequence(),
                decision.callId(),
                Values.idOrNull(decision.queueId()),
                decision.agentId(),
                timeMillis,
                decision.ringMillis(),
                (int) decision.ringIndex());
    }

    void ended(OfferEndedDecoder fact, CommandAtHand command, long timeMillis) {
        open.remove(fact.agentId(), fact.offerId());
        end(fact.offerId(), fact.outcome(), command, timeMillis);
    }

    /** No fact names the offer: it is the one that the agent had. */
    void answered(int agentId, CommandAtHand command, long timeMillis) {
        long offerId = open.remove(agentId);
        if (offerId != NONE) {
            end(offerId, OfferOutcome.ANSWERED, command, timeMillis);
        }
    }

    private void end(long offerId, OfferOutcome outcome, CommandAtHand command, long timeMillis) {
        batch.add(ENDED, timeMillis, command.sequence(), outcome.name(), journal, offerId);
    }
}
