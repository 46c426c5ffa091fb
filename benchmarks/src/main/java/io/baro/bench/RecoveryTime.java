package io.baro.bench;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.routing.Router;
import io.baro.engine.runtime.single.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The rig "recovery": how long a million journaled commands of the model centre's day take until the router is what it was, without any
 * snapshot, which is more than a start ever reads. Never in production. Runs on: the main thread.
 */
public final class RecoveryTime {
    private static final long COMMANDS = 1_000_000;
    private static final int GROUP = 500;
    private static final double NANOS_PER_SECOND = 1e9;

    /** A warm JVM reads faster; a start is not warm, so the first round counts and the others tell by how much. */
    private static final int ROUNDS = 3;

    private RecoveryTime() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of("").toAbsolutePath();
        Path directory = root.resolve("benchmarks/target/recovery");
        delete(directory);
        Files.createDirectories(directory);
        simulate(root, directory.resolve("day"));
        long hash = live(directory.resolve("day"), directory.resolve("journal"));
        double first = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            Recovery.Recovered recovered = new Recovery(
                            Limits.standard(),
                            new SnapshotFiles(directory.resolve("snapshots")),
                            JournalReader.open(directory.resolve("journal"))::read)
                    .run();
            double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
            first = round == 1 ? seconds : first;
            boolean same = recovered.router().stateHash() == hash && recovered.nextSequence() == COMMANDS;
            System.out.printf(Locale.ROOT, "round %d: %.2f s, hash %s%n", round, seconds, same ? "ok" : "other");
            if (!same) {
                System.exit(1);
            }
        }
        System.out.printf(Locale.ROOT, "recovery commands=%d seconds=%.2f hash=ok%n", COMMANDS, first);
    }

    /** The day's commands, as the distribution's own program records them. */
    private static void simulate(Path root, Path journal) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        root.resolve("acd-adapter/target/baro/bin/baro").toString(),
                        "simulate",
                        "--day",
                        root.resolve("config/nhis").toString(),
                        "--seed",
                        "7",
                        "--journal",
                        journal.toString(),
                        "--out",
                        journal.resolveSibling("report").toString())
                .redirectErrorStream(true)
                .redirectOutput(journal.resolveSibling("simulate.txt").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(journal.resolveSibling("simulate.txt")));
        }
    }

    /** Routes and journals the first of them once, as a node does; the state's hash when it is killed. */
    private static long live(Path day, Path journal) throws IOException {
        Router router = new Router(Limits.standard());
        try (FileJournal kept = FileJournal.open(journal, JournalSettings.standard(), () -> 0)) {
            JournalReader.open(day).read(0, (sequence, timeMillis, buffer, offset, length) -> {
                if (sequence < COMMANDS) {
                    router.apply(timeMillis, buffer, offset, (time, decision, at, size) -> {});
                    kept.append(sequence, timeMillis, buffer, offset, length);
                    if (sequence % GROUP == 0) {
                        kept.flush();
                    }
                }
            });
            kept.flush();
        }
        return router.stateHash();
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
