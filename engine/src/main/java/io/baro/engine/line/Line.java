package io.baro.engine.line;

import java.util.ArrayList;

/**
 * Owners in a total order (key, tie, id), smallest first: waiting calls by rank, ready agents by idle time, timers by deadline.
 * A binary heap whose places know their index, so leaving from the middle costs {@code O(log n)} like joining. Never decides who
 * may stand in it. Allocates only when it outgrows its capacity. Runs on: routing thread.
 *
 * @param <T> who stands in the line
 */
public final class Line<T> {
    private final ArrayList<Place<T>> heap;

    /** An empty line with room for {@code capacity} owners before it grows. */
    public Line(int capacity) {
        heap = new ArrayList<>(capacity);
    }

    /** How many stand in line. */
    public int size() {
        return heap.size();
    }

    /** Who is first, or null. */
    public T first() {
        return heap.isEmpty() ? null : heap.get(0).owner();
    }

    /** The place of who is first, or null. */
    public Place<T> firstPlace() {
        return heap.isEmpty() ? null : heap.get(0);
    }

    /** Who stands at a heap index below {@link #size()}: every owner once, in an order that the history of the line defines. */
    public T at(int index) {
        return heap.get(index).owner();
    }

    /** Puts a place that is in no line into this one. */
    public void join(Place<T> place, long key, long tie, long id) {
        if (place.inLine()) {
            throw new IllegalStateException("joins a line twice: " + id);
        }
        place.key = key;
        place.tie = tie;
        place.id = id;
        heap.add(place);
        siftUp(place, heap.size() - 1);
    }

    /** Gives a place other keys: it moves from where it stands, or joins. As leaving and joining, but most moves are short. */
    public void move(Place<T> place, long key, long tie, long id) {
        int index = place.index;
        if (index == Place.ABSENT) {
            join(place, key, tie, id);
            return;
        }
        if (index >= heap.size() || heap.get(index) != place) {
            throw new IllegalStateException("moves in a line it is not in: " + id);
        }
        place.key = key;
        place.tie = tie;
        place.id = id;
        if (index > 0 && place.before(heap.get((index - 1) >>> 1))) {
            siftUp(place, index);
        } else {
            siftDown(place, index);
        }
    }

    /** Takes a place out, wherever it stands; no effect if it stands in no line. */
    public void leave(Place<T> place) {
        int index = place.index;
        if (index == Place.ABSENT) {
            return;
        }
        if (index >= heap.size() || heap.get(index) != place) {
            throw new IllegalStateException("leaves a line it is not in: " + place.id);
        }
        Place<T> last = heap.removeLast();
        place.index = Place.ABSENT;
        if (last == place) {
            return;
        }
        if (index > 0 && last.before(heap.get((index - 1) >>> 1))) {
            siftUp(last, index);
        } else {
            siftDown(last, index);
        }
    }

    private void siftUp(Place<T> place, int from) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (!place.before(heap.get(parent))) {
                break;
            }
            set(index, heap.get(parent));
            index = parent;
        }
        set(index, place);
    }

    private void siftDown(Place<T> place, int from) {
        int index = from;
        while (true) {
            int child = 2 * index + 1;
            if (child >= heap.size()) {
                break;
            }
            if (child + 1 < heap.size() && heap.get(child + 1).before(heap.get(child))) {
                child++;
            }
            if (!heap.get(child).before(place)) {
                break;
            }
            set(index, heap.get(child));
            index = child;
        }
        set(index, place);
    }

    private void set(int index, Place<T> place) {
        heap.set(index, place);
        place.index = index;
    }
}
