package io.baro.acd.pbx;

import java.util.Arrays;

/**
 * Owns virtual time and the deadlines in it, in the total order (instant, then order of scheduling). Never looks at a wall clock:
 * the loop tells it how much time has passed. Only the loop's thread touches it; {@link #epochMillis} may be read by any thread.
 */
public final class VirtualClock {
    private static final int FIRST_CAPACITY = 1024;
    private static final long MICROS_PER_MILLI = 1000;
    private static final long NANOS_PER_MICRO = 1000;
    /** A day of the model centre in one turn would starve the sockets: stop after so many and let the loop read. */
    private static final int MAX_FIRED_PER_TURN = 20_000;

    private final double speed;
    private Deadline[] heap = new Deadline[FIRST_CAPACITY];
    private int size;
    private long order;
    private long nowMicros;
    private volatile long publishedMicros;

    VirtualClock(double speed, long startEpochMillis) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0");
        }
        this.speed = speed;
        this.nowMicros = startEpochMillis * MICROS_PER_MILLI;
        this.publishedMicros = nowMicros;
    }

    /** Virtual time as any thread may read it, up to one turn of the loop old. */
    public long epochMillis() {
        return publishedMicros / MICROS_PER_MILLI;
    }

    /** How much virtual time has passed, in nanoseconds: only differences mean something. */
    public long nanoTime() {
        return publishedMicros * NANOS_PER_MICRO;
    }

    long nowMicros() {
        return nowMicros;
    }

    long nowMillis() {
        return nowMicros / MICROS_PER_MILLI;
    }

    /** Virtual milliseconds that pass within so many of the wall: waits for the engine are counted in the wall's. */
    long ofWallMillis(long wallMillis) {
        return (long) (wallMillis * speed);
    }

    void schedule(Deadline deadline, long delayMillis) {
        cancel(deadline);
        deadline.atMicros = nowMicros + Math.max(0, delayMillis) * MICROS_PER_MILLI;
        deadline.order = order++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        size++;
        siftUp(size - 1, deadline);
    }

    void cancel(Deadline deadline) {
        int hole = deadline.place;
        if (hole == Deadline.IDLE) {
            return;
        }
        deadline.place = Deadline.IDLE;
        Deadline last = heap[--size];
        heap[size] = null;
        if (last == deadline) {
            return;
        }
        if (hole > 0 && last.isBefore(heap[(hole - 1) / 2])) {
            siftUp(hole, last);
        } else {
            siftDown(hole, last);
        }
    }

    /** Lets so much wall time pass. When too much is due at once, time stops at what was done and goes on in the next turn. */
    void advance(long wallNanos) {
        long until = nowMicros + (long) (wallNanos * speed / 1000.0);
        int fired = 0;
        while (size > 0 && heap[0].atMicros <= until) {
            if (fired++ == MAX_FIRED_PER_TURN) {
                publishedMicros = nowMicros;
                return;
            }
            Deadline due = heap[0];
            cancel(due);
            nowMicros = Math.max(nowMicros, due.atMicros);
            due.action.run();
        }
        nowMicros = until;
        publishedMicros = until;
    }

    private void siftUp(int start, Deadline deadline) {
        int at = start;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!deadline.isBefore(heap[parent])) {
                break;
            }
            put(at, heap[parent]);
            at = parent;
        }
        put(at, deadline);
    }

    private void siftDown(int start, Deadline deadline) {
        int at = start;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(deadline)) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        put(at, deadline);
    }

    private void put(int at, Deadline deadline) {
        heap[at] = deadline;
        deadline.place = at;
    }
}
