package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationOutcome;
import java.util.List;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ReservationBookTest {
    private static final long CALLER = 77;
    private static final long DAY_MILLIS = 86_400_000;

    private final UnsafeBuffer number = new UnsafeBuffer(new byte[200]);
    private final ReservationBook book = new ReservationBook(4);

    @Test
    void reservationKeepsTheCallsPlace() {
        number.setMemory(100, 100, (byte) 7);
        Reservation made = book.make(
                new Reservation.Terms(5, CALLER, 3, ReservationKind.CALLBACK, 4_000, 1_500), number, 100, 9_000);
        assertEquals(5, made.id());
        assertEquals(CALLER, made.callerKey());
        assertEquals(3, made.queueId());
        assertEquals(4_000 - 1_500, made.rank());
        assertEquals(9_000, made.madeMillis());
        assertEquals(7, made.sealedNumber()[63]);
    }

    @Test
    void reservationIsFoundByItsCallerItsIdAndItsCall() {
        assertNull(book.ofCaller(CALLER));
        Reservation made = make(5, CALLER, ReservationKind.CALLBACK);
        assertSame(made, book.ofCaller(CALLER));
        assertSame(made, book.at(0));
        assertNull(book.ofCaller(CALLER + 1));
        assertTrue(book.isMadeFrom(5));
        assertFalse(book.isMadeFrom(6));
        assertSame(made, book.get(5));
        assertSame(made, book.ofCallback(CallIds.callbackOf(5)));
    }

    @Test
    void careCallIsNotTheReservationThatItsCallerAskedFor() {
        Reservation care = make(5, CALLER, ReservationKind.CARE);
        assertNull(book.ofCaller(CALLER));
        Reservation asked = make(6, CALLER, ReservationKind.CALLBACK);
        book.close(care, ReservationOutcome.WITHDRAWN);
        assertSame(asked, book.ofCaller(CALLER));
    }

    @Test
    void closedReservationIsGoneAndTheOthersKeepTheirOrder() {
        make(1, 1, ReservationKind.CALLBACK);
        Reservation second = make(2, 2, ReservationKind.CALLBACK);
        make(3, 3, ReservationKind.CALLBACK);
        book.close(second, ReservationOutcome.KEPT);
        assertNull(book.get(2));
        assertNull(book.ofCaller(2));
        make(4, 4, ReservationKind.CALLBACK);
        make(5, 5, ReservationKind.CALLBACK);
        List<Long> ids =
                IntStream.range(0, book.size()).mapToObj(i -> book.at(i).id()).toList();
        assertEquals(List.of(1L, 3L, 4L, 5L), ids);
    }

    @Test
    void fullBookSaysSo() {
        for (int i = 1; i <= 4; i++) {
            assertFalse(book.isFull());
            make(i, i, ReservationKind.CALLBACK);
        }
        assertTrue(book.isFull());
        assertEquals(4, book.size());
    }

    @Test
    void careCallThatWasKeptOrGivenUpIsKnownForTwoDaysBeyondItsHours() {
        for (ReservationOutcome outcome : List.of(ReservationOutcome.KEPT, ReservationOutcome.EXHAUSTED)) {
            Reservation care = make(outcome.value() + 1, CALLER, ReservationKind.CARE);
            care.untilMillis = 20_000;
            book.close(care, outcome);
            assertTrue(book.isKnown(outcome.value() + 1, 20_000 + 2 * DAY_MILLIS - 1));
            assertFalse(book.isKnown(outcome.value() + 1, 20_000 + 2 * DAY_MILLIS));
        }
    }

    @Test
    void whatWasWithdrawnOrCameToItsEndMayBeAskedAgain() {
        for (ReservationOutcome outcome : List.of(ReservationOutcome.WITHDRAWN, ReservationOutcome.EXPIRED)) {
            book.close(make(5, CALLER, ReservationKind.CARE), outcome);
            assertFalse(book.isKnown(5, 9_000));
        }
        book.close(make(5, CALLER, ReservationKind.CALLBACK), ReservationOutcome.KEPT);
        assertFalse(book.isKnown(5, 9_000), "a callback is no care call");
    }

    @Test
    void finishedCareCallsLeaveRoomForCallbacksAndAreForgottenWhenTheirTimeIsOver() {
        for (int i = 1; i <= 3; i++) {
            Reservation care = make(i, i, ReservationKind.CARE);
            care.untilMillis = i * 20_000L;
            book.close(care, ReservationOutcome.KEPT);
        }
        assertFalse(book.isFullOfCareCalls(0));
        make(4, 4, ReservationKind.CARE);
        assertTrue(book.isFullOfCareCalls(20_000 + 2 * DAY_MILLIS - 1), "three are remembered, and one is open");
        assertFalse(book.isFull());
        assertFalse(book.isFullOfCareCalls(20_000 + 2 * DAY_MILLIS), "the first is forgotten");
        assertEquals(2, book.finishedCareCalls().size());
        assertEquals(2, book.finishedCareCalls().id(0));
        assertEquals(40_000 + 2 * DAY_MILLIS, book.finishedCareCalls().forgottenMillis(0));
    }

    private Reservation make(long id, long key, ReservationKind kind) {
        return book.make(new Reservation.Terms(id, key, 3, kind, 4_000, 0), number, 0, 9_000);
    }
}
