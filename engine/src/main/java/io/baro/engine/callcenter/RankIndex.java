package io.baro.engine.callcenter;

import io.baro.engine.state.State;

/**
 * Counts those who wait by rank, to tell how many are ahead of a rank: a ring of time slots with sums kept as a binary indexed tree
 * (Fenwick 1994), so that a count costs 16 additions however many wait. Those of one slot count as one another's neighbours, those
 * older than the ring as ahead of everybody: an estimate needs no better. Runs on: routing thread.
 */
final class RankIndex {
    /** 8.2 s: two waits that differ by less sound the same to a caller. */
    private static final int SLOT_SHIFT = 13;

    /** 256 slots are 35 minutes, more than the usual boost and the longest wait of a day that is under control. */
    private static final int SLOTS = 256;

    private final int[] tree = new int[SLOTS + 1];
    private long newest = Long.MIN_VALUE;
    private int older;
    private int size;

    /** One more, or one less, with that rank. */
    void add(long rank, int more) {
        long slot = rank >> SLOT_SHIFT;
        turnTo(slot);
        size += more;
        if (slot <= newest - SLOTS) {
            older += more;
        } else {
            put(slot, more);
        }
    }

    /** How many have a smaller rank, about: those of the same slot count, whoever joins comes after them. */
    int ahead(long rank) {
        long slot = rank >> SLOT_SHIFT;
        if (slot >= newest || size == 0) {
            return size;
        }
        if (slot <= newest - SLOTS) {
            return older;
        }
        int first = indexOf(newest + 1);
        int own = indexOf(slot);
        int between = below(own + 1) - below(first);
        return own >= first ? older + between : size + between;
    }

    /** Slots that come into use held the oldest ranks of the ring, if anybody waits so long. */
    private void turnTo(long slot) {
        if (slot <= newest) {
            return;
        }
        if (newest == Long.MIN_VALUE || size == older) {
            newest = slot;
            return;
        }
        for (long next = newest + 1; next <= slot && size > older; next++) {
            int index = indexOf(next);
            int count = below(index + 1) - below(index);
            put(next, -count);
            older += count;
        }
        newest = slot;
    }

    private void put(long slot, int more) {
        for (int i = indexOf(slot) + 1; i <= SLOTS; i += i & -i) {
            tree[i] += more;
        }
    }

    private int below(int index) {
        int sum = 0;
        for (int i = index; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    private static int indexOf(long slot) {
        return (int) slot & (SLOTS - 1);
    }

    /** The tree follows from it and from who stands in line: it is theirs when they have joined again. */
    void visit(State state) {
        newest = state.next(newest);
    }
}
