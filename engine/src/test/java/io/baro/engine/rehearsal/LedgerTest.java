package io.baro.engine.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallAdmittedEncoder;
import io.baro.engine.message.CallClosedEncoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.ConfirmReservationEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.ReservationChangedEncoder;
import io.baro.engine.message.ReservationClosedEncoder;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import io.baro.engine.routing.CommandWriter;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final long CALL = CallIds.of(0, 1, 1);

    private final Ledger ledger = new Ledger(1, 20_000);
    private final CommandWriter pen = new CommandWriter();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    @Test
    void whoCameAndLeftIsAccountedFor() {
        comes();
        admitted();
        assertTrue(ledger.identityHolds());
        assertEquals(1, ledger.inProgress());
        leaves();
        closed();
        assertTrue(ledger.identityHolds());
        assertEquals(1, ledger.closed(CallOutcome.ABANDONED));
    }

    @Test
    void aCallerWhomTheRouterNeverCountedBreaksTheIdentity() {
        comes();
        assertFalse(ledger.identityHolds());
    }

    @Test
    void aCallThatIsClosedTwiceBreaksTheIdentity() {
        comes();
        admitted();
        leaves();
        closed();
        closed();
        assertFalse(ledger.identityHolds());
    }

    @Test
    void aCallThatOutlivesItsCallerBreaksTheIdentity() {
        comes();
        admitted();
        leaves();
        assertFalse(ledger.identityHolds());
    }

    @Test
    void aPromiseThatIsKeptIsAccountedFor() {
        confirmed();
        promised();
        assertTrue(ledger.identityHolds());
        assertEquals(1, ledger.owed());
        reached();
        promiseClosed(ReservationOutcome.KEPT);
        assertTrue(ledger.identityHolds());
        assertEquals(1, ledger.promised());
        assertEquals(1, ledger.closed(ReservationOutcome.KEPT));
        assertEquals(0, ledger.owed());
    }

    @Test
    void aConfirmationWithoutAPromiseBreaksTheIdentity() {
        confirmed();
        assertFalse(ledger.identityHolds());
    }

    @Test
    void aPromiseThatIsClosedTwiceBreaksTheIdentity() {
        promised();
        promiseClosed(ReservationOutcome.EXPIRED);
        assertTrue(ledger.identityHolds());
        promiseClosed(ReservationOutcome.EXPIRED);
        assertFalse(ledger.identityHolds());
    }

    @Test
    void aPromiseThatCountsAsKeptWithoutItsCustomerBreaksTheIdentity() {
        promised();
        promiseClosed(ReservationOutcome.KEPT);
        assertFalse(ledger.identityHolds());
    }

    private void confirmed() {
        ConfirmReservationEncoder fact = new ConfirmReservationEncoder().wrapAndApplyHeader(buffer, 0, header);
        fact.reservationId(CALL).callId(CALL).queueId(0);
        ledger.onDecision(3, buffer, 0, buffer.capacity());
    }

    private void promised() {
        ReservationChangedEncoder fact = new ReservationChangedEncoder().wrapAndApplyHeader(buffer, 0, header);
        fact.reservationId(CALL).queueId(0).state(ReservationState.RESTING);
        ledger.onDecision(3, buffer, 0, buffer.capacity());
    }

    private void reached() {
        pen.callbackReached(CallIds.callbackOf(CALL), 1);
        ledger.onCommand(4, pen.buffer(), 0, pen.length());
    }

    private void promiseClosed(ReservationOutcome outcome) {
        ReservationClosedEncoder fact = new ReservationClosedEncoder().wrapAndApplyHeader(buffer, 0, header);
        fact.reservationId(CALL).queueId(0).outcome(outcome);
        ledger.onDecision(5, buffer, 0, buffer.capacity());
    }

    private void comes() {
        pen.callArrived(CALL, 5, -1, 0);
        ledger.onCommand(1, pen.buffer(), 0, pen.length());
    }

    private void leaves() {
        pen.callHungUp(CALL);
        ledger.onCommand(2, pen.buffer(), 0, pen.length());
    }

    private void admitted() {
        CallAdmittedEncoder fact = new CallAdmittedEncoder().wrapAndApplyHeader(buffer, 0, header);
        fact.callId(CALL).queueId(0);
        ledger.onDecision(1, buffer, 0, buffer.capacity());
    }

    private void closed() {
        CallClosedEncoder fact = new CallClosedEncoder().wrapAndApplyHeader(buffer, 0, header);
        fact.callId(CALL)
                .queueId(0)
                .outcome(CallOutcome.ABANDONED)
                .vanished((short) 0)
                .waitedMillis(0)
                .talkedMillis(0)
                .rulesFired(0);
        ledger.onDecision(2, buffer, 0, buffer.capacity());
    }
}
