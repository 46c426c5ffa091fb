package io.baro.engine.runtime.single;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Routing without a thread of its own: who has put a command into the ring takes the turn if it is free, and routes all that is there;
 * who finds it taken goes on, because its holder looks again. One thread at a time, each sees what those before it did: flat combining
 * (Hendler, Incze, Shavit, Tzafrir 2010) with the ring as its list. What it saves is the wake-up of a routing thread, ADR 0012. Never
 * decides. Runs on: any thread that offers.
 */
final class RoutingTurns {
    private final RingBuffer<CommandSlot> ring;
    private final EventHandler<CommandSlot> stages;
    private final StopOnBug onBug;
    private final Sequence routed = new Sequence();
    private final AtomicBoolean taken = new AtomicBoolean();

    /** Before the ring's first command. */
    RoutingTurns(RingBuffer<CommandSlot> ring, EventHandler<CommandSlot> stages, StopOnBug onBug) {
        this.ring = ring;
        this.stages = stages;
        this.onBug = onBug;
        ring.addGatingSequences(routed);
    }

    /** Routes what is in the ring, unless another thread does. */
    void take() {
        // What was published is seen by the holder who gives the turn back, or this thread sees it free.
        VarHandle.fullFence();
        while (ring.isAvailable(routed.get() + 1) && taken.compareAndSet(false, true)) {
            if (!routeAll()) {
                return;
            }
            taken.set(false);
            VarHandle.fullFence();
        }
    }

    /** Takes the turn for good; whether it is this thread's. Nothing is routed any more then. */
    boolean end() {
        return taken.compareAndSet(false, true);
    }

    /** False after a bug: the turn stays taken, since the state may be half changed. */
    private boolean routeAll() {
        long next = routed.get() + 1;
        try {
            while (ring.isAvailable(next)) {
                stages.onEvent(ring.get(next), next, !ring.isAvailable(next + 1));
                routed.set(next);
                next++;
            }
            return true;
        } catch (Exception | Error bug) {
            onBug.tell(bug);
            return false;
        }
    }
}
