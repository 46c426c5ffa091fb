package io.baro.acd.asterisk;

import io.baro.engine.port.Ingress;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The way of a link's commands into the router, in order. Owns the commands that found no room; never drops one and never waits: it
 * says {@link #isStalled}, and the link stops reading until {@link #retry} has passed them all on. Runs on: event loop.
 */
final class CommandOutlet {
    /** One event makes at most two commands and reading stops at once; the rest is room for lifecycle commands of the link. */
    private static final int MAX_PENDING = 64;

    private final Ingress ingress;
    private final LinkCounters counters;
    private final Runnable onStall;
    private final UnsafeBuffer scratch = new UnsafeBuffer(new byte[Ingress.MAX_COMMAND_BYTES]);
    private final UnsafeBuffer pending = new UnsafeBuffer(new byte[MAX_PENDING * Ingress.MAX_COMMAND_BYTES]);
    private final int[] lengths = new int[MAX_PENDING];
    private final long[] ingressNanos = new long[MAX_PENDING];
    private int head;
    private int count;
    private boolean closed;

    /** @param onStall called once each time the outlet becomes stalled */
    CommandOutlet(Ingress ingress, LinkCounters counters, Runnable onStall) {
        this.ingress = ingress;
        this.counters = counters;
        this.onStall = onStall;
    }

    /** Where the next command is encoded, from 0. */
    UnsafeBuffer scratch() {
        return scratch;
    }

    /** Passes on the command in {@link #scratch}, or keeps it. */
    void send(int length, long readNanos) {
        if (count == 0 && offer(scratch, 0, length, readNanos)) {
            return;
        }
        keep(length, readNanos);
        if (count == 1) {
            counters.increment(LinkCounters.Count.BACK_PRESSURE_STALLS);
            onStall.run();
        }
    }

    /** Offers the kept commands again, oldest first; true: none is left. */
    boolean retry() {
        while (count > 0) {
            if (!offer(pending, head * Ingress.MAX_COMMAND_BYTES, lengths[head], ingressNanos[head])) {
                return false;
            }
            head = (head + 1) % MAX_PENDING;
            count--;
        }
        return true;
    }

    boolean isStalled() {
        return count > 0;
    }

    /** The router has stopped: nothing is taken any more. */
    boolean isClosed() {
        return closed;
    }

    private boolean offer(UnsafeBuffer buffer, int offset, int length, long readNanos) {
        return switch (ingress.offer(buffer, offset, length, readNanos)) {
            case ACCEPTED -> {
                counters.increment(LinkCounters.Count.COMMANDS);
                yield true;
            }
            case BACK_PRESSURED -> false;
            case CLOSED -> {
                closed = true;
                counters.increment(LinkCounters.Count.COMMANDS_AFTER_CLOSE);
                yield true;
            }
        };
    }

    private void keep(int length, long readNanos) {
        if (count == MAX_PENDING) {
            throw new IllegalStateException("the link read on while the router took nothing");
        }
        int slot = (head + count) % MAX_PENDING;
        pending.putBytes(slot * Ingress.MAX_COMMAND_BYTES, scratch, 0, length);
        lengths[slot] = length;
        ingressNanos[slot] = readNanos;
        count++;
    }
}
