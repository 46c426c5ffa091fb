package io.baro.acd.records;

import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import java.util.List;

/**
 * What decisions mean for {@code reservation_record}: one row a promise to call back and what became of it,
 * with the number sealed as the journal holds it.
 * One thread.
 */
final class ReservationRows {
    private static final RowStatement MADE = RowStatement.insert(
            "reservation_record",
            "journal",
            "reservation_id",
            "sequence",
            "call_id",
            "queue_id",
            "made_ms",
            "caller_key",
            "number");
    private static final RowStatement CLOSED = new RowStatement(
            "UPDATE reservation_record SET closed_ms = ?, closed_sequence = ?, outcome = ?, attempts = ?,"
                    + " kind = ? WHERE journal = ? AND reservation_id = ?");
    static final List<RowStatement> STATEMENTS = List.of(MADE, CLOSED);

    private final int journal;
    private final RecordBatch batch;

    ReservationRows(int journal, RecordBatch batch) {
        this.journal = journal;
        this.batch = batch;
    }

    /** Also said again to who calls again while he has one: the first time counts. */
    void confirmed(ConfirmReservationDecoder decision, CommandAtHand command, long timeMillis) {
        batch.add(
                MADE,
                journal,
                decision.reservationId(),
                command.sequence(),
                decision.callId(),
                Values.idOrNull(decision.queueId()),
                timeMillis,
                command.callerKey(decision.callId()),
                command.sealedNumber(decision.callId()));
    }

    /** A care call has its row from its end, as nobody was promised it. */
    void closed(ReservationClosedDecoder fact, CommandAtHand command, long timeMillis) {
        long id = fact.reservationId();
        batch.add(
                MADE,
                journal,
                id,
                command.sequence(),
                id,
                Values.idOrNull(fact.queueId()),
                fact.madeMillis(),
                fact.callerKey(),
                numberOf(fact));
        batch.add(
                CLOSED,
                timeMillis,
                command.sequence(),
                fact.outcome().name(),
                (int) fact.attempts(),
                fact.kind().name(),
                journal,
                id);
    }

    private static byte[] numberOf(ReservationClosedDecoder fact) {
        byte[] number = new byte[ReservationClosedDecoder.numberLength()];
        for (int i = 0; i < number.length; i++) {
            number[i] = (byte) fact.number(i);
        }
        return number;
    }
}
