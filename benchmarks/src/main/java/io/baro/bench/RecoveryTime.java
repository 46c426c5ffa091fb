package io.baro.bench;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.routing.Router;
import io.baro.engine.runtime.single.Recovery;
import io.baro.engine.runtime.single.SnapshotSettings;
import io.baro.engine.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The rig "recovery": how long a million journaled commands of the model centre's day take until the router is what it was: as a node does
 * it, from its last snapshot on, at the moment when the next one was due; and without any snapshot, which is more than a start ever reads.
 * Each time in a process that has just begun, as a start is. Never in production. Runs on: the main thread.
 */
public final class RecoveryTime {
    private static final long COMMANDS = 1_000_000;
    private static final long EVERY = SnapshotSettings.standard(null).everyCommands();
    private static final int GROUP = 500;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int ROUNDS = 3;

    private RecoveryTime() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of("").toAbsolutePath().resolve("benchmarks/target/recovery");
        if (args.length == 2) {
            recover(directory, args[0], Long.parseLong(args[1]));
            return;
        }
        delete(directory);
        Files.createDirectories(directory);
        simulate(Path.of("").toAbsolutePath(), directory.resolve("day"));
        long hash = live(directory);
        measure("without a snapshot, 1000000 commands read", "no-snapshots", hash);
        double asANode = measure("as a node does it, snapshot and " + EVERY + " commands read", "snapshots", hash);
        System.out.printf(Locale.ROOT, "recovery commands=%d seconds=%.2f hash=ok%n", COMMANDS, asANode);
    }

    /** The median of fresh processes, each of which says its seconds. */
    private static double measure(String what, String snapshots, long hash) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of(
                    "-cp", System.getProperty("java.class.path"), RecoveryTime.class.getName(), snapshots, "" + hash));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                System.out.print(said);
                System.exit(1);
            }
            seconds.add(Double.parseDouble(said.strip()));
        }
        seconds.sort(null);
        System.out.printf(Locale.ROOT, "%s: %s s, hash ok%n", what, seconds);
        return seconds.get(ROUNDS / 2);
    }

    private static void recover(Path directory, String snapshots, long hash) throws IOException {
        long began = System.nanoTime();
        Recovery.Recovered recovered = new Recovery(
                        Limits.standard(),
                        new SnapshotFiles(directory.resolve(snapshots)),
                        JournalReader.open(directory.resolve("journal"))::read)
                .run();
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        if (recovered.router().stateHash() != hash || recovered.nextSequence() != COMMANDS) {
            System.out.printf(Locale.ROOT, "other state after %d commands%n", recovered.nextSequence());
            System.exit(1);
        }
        System.out.printf(Locale.ROOT, "%.2f%n", seconds);
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

    /** Routes and journals the first of them once, with the snapshots that a node takes on its way; the state's hash at the end. */
    private static long live(Path directory) throws IOException {
        Router router = new Router(Limits.standard());
        SnapshotFiles snapshots = new SnapshotFiles(directory.resolve("snapshots"));
        try (FileJournal kept =
                FileJournal.open(directory.resolve("journal"), JournalSettings.standard(), snapshots::lowestNeeded)) {
            JournalReader.open(directory.resolve("day")).read(0, (sequence, timeMillis, buffer, offset, length) -> {
                if (sequence < COMMANDS) {
                    router.apply(timeMillis, buffer, offset, (time, decision, at, size) -> {});
                    kept.append(sequence, timeMillis, buffer, offset, length);
                    if (sequence % GROUP == 0) {
                        kept.flush();
                    }
                }
                if ((sequence + 1) % EVERY == 0 && sequence + 1 < COMMANDS) {
                    publish(router, sequence, snapshots);
                }
            });
            kept.flush();
        }
        return router.stateHash();
    }

    private static void publish(Router router, long sequence, SnapshotFiles snapshots) {
        StateWriter state = new StateWriter();
        router.snapshot(sequence, state);
        try {
            snapshots.write(state.buffer(), state.length());
            snapshots.publish(sequence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
