package io.baro.acd.records;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.routing.Router;
import io.baro.engine.routing.Snapshot;
import io.baro.engine.routing.SnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a router can begin to go over a journal again: with nothing at its first command, or with a snapshot, the running Baro's or one of
 * the records' own. Only reads. One thread.
 */
final class RouterStarts {
    private static final Logger LOG = LoggerFactory.getLogger(RouterStarts.class);
    private static final Pattern NAME = Pattern.compile("\\d{19}\\.snapshot");
    private static final int SEQUENCE_DIGITS = 19;

    private final Limits limits;
    private final Path journal;
    private final List<Path> directories;

    /**
     * A router as it was.
     *
     * @param sequence of the last command that it holds; -1: none
     */
    record Start(Router router, long sequence) {}

    private record Kept(Path file, long sequence) {}

    RouterStarts(Limits limits, Path journal, List<Path> directories) {
        this.limits = limits;
        this.journal = journal;
        this.directories = List.copyOf(directories);
    }

    /** The last one that is not beyond that command. Empty: the journal does not go so far back. */
    Optional<Start> latestUpTo(long position) throws IOException {
        long first = JournalReader.open(journal).firstSequence();
        List<Kept> kept = kept(first);
        kept.sort(Comparator.comparingLong(Kept::sequence).reversed());
        for (Kept candidate : kept) {
            Optional<Start> start = candidate.sequence() <= position ? restored(candidate) : Optional.empty();
            if (start.isPresent()) {
                return start;
            }
        }
        return first <= 0 ? Optional.of(new Start(new Router(limits), -1)) : Optional.empty();
    }

    /** The first of all from which the journal goes on. Empty: there is none yet. */
    Optional<Start> earliest() throws IOException {
        long first = JournalReader.open(journal).firstSequence();
        if (first <= 0) {
            return Optional.of(new Start(new Router(limits), -1));
        }
        List<Kept> kept = kept(first);
        kept.sort(Comparator.comparingLong(Kept::sequence));
        for (Kept candidate : kept) {
            Optional<Start> start = restored(candidate);
            if (start.isPresent()) {
                return start;
            }
        }
        return Optional.empty();
    }

    /** All snapshots after which the journal goes on. */
    private List<Kept> kept(long first) throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    files.filter(file ->
                                    NAME.matcher(file.getFileName().toString()).matches())
                            .map(file -> new Kept(file, sequenceOf(file)))
                            .filter(candidate -> candidate.sequence() + 1 >= first)
                            .forEach(kept::add);
                }
            }
        }
        return kept;
    }

    private Optional<Start> restored(Kept kept) throws IOException {
        try {
            UnsafeBuffer bytes = new UnsafeBuffer(Files.readAllBytes(kept.file()));
            if (Snapshot.of(bytes, 0, bytes.capacity()).position() != kept.sequence()) {
                return Optional.empty();
            }
            return Optional.of(new Start(Router.restored(limits, bytes, 0, bytes.capacity()), kept.sequence()));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        } catch (SnapshotException e) {
            LOG.warn("records: {} skipped: {}", kept.file(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Of the last command that the snapshot of that name holds. */
    static long sequenceOf(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, SEQUENCE_DIGITS));
    }
}
