package io.baro.acd.pbx;

/**
 * Owns one thing that is due at an instant, at most once at a time. Never runs it: the {@link VirtualClock} does, on the loop's
 * thread. Made once per owner and scheduled again and again.
 */
final class Deadline {
    static final int IDLE = -1;

    final Runnable action;
    long atMicros;
    long order;
    int place = IDLE;

    Deadline(Runnable action) {
        this.action = action;
    }

    boolean isPending() {
        return place != IDLE;
    }

    boolean isBefore(Deadline other) {
        return atMicros < other.atMicros || (atMicros == other.atMicros && order < other.order);
    }
}
