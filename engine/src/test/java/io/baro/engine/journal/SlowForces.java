package io.baro.engine.journal;

import java.nio.file.Path;

/** A journal on a disk whose every fsync takes its time. */
public final class SlowForces {
    private SlowForces() {}

    /** Opens the journal of that directory. */
    public static FileJournal open(Path directory, long millis) throws JournalException {
        FaultyDisk disk = new FaultyDisk();
        disk.slowMillis = millis;
        return FileJournal.open(
                directory,
                JournalSettings.standard(),
                () -> 0,
                new FileJournal.Surroundings(disk, System::currentTimeMillis, System::nanoTime));
    }
}
