package io.baro.engine.state;

/**
 * Takes every field of the router's state, each class naming its own once: {@code field = state.next(field)}. The same visit writes
 * a snapshot, puts one back and folds the state hash, so that none of them can know a field that another forgets. References go by id. Runs
 * on: routing thread, outside the hot path.
 */
public interface State {

    /** The field's value from now on: the one given, or the one that was written. */
    boolean next(boolean value);

    /** As {@link #next(boolean)}. */
    int next(int value);

    /** As {@link #next(boolean)}. */
    long next(long value);

    /** The first {@code count} elements, in place. */
    void next(byte[] values, int count);

    /** The end of a part: who reads fields other than were written does not come to it. */
    default void endOf(Part part) {
        if (next(part.mark) != part.mark) {
            throw new IllegalStateException("other fields were written before the end of " + part);
        }
    }

    /** As {@link #next(byte[], int)}. */
    default void next(int[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = next(values[i]);
        }
    }

    /** As {@link #next(byte[], int)}. */
    default void next(long[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = next(values[i]);
        }
    }

    /** A part of the state. */
    enum Part {
        PBXS(1),
        QUEUES(2),
        PROFILES(3),
        AGENTS(4),
        CALLS(5),
        RESERVATIONS(6),
        TIMERS(7),
        RULES(8),
        CONTACTS(9),
        ALL(10);

        /** No number or identifier looks like it. */
        private static final int SIGN = 0x5a17_0000;

        private final int mark;

        Part(int number) {
            mark = SIGN | number;
        }
    }
}
