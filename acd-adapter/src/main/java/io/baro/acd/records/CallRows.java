package io.baro.acd.records;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;

/**
 * What decisions mean for {@code call_record}: one row a call from its admission to its end. Knows which calls are open. One thread.
 */
final class CallRows {
    private static final String OF_ROW = " WHERE journal = ? AND sequence = ? AND call_id = ?";
    private static final RowStatement ADMITTED = RowStatement.insert(
            "call_record", "journal", "sequence", "call_id", "centre_id", "caller_key", "entry_queue_id", "arrived_ms");
    /** One for joining, for moving and for another rank: each sets the queue, and the last of them counts. */
    private static final RowStatement STANDS = new RowStatement("UPDATE call_record SET queue_id = ?,"
            + " joined_ms = COALESCE(joined_ms, ?), step = COALESCE(?, step), boost_ms = COALESCE(?, boost_ms),"
            + " rules_version = COALESCE(?, rules_version), rules_fired = COALESCE(?, rules_fired),"
            + " told_ewt_ms = COALESCE(told_ewt_ms, ?)" + OF_ROW);

    private static final RowStatement CALLBACK_OFFERED =
            new RowStatement("UPDATE call_record SET callback_offered_ms = ?" + OF_ROW);
    private static final RowStatement CONNECTED = new RowStatement(
            "UPDATE call_record SET answered_ms = ?, agent_id = ?, queue_id = ?, waited_ms = ?" + OF_ROW);
    private static final RowStatement CLOSED =
            new RowStatement("UPDATE call_record SET ended_ms = ?, ended_sequence = ?,"
                    + " outcome = ?, vanished = ?, waited_ms = ?, talked_ms = ?, rules_fired = ?" + OF_ROW);
    static final List<RowStatement> STATEMENTS = List.of(ADMITTED, STANDS, CALLBACK_OFFERED, CONNECTED, CLOSED);

    private static final long UNKNOWN = -1;

    private final int journal;
    private final RecordBatch batch;
    /** Call id to the command that admitted it. */
    private final Long2LongHashMap open = new Long2LongHashMap(UNKNOWN);

    CallRows(int journal, RecordBatch batch) {
        this.journal = journal;
        this.batch = batch;
    }

    /** A call whose row is there already and is not closed. */
    void isOpen(long callId, long sequence) {
        open.put(callId, sequence);
    }

    void admitted(CallAdmittedDecoder fact, CommandAtHand command, long timeMillis) {
        long callId = fact.callId();
        open.put(callId, command.sequence());
        batch.add(
                ADMITTED,
                journal,
                command.sequence(),
                callId,
                CallIds.pbxOf(callId),
                command.callerKey(callId),
                Values.idOrNull(fact.queueId()),
                timeMillis);
    }

    void joined(CallJoinedDecoder fact, long timeMillis) {
        long row = open.get(fact.callId());
        if (row != UNKNOWN) {
            batch.add(
                    STANDS,
                    Values.idOrNull(fact.queueId()),
                    timeMillis,
                    null,
                    fact.boostMillis(),
                    fact.rulesVersion(),
                    fact.rulesFired(),
                    Values.millisOrNull(fact.ewtMillis()),
                    journal,
                    row,
                    fact.callId());
        }
    }

    void climbed(CallClimbedDecoder fact) {
        long row = open.get(fact.callId());
        if (row != UNKNOWN) {
            batch.add(
                    STANDS,
                    Values.idOrNull(fact.queueId()),
                    null,
                    (int) fact.step(),
                    null,
                    null,
                    null,
                    null,
                    journal,
                    row,
                    fact.callId());
        }
    }

    void reranked(CallRerankedDecoder fact) {
        long row = open.get(fact.callId());
        if (row != UNKNOWN) {
            batch.add(
                    STANDS,
                    Values.idOrNull(fact.queueId()),
                    null,
                    null,
                    fact.boostMillis(),
                    null,
                    null,
                    null,
                    journal,
                    row,
                    fact.callId());
        }
    }

    void callbackOffered(OfferCallbackDecoder decision, long timeMillis) {
        long row = open.get(decision.callId());
        if (row != UNKNOWN) {
            batch.add(CALLBACK_OFFERED, timeMillis, journal, row, decision.callId());
        }
    }

    void connected(CallConnectedDecoder fact, long timeMillis) {
        long row = open.get(fact.callId());
        if (row != UNKNOWN) {
            batch.add(
                    CONNECTED,
                    timeMillis,
                    fact.agentId(),
                    Values.idOrNull(fact.queueId()),
                    fact.waitedMillis(),
                    journal,
                    row,
                    fact.callId());
        }
    }

    void closed(CallClosedDecoder fact, CommandAtHand command, long timeMillis) {
        long row = open.remove(fact.callId());
        if (row != UNKNOWN) {
            batch.add(
                    CLOSED,
                    timeMillis,
                    command.sequence(),
                    fact.outcome().name(),
                    (int) fact.vanished(),
                    fact.waitedMillis(),
                    fact.talkedMillis(),
                    fact.rulesFired(),
                    journal,
                    row,
                    fact.callId());
        }
    }
}
