package io.baro.engine.traffic;

/**
 * Owns a surge: within {@code [fromMinute, toMinute)} of the day arrivals are multiplied. Immutable.
 *
 * @param percent 250: two and a half times the usual
 */
public record Spike(int fromMinute, int toMinute, int percent) {
    boolean covers(int minute) {
        return minute >= fromMinute && minute < toMinute;
    }
}
