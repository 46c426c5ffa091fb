package io.baro.acd.records;

import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.ChosenBy;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.RefuseReservationDecoder;
import java.util.List;

/**
 * What goes into {@code decision_record}: one row for each decision about a call that could have been another one, and why. The menu is
 * none: who is not routed past it goes there. One thread.
 */
final class DecisionRows {
    private static final RowStatement OFFER = RowStatement.insert(
            "decision_record",
            "journal",
            "sequence",
            "part",
            "at_ms",
            "kind",
            "call_id",
            "queue_id",
            "agent_id",
            "offer_id",
            "rules_version",
            "rules_fired",
            "joined_ms",
            "boost_ms",
            "waited_ms",
            "agent_idle_ms",
            "still_waiting",
            "chosen_by",
            "strategy",
            "step",
            "candidates",
            "runner_up_agent_id",
            "runner_up_call_id",
            "margin");
    private static final RowStatement CALLBACK = RowStatement.insert(
            "decision_record",
            "journal",
            "sequence",
            "part",
            "at_ms",
            "kind",
            "call_id",
            "queue_id",
            "rules_version",
            "rules_fired",
            "ewt_ms");
    private static final RowStatement SIMPLE = RowStatement.insert(
            "decision_record", "journal", "sequence", "part", "at_ms", "kind", "call_id", "queue_id", "reason");
    private static final RowStatement BY_HAND = RowStatement.insert(
            "decision_record", "journal", "sequence", "part", "at_ms", "kind", "call_id", "queue_id", "boost_ms");
    static final List<RowStatement> STATEMENTS = List.of(OFFER, CALLBACK, SIMPLE, BY_HAND);

    /** Columns that every statement begins with. */
    private static final int SHARED = 5;

    private final int journal;
    private final RecordBatch batch;

    DecisionRows(int journal, RecordBatch batch) {
        this.journal = journal;
        this.batch = batch;
    }

    void offered(OfferCallDecoder decision, CommandAtHand command, long timeMillis) {
        boolean agentChosen = decision.chosenBy() == ChosenBy.CALL;
        boolean anybody = decision.runnerUp() >= 0;
        add(
                OFFER,
                command,
                timeMillis,
                "OFFER",
                decision.callId(),
                Values.idOrNull(decision.queueId()),
                decision.agentId(),
                decision.offerId(),
                decision.rulesVersion(),
                decision.rulesFired(),
                decision.joinedMillis(),
                decision.boostMillis(),
                decision.waitedMillis(),
                decision.agentIdleMillis(),
                decision.stillWaiting(),
                decision.chosenBy().name(),
                decision.strategy().name(),
                (int) decision.step(),
                decision.candidates(),
                anybody && agentChosen ? Long.valueOf(decision.runnerUp()) : null,
                anybody && !agentChosen ? Long.valueOf(decision.runnerUp()) : null,
                anybody ? Long.valueOf(decision.margin()) : null);
    }

    void callbackOffered(OfferCallbackDecoder decision, CommandAtHand command, long timeMillis) {
        add(
                CALLBACK,
                command,
                timeMillis,
                "CALLBACK_OFFERED",
                decision.callId(),
                Values.idOrNull(decision.queueId()),
                decision.rulesVersion(),
                decision.rulesFired(),
                Values.millisOrNull(decision.ewtMillis()));
    }

    void held(HoldInQueueDecoder decision, CommandAtHand command, long timeMillis) {
        add(
                SIMPLE,
                command,
                timeMillis,
                "STRAIGHT_TO_LINE",
                decision.callId(),
                Values.idOrNull(decision.queueId()),
                null);
    }

    void confirmed(ConfirmReservationDecoder decision, CommandAtHand command, long timeMillis) {
        add(
                SIMPLE,
                command,
                timeMillis,
                "RESERVATION_CONFIRMED",
                decision.callId(),
                Values.idOrNull(decision.queueId()),
                null);
    }

    void refused(RefuseReservationDecoder decision, CommandAtHand command, long timeMillis) {
        add(
                SIMPLE,
                command,
                timeMillis,
                "RESERVATION_REFUSED",
                decision.callId(),
                null,
                decision.reason().name());
    }

    void diverted(DivertCallDecoder decision, CommandAtHand command, long timeMillis) {
        add(
                SIMPLE,
                command,
                timeMillis,
                "DIVERTED",
                decision.callId(),
                null,
                decision.reason().name());
    }

    void rankChanged(CallRerankedDecoder fact, CommandAtHand command, long timeMillis) {
        add(
                BY_HAND,
                command,
                timeMillis,
                "RANK_CHANGED",
                fact.callId(),
                Values.idOrNull(fact.queueId()),
                fact.boostMillis());
    }

    /** Only of who was moved by hand: where limits and rules send him shows in his own row. */
    void moved(CallJoinedDecoder fact, CommandAtHand command, long timeMillis) {
        add(
                BY_HAND,
                command,
                timeMillis,
                "MOVED_BY_HAND",
                fact.callId(),
                Values.idOrNull(fact.queueId()),
                fact.boostMillis());
    }

    /** What every row begins with, then its own. */
    private void add(RowStatement statement, CommandAtHand command, long timeMillis, String kind, Object... rest) {
        Object[] values = new Object[SHARED + rest.length];
        values[0] = journal;
        values[1] = command.sequence();
        values[2] = command.nextPart();
        values[3] = timeMillis;
        values[4] = kind;
        System.arraycopy(rest, 0, values, SHARED, rest.length);
        batch.add(statement, values);
    }
}
