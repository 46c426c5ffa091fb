package io.baro.acd.app;

import io.baro.engine.journal.Journal;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.io.IOException;
import org.agrona.DirectBuffer;

/**
 * Journals and routes commands before a runtime owns journal and router: nobody is linked yet, so nothing is decided that anybody would
 * hear. Main thread.
 */
final class FirstCommands implements Ingress {
    /** So many at a time are forced: a journal that fails keeps no more than that in memory. */
    private static final int FLUSHED_AT_ONCE = 1_000;

    private final Journal journal;
    private final Router router;
    private long next;

    FirstCommands(Journal journal, Router router, long next) {
        this.journal = journal;
        this.router = router;
        this.next = next;
    }

    @Override
    public Offer offer(DirectBuffer buffer, int offset, int length, long ingressNanos) {
        long now = Math.max(System.currentTimeMillis(), router.timeMillis());
        journal.append(next, now, buffer, offset, length);
        router.apply(now, buffer, offset, (time, decision, at, size) -> {});
        next++;
        if (next % FLUSHED_AT_ONCE == 0) {
            journal.flush();
        }
        return Offer.ACCEPTED;
    }

    /**
     * Makes all of them durable.
     *
     * @throws IOException with a line for the operator
     */
    void flush() throws IOException {
        journal.flush();
        if (journal.durableSequence() < next - 1) {
            throw new IOException(
                    "the journal cannot be written, and promises are to be carried over; make room for it");
        }
    }
}
