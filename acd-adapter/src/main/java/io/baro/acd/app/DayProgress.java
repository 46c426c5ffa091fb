package io.baro.acd.app;

import io.baro.acd.cli.Progress;
import io.baro.engine.rehearsal.Onlooker;

/** Tells a terminal how far a rehearsed day is, by the time in it. Never looks at what happens. Runs on: the rehearsal's thread. */
final class DayProgress implements Onlooker {
    private static final long DAY_MILLIS = 86_400_000;
    /** Looking at the clock costs more than a command that changes little. */
    private static final int EVERY = 1_024;

    private final Progress progress;
    private final long midnightMillis;
    private int commands;

    DayProgress(Progress progress, long midnightMillis) {
        this.progress = progress;
        this.midnightMillis = midnightMillis;
    }

    @Override
    public void afterCommand(long timeMillis) {
        if (++commands % EVERY == 0) {
            progress.at(timeMillis - midnightMillis, DAY_MILLIS);
        }
    }
}
