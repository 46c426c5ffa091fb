package io.baro.engine.traffic;

import java.util.List;

/** Owns when one agent works: from login to logout, breaks between, milliseconds of the day. Immutable. */
public record WorkDay(long loginMillis, long logoutMillis, List<Break> breaks) {

    /** Owns one break and the reason number the agent gives for it. Immutable. */
    public record Break(long fromMillis, long toMillis, int reason) {}

    public WorkDay {
        breaks = List.copyOf(breaks);
    }

    /** Whether he is logged in and in no break. */
    public boolean worksAt(long millis) {
        if (millis < loginMillis || millis >= logoutMillis) {
            return false;
        }
        for (Break pause : breaks) {
            if (millis >= pause.fromMillis() && millis < pause.toMillis()) {
                return false;
            }
        }
        return true;
    }
}
