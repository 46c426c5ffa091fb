package io.baro.engine.runtime.single;

/**
 * How one node runs its ring.
 *
 * @param ringSlots a power of two; 16,384 commands are a third of a second of the model centre's whole day driven in a minute
 * @param routingThread who routes
 * @param tickNanos at least a millisecond: how long the timers are left alone at most, less when one is due before: a timer that is set for less fires so late
 */
public record RuntimeSettings(int ringSlots, RoutingThread routingThread, long tickNanos) {

    /** Who routes, and how a thread that does nothing else waits: what each costs and gains is in docs/performance.md. */
    public enum RoutingThread {
        /** None: the thread that brings a command routes it, so that no thread is woken. For machines whose cores are shared. */
        NONE,
        /** One that spins some microseconds, then sleeps until woken. */
        BLOCK,
        /** One that never sleeps and gives its core away between looks: for machines with more cores than threads. */
        YIELD,
        /** One that never sleeps and never gives its core away: for a core of its own, never on 2 shared ones. */
        SPIN
    }

    private static final int DEFAULT_RING_SLOTS = 16_384;
    /** The shortest timers are a second; two hundred looks a second were a third of what an idle process cost. */
    private static final long DEFAULT_TICK_NANOS = 20_000_000;

    /** What fits a small machine. */
    public static RuntimeSettings standard() {
        return with(RoutingThread.NONE);
    }

    /** The same, whose clock goes faster than the wall's, so that a look is due so often. */
    public RuntimeSettings ticking(long nanos) {
        return new RuntimeSettings(ringSlots, routingThread, nanos);
    }

    /** What fits a machine on which that routes. */
    public static RuntimeSettings with(RoutingThread routingThread) {
        return new RuntimeSettings(DEFAULT_RING_SLOTS, routingThread, DEFAULT_TICK_NANOS);
    }
}
