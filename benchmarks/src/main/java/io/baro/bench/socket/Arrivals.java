package io.baro.bench.socket;

/** Callers who wait to be moved, in the order in which they were told, and where in the stream of bytes. One thread. */
final class Arrivals {
    private final Line[] lines;
    private final long[] ends;
    private long taken;
    private long added;

    /** @param most lines, each of which waits once at most */
    Arrivals(int most) {
        lines = new Line[most];
        ends = new long[most];
    }

    /** Forgets the oldest when full: only who reads nothing of the events needs them. */
    void add(Line line, long end) {
        int slot = (int) (added % lines.length);
        lines[slot] = line;
        ends[slot] = end;
        added++;
        taken = Math.max(taken, added - lines.length);
    }

    /** Bytes that were told when the first of them had arrived. */
    long firstEnd() {
        return taken == added ? Long.MAX_VALUE : ends[(int) (taken % lines.length)];
    }

    Line take() {
        return lines[(int) (taken++ % lines.length)];
    }
}
