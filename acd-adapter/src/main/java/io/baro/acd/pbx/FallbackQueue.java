package io.baro.acd.pbx;

import java.util.ArrayDeque;
import java.util.Collection;

/**
 * Owns the line of {@code app_queue} that serves callers when no engine does: first come, first served, the phone that has been idle
 * longest. It polls, as the real one does. Only the loop's thread touches it.
 */
final class FallbackQueue {
    static final String NAME = "baro-fallback";

    /** {@code retry=1} of queues.conf. */
    private static final long RETRY_MILLIS = 1_000;
    /** {@code timeout=15} of queues.conf. */
    private static final long RING_MILLIS = 15_000;

    private final VirtualClock clock;
    private final Collection<AgentPhone> members;
    private final ArrayDeque<Caller> line = new ArrayDeque<>();
    private final Deadline retry = new Deadline(this::serve);

    FallbackQueue(VirtualClock clock, Collection<AgentPhone> members) {
        this.clock = clock;
        this.members = members;
    }

    int waiting() {
        return line.size();
    }

    void join(Caller caller) {
        line.addLast(caller);
        if (!retry.isPending()) {
            clock.schedule(retry, 0);
        }
    }

    void leave(Caller caller) {
        if (!line.isEmpty()) {
            line.remove(caller);
        }
    }

    private void serve() {
        while (!line.isEmpty()) {
            AgentPhone phone = longestIdle();
            if (phone == null) {
                clock.schedule(retry, RETRY_MILLIS);
                return;
            }
            line.removeFirst().ringFromFallback(phone, RING_MILLIS);
        }
    }

    private AgentPhone longestIdle() {
        AgentPhone best = null;
        for (AgentPhone member : members) {
            if (member.isFree() && (best == null || member.lastEndedMillis < best.lastEndedMillis)) {
                best = member;
            }
        }
        return best;
    }
}
