package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ReservationBookTest {
    private static final long CALLER = 77;
    private final UnsafeBuffer number = new UnsafeBuffer(new byte[200]);
    private final CallQueue queue = Queues.plain(3);

    @Test
    void reservationKeepsTheCallsPlace() {
        ReservationBook book = new ReservationBook(2);
        Reservation made = book.make(call(5), CALLER, number, 100, 9_000);
        assertEquals(5, made.id());
        assertEquals(CALLER, made.callerKey());
        assertEquals(3, made.queueId());
        assertEquals(4_000 - 1_500, made.rank());
        assertEquals(9_000, made.madeMillis());
    }

    @Test
    void reservationIsFoundByItsCaller() {
        ReservationBook book = new ReservationBook(2);
        assertNull(book.ofCaller(CALLER));
        Reservation made = book.make(call(5), CALLER, number, 0, 0);
        assertSame(made, book.ofCaller(CALLER));
        assertSame(made, book.at(0));
        assertNull(book.ofCaller(CALLER + 1));
        assertTrue(book.isMadeFrom(5, CALLER));
        assertFalse(book.isMadeFrom(6, CALLER));
        assertFalse(book.isMadeFrom(5, CALLER + 1));
    }

    @Test
    void fullBookSaysSo() {
        ReservationBook book = new ReservationBook(2);
        book.make(call(1), 1, number, 0, 0);
        assertFalse(book.isFull());
        book.make(call(2), 2, number, 0, 0);
        assertTrue(book.isFull());
        assertEquals(2, book.size());
    }

    private Call call(long id) {
        Call call = new Call();
        call.begin(id, 0, -1, 1_000);
        call.queue = queue;
        call.joinedMillis = 4_000;
        call.boostMillis = 1_500;
        return call;
    }
}
