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
}
