package io.baro.acd.records;

import io.baro.engine.message.ConfirmReservationDecoder;
import java.util.List;

/**
 * What decisions mean for {@code reservation_record}: one row a promise to call back, with the number sealed as the journal holds it.
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
    static final List<RowStatement> STATEMENTS = List.of(MADE);

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
}
