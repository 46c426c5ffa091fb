package io.baro.engine.line;

/**
 * One owner's place in a {@link Line}: where it sorts and where it stands. Owned by its owner, moved only by the line. Runs on:
 * routing thread.
 *
 * @param <T> who stands here
 */
public final class Place<T> {
    static final int ABSENT = -1;

    private final T owner;
    long key;
    long tie;
    long id;
    int index = ABSENT;

    /** A place outside every line. */
    public Place(T owner) {
        this.owner = owner;
    }

    /** Who stands here. */
    public T owner() {
        return owner;
    }

    /** The first ordering key, in the line's own unit. */
    public long key() {
        return key;
    }

    /** The second ordering key. */
    public long tie() {
        return tie;
    }

    /** Whether it sorts behind these keys. */
    public boolean isAfter(long otherKey, long otherTie, long otherId) {
        return compare(otherKey, otherTie, otherId) > 0;
    }

    /** Whether it sorts ahead of these keys. */
    public boolean isBefore(long otherKey, long otherTie, long otherId) {
        return compare(otherKey, otherTie, otherId) < 0;
    }

    /** Whether the owner stands in a line now. */
    public boolean inLine() {
        return index != ABSENT;
    }

    /** Total order: key, then tie, then id, which no two places of one line share. */
    public boolean before(Place<T> other) {
        if (key != other.key) {
            return key < other.key;
        }
        return tie != other.tie ? tie < other.tie : id < other.id;
    }

    private int compare(long otherKey, long otherTie, long otherId) {
        if (key != otherKey) {
            return Long.compare(key, otherKey);
        }
        return tie != otherTie ? Long.compare(tie, otherTie) : Long.compare(id, otherId);
    }
}
