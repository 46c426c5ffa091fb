package io.baro.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the oldest segments: those too old, and those that are too many, but never one that holds a command that recovery still
 * needs, nor the last. Runs on: journal thread, when a segment begins.
 */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Path directory;
    private final JournalSettings settings;
    private final LongSupplier lowestNeeded;

    Retention(Path directory, JournalSettings settings, LongSupplier lowestNeeded) {
        this.directory = directory;
        this.settings = settings;
        this.lowestNeeded = lowestNeeded;
    }

    /** Deletes what may go; a file that cannot be deleted stays until the next time. */
    void apply(long nowMillis) {
        try {
            List<SegmentFile> segments = SegmentFile.list(directory);
            long total = 0;
            for (SegmentFile segment : segments.subList(0, segments.size() - 1)) {
                total += Files.size(segment.path());
            }
            long needed = lowestNeeded.getAsLong();
            for (int i = 0; i + 1 < segments.size(); i++) {
                SegmentHeader next = segments.get(i + 1).header();
                boolean old = next.createdMillis() < nowMillis - settings.keepMillis();
                if (!old && total <= settings.keepBytes()) {
                    return;
                }
                if (next.firstSequence() > needed) {
                    tellIfTooLarge(total);
                    return;
                }
                total -= Files.size(segments.get(i).path());
                Files.delete(segments.get(i).path());
                LOG.info("journal: deleted {}, {}", segments.get(i).path(), old ? "too old" : "too much is kept");
            }
        } catch (IOException e) {
            LOG.warn("journal: cannot delete old files of {} ({})", directory, DiskTrouble.of(e));
        }
    }

    private void tellIfTooLarge(long total) {
        if (total > settings.keepBytes()) {
            LOG.warn(
                    "journal: {} holds {} MiB, more than journal_keep.size, all of it after the newest snapshot",
                    directory,
                    total >> 20);
        }
    }
}
