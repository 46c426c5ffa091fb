package io.baro.engine.runtime.single;

import io.baro.engine.journal.Journal;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.PromisesChangedEncoder;
import io.baro.engine.port.Ingress;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Tells the router, in a command as all else, when the journal can keep no promise and when it can again. While it cannot, it asks
 * for a tick a second, so that the journal tries again in a quiet night too. Runs on: ticker thread.
 */
final class PromiseGuard {
    private static final long TRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Journal journal;
    private final Ingress ingress;
    private final UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
    private final PromisesChangedEncoder encoder = new PromisesChangedEncoder();
    private final int length;
    private boolean told;
    private long nextTryNanos;

    /** @param promising what the router believes */
    PromiseGuard(Journal journal, Ingress ingress, boolean promising) {
        this.journal = journal;
        this.ingress = ingress;
        told = promising;
        nextTryNanos = System.nanoTime();
        encoder.wrapAndApplyHeader(command, 0, new MessageHeaderEncoder());
        length = MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    /** Tells the router what has changed; whether a tick is wanted. */
    boolean isDue() {
        boolean works = !journal.isFailing();
        long now = System.nanoTime();
        if (works != told) {
            encoder.allowed((short) (works ? 1 : 0));
            if (ingress.offer(command, 0, length, now) == Ingress.Offer.ACCEPTED) {
                told = works;
            }
        }
        if (works || now - nextTryNanos < 0) {
            return false;
        }
        nextTryNanos = now + TRY_NANOS;
        return true;
    }
}
