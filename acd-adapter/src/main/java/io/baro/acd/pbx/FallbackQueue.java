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

    private static final byte[] DEVICE = Ascii.bytes("Queue:" + NAME);

    private final EmbeddedPbx pbx;
    private final Collection<AgentPhone> members;
    private final ArrayDeque<Caller> line = new ArrayDeque<>();
    private int callers;
    private boolean shownRinging;
    private final Deadline retry = new Deadline(this::serve);

    FallbackQueue(EmbeddedPbx pbx, Collection<AgentPhone> members) {
        this.pbx = pbx;
        this.members = members;
    }

    int waiting() {
        return line.size();
    }

    /** A new caller, or one whose ringing phone was not answered. */
    void join(Caller caller, boolean isNew) {
        callers += isNew ? 1 : 0;
        line.addLast(caller);
        showState();
        if (!retry.isPending()) {
            pbx.clock().schedule(retry, 0);
        }
    }

    void leave(Caller caller) {
        if (caller.isInFallback() && caller.place() != Place.FALLBACK_TALKING) {
            line.remove(caller);
            callers--;
            showState();
        }
    }

    /** The PBX dies: no event is ever sent. */
    void clear() {
        line.clear();
        callers = 0;
        shownRinging = false;
        pbx.clock().cancel(retry);
    }

    /** One of the callers talks now. */
    void served() {
        callers--;
        showState();
    }

    private void serve() {
        while (!line.isEmpty()) {
            AgentPhone phone = longestIdle();
            if (phone == null) {
                pbx.clock().schedule(retry, RETRY_MILLIS);
                return;
            }
            Caller next = line.removeFirst();
            next.ring(new PhoneEnd(pbx, phone, next), RING_MILLIS, true);
        }
    }

    /** Asterisk shows a queue with callers as a phone that rings. */
    private void showState() {
        if (callers > 0 != shownRinging) {
            shownRinging = callers > 0;
            pbx.events().deviceState(DEVICE, shownRinging ? DeviceState.RINGING : DeviceState.NOT_INUSE);
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
