package io.baro.engine.rehearsal;

/**
 * Owns one change in an agent's day, as he means to make it. Immutable.
 *
 * @param atMillis epoch
 * @param reason the number he gives for a pause, else 0
 */
public record DutyChange(long atMillis, Kind kind, int reason) {
    /** What he does. */
    public enum Kind {
        LOGIN,
        PAUSE,
        READY,
        LOGOUT
    }
}
