package io.baro.acd.app;

import java.util.function.LongSupplier;

/**
 * The clock of the commands, which stands still until it is released: a recovered router must hear that its links are down before the
 * deadlines of the time between fall due, or it makes offers that nobody carries. Any thread.
 */
final class HeldClock implements LongSupplier {
    private final LongSupplier epochMillis;
    private final long heldMillis;
    private volatile boolean released;

    /** Stands at that time, epoch milliseconds. */
    HeldClock(LongSupplier epochMillis, long heldMillis) {
        this.epochMillis = epochMillis;
        this.heldMillis = heldMillis;
    }

    void release() {
        released = true;
    }

    @Override
    public long getAsLong() {
        return released ? epochMillis.getAsLong() : heldMillis;
    }
}
