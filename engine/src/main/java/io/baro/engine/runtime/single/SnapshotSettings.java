package io.baro.engine.runtime.single;

import io.baro.engine.journal.SnapshotFiles;

/**
 * When snapshots are taken; the last one at an orderly stop in any case.
 *
 * @param everyCommands after so many commands: bounds what a recovery has to read
 * @param everyMillis or after so long, by the commands' own time, if any came
 */
public record SnapshotSettings(SnapshotFiles files, long everyCommands, long everyMillis) {
    /** A fresh process reads them again in a second or two; the model centre's whole day has a million. */
    private static final long COMMANDS = 250_000;

    private static final long TEN_MINUTES = 600_000;

    /** What fits the model centre: every ten minutes of the day. */
    public static SnapshotSettings standard(SnapshotFiles files) {
        return new SnapshotSettings(files, COMMANDS, TEN_MINUTES);
    }
}
