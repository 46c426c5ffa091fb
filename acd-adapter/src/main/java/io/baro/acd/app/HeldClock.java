package io.baro.acd.app;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the commands. It stands still until it is released: a recovered router must hear that its links are down before the
 * deadlines of the time between fall due, or it makes offers that nobody carries. When the machine's clock is set back it goes on, a
 * little slower until the two agree: else every timer would wait for the hour to come again. A machine's clock that is set forward is
 * followed: it may have slept. Read by any thread; {@link #look} by one.
 */
final class HeldClock implements LongSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(HeldClock.class);
    /** Less is what time daemons do every day: the router's time stands still for so long. */
    private static final long JUMP_MILLIS = 500;

    /** One part in so many slower: a wrap-up of 10 s takes half a second longer, an hour is made good within a day. */
    private static final long SLOWER = 20;

    private final LongSupplier epochMillis;
    private final LongSupplier nanoTime;
    private final long heldMillis;
    private volatile boolean released;
    private volatile long aheadMillis;
    private long lastMillis;
    private long lastNanos;
    /** Time that passed and has not made anything good yet, less than {@link #SLOWER} milliseconds. */
    private long owed;

    /** Stands at that time, epoch milliseconds. */
    HeldClock(Clocks clocks, long heldMillis) {
        epochMillis = clocks.epochMillis();
        nanoTime = clocks.nanoTime();
        this.heldMillis = heldMillis;
        lastMillis = epochMillis.getAsLong();
        lastNanos = nanoTime.getAsLong();
    }

    /** Goes from the machine's time, or from where it stood if that is later. */
    void release() {
        aheadMillis = Math.max(0, heldMillis - epochMillis.getAsLong());
        released = true;
    }

    @Override
    public long getAsLong() {
        return released ? epochMillis.getAsLong() + aheadMillis : heldMillis;
    }

    /** How far it is ahead of the machine's clock, milliseconds. */
    long aheadMillis() {
        return aheadMillis;
    }

    /** Compares the machine's clock with the time that has passed; to be called several times a second. */
    void look() {
        long millis = epochMillis.getAsLong();
        long nanos = nanoTime.getAsLong();
        long passed = TimeUnit.NANOSECONDS.toMillis(nanos - lastNanos);
        long jumped = millis - lastMillis - passed;
        // What is left of a millisecond counts the next time.
        lastNanos += TimeUnit.MILLISECONDS.toNanos(passed);
        lastMillis = millis;
        long ahead = aheadMillis;
        if (jumped < -JUMP_MILLIS) {
            LOG.warn("the machine's clock was set back by {} ms: timers go on", -jumped);
            aheadMillis = ahead - jumped;
        } else if (jumped > JUMP_MILLIS) {
            aheadMillis = Math.max(0, ahead - jumped);
        } else if (ahead > 0) {
            owed += passed;
            aheadMillis = Math.max(0, ahead - owed / SLOWER);
            owed %= SLOWER;
        }
    }
}
