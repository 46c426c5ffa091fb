package io.baro.acd.records;

import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.SnapshotFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done beside writing rows: old records deleted once an hour, the records' router kept every ten minutes, and one of each day as
 * long as the journal goes on from there, so that all of the journal can be gone over again. Runs on: the records' thread.
 */
final class RecordChores {
    private static final Logger LOG = LoggerFactory.getLogger(RecordChores.class);
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    /** As often as the running Baro takes its snapshots: a start then reads some minutes of the journal again. */
    private static final long KEEP_MILLIS = Duration.ofMinutes(10).toMillis();

    private final RecordPlaces places;
    private final Duration retention;
    private final RecordFigures figures;
    private final LongSupplier epochMillis;
    private long deleteMillis;
    private long keepMillis;
    private long keptSequence = -1;

    RecordChores(RecordPlaces places, Duration retention, RecordFigures figures, LongSupplier epochMillis) {
        this.places = places;
        this.retention = retention;
        this.figures = figures;
        this.epochMillis = epochMillis;
        keepMillis = epochMillis.getAsLong() + KEEP_MILLIS;
    }

    /** All is written for now. */
    void whileIdle(RecordTables tables, Projector projector) throws SQLException {
        long now = epochMillis.getAsLong();
        if (now >= deleteMillis) {
            deleteMillis = now + HOUR_MILLIS;
            figures.deletedMore(new Retention(tables).deleteBefore(now - retention.toMillis()));
        }
        if (now >= keepMillis) {
            keep(projector, now);
        }
    }

    /** The last time. */
    void atTheEnd(Projector projector) {
        keep(projector, epochMillis.getAsLong());
    }

    /** A failure costs a longer way at the next start, nothing else. */
    private void keep(Projector projector, long now) {
        keepMillis = now + KEEP_MILLIS;
        if (!projector.isLevel() || projector.written() == keptSequence) {
            return;
        }
        try {
            SnapshotFiles files = new SnapshotFiles(places.own());
            projector.keep(files);
            keptSequence = projector.written();
            keepDaily(files.newestFirst().getFirst().file(), now);
        } catch (IOException e) {
            LOG.warn("records: their router is not kept, the next start reads further back: {}", e.getMessage());
        }
    }

    private void keepDaily(Path newest, long now) throws IOException {
        Files.createDirectories(places.daily());
        List<Path> daily = new ArrayList<>();
        try (Stream<Path> files = Files.list(places.daily())) {
            files.forEach(daily::add);
        }
        Collections.sort(daily);
        boolean due =
                daily.isEmpty() || Files.getLastModifiedTime(daily.getLast()).toMillis() <= now - DAY_MILLIS;
        if (due) {
            try {
                Files.createLink(places.daily().resolve(newest.getFileName()), newest);
            } catch (FileAlreadyExistsException sameCommand) {
                // Nothing was recorded since.
            }
        }
        long first = JournalReader.open(places.journal()).firstSequence();
        for (Path old : daily) {
            if (RouterStarts.sequenceOf(old) + 1 < first) {
                Files.delete(old);
            }
        }
    }
}
