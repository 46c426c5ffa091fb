package io.baro.engine.runtime.single;

/**
 * How one node runs its ring.
 *
 * @param ringSlots a power of two; 16,384 commands are a third of a second of the model centre's whole day driven in a minute
 * @param idle how the routing thread waits for commands
 * @param tickNanos how often due timers are looked for; a wrap-up is at most this much longer
 */
public record RuntimeSettings(int ringSlots, Idle idle, long tickNanos) {

    /** How the routing thread waits: what it costs and what it gains is in docs/performance.md. */
    public enum Idle {
        /** Spins some microseconds, then sleeps until woken: for machines whose cores are shared. */
        SPIN_THEN_BLOCK,
        /** Never sleeps, gives its core away between looks: for machines with more cores than threads. */
        YIELD,
        /** Never sleeps, never gives its core away: for a core of its own, never on 2 shared ones. */
        SPIN
    }

    private static final int DEFAULT_RING_SLOTS = 16_384;
    private static final long DEFAULT_TICK_NANOS = 5_000_000;

    /** What fits a small machine. */
    public static RuntimeSettings standard() {
        return new RuntimeSettings(DEFAULT_RING_SLOTS, Idle.SPIN_THEN_BLOCK, DEFAULT_TICK_NANOS);
    }
}
