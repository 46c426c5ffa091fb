package io.baro.engine.runtime.single;

import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.routing.Behaviour;
import io.baro.engine.routing.Router;
import io.baro.engine.state.StateWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What releases have written, kept for ever under {@code src/test/resources/old-journals}, a directory each: {@code journal}, {@code
 * snapshots}, and {@code promises.txt}: the behaviour that wrote it, the next sequence, then {@code call caller queue rank} of each open
 * reservation.
 */
final class OldJournals {
    /** Set to a name, the test writes what this build writes into a new directory of that name. */
    static final String WRITE = "baro.old-journals.write";

    private static final Path SOURCE = Path.of("src", "test", "resources", "old-journals");
    private static final long SEED = 20_261_122;
    private static final int COMMANDS = 1_400;
    private static final int SNAPSHOT_AFTER = 900;
    private static final int GROUP = 20;
    private static final int LEAST_PROMISES = 5;

    private OldJournals() {}

    static List<Path> all() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(OldJournals.class.getResource("/old-journals"))
                .toURI());
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    /** A seeded day of nobody: commands of every kind, callers that are numbers from 0 to 49. */
    static void write(String name) throws IOException {
        Path folder = SOURCE.resolve(name);
        Files.createDirectories(folder);
        SnapshotFiles snapshots = new SnapshotFiles(folder.resolve("snapshots"));
        Router router = new Router(RecordedDay.LIMITS);
        List<RecordedDay.Command> day = promising();
        try (FileJournal journal =
                FileJournal.open(folder.resolve("journal"), JournalSettings.standard(), snapshots::lowestNeeded)) {
            for (int i = 0; i < day.size(); i++) {
                RecordedDay.Command command = day.get(i);
                int length = command.bytes().capacity();
                router.apply(command.timeMillis(), command.bytes(), 0, (time, decision, at, size) -> {});
                journal.append(i, command.timeMillis(), command.bytes(), 0, length);
                if (i % GROUP == 0) {
                    journal.flush();
                }
                if (i == SNAPSHOT_AFTER) {
                    StateWriter state = new StateWriter();
                    router.snapshot(i, state);
                    snapshots.write(state.buffer(), state.length());
                    snapshots.publish(i);
                }
            }
        }
        Files.delete(folder.resolve("journal").resolve("lock"));
        List<String> lines = new ArrayList<>(List.of("behaviour " + Behaviour.VERSION, "next " + day.size()));
        lines.addAll(promisesOf(router));
        Files.write(folder.resolve("promises.txt"), lines);
    }

    /** The first day from the seed on that leaves enough promises open. */
    private static List<RecordedDay.Command> promising() {
        for (long seed = SEED; ; seed++) {
            List<RecordedDay.Command> day = new RecordedDay(seed, COMMANDS).commands;
            Router router = new Router(RecordedDay.LIMITS);
            for (RecordedDay.Command command : day) {
                router.apply(command.timeMillis(), command.bytes(), 0, (time, decision, at, size) -> {});
            }
            if (router.center().reservations().size() >= LEAST_PROMISES) {
                return day;
            }
        }
    }

    static List<String> promisesOf(Router router) {
        var book = router.center().reservations();
        return IntStream.range(0, book.size())
                .mapToObj(book::at)
                .map(it -> it.id() + " " + it.callerKey() + " " + it.queueId() + " " + it.rank())
                .toList();
    }
}
