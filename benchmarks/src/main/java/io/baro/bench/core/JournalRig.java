package io.baro.bench.core;

import io.baro.bench.ProjectFolder;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The rig "journal": from a command's append until it is durable, one alone and a hundred in one group, against a bare write and fdatasync of
 * as many bytes into a file of zeroes, in turn on the same disk. Never in production. Runs on: the main thread.
 */
public final class JournalRig {
    private static final int ROUNDS = 7;
    private static final int COMMITS = 400;
    private static final int QUICK_COMMITS = 100;
    private static final int GROUP = 100;

    /** What a frame has around its command (docs/journal.md). */
    private static final int FRAME_BYTES = 32;

    private static final int BARE_FILE_BYTES = 64 << 20;
    private static final double NANOS_PER_MICRO = 1e3;

    private final CentrePen pen = new CentrePen();
    private final int commits;
    private final int commandBytes;
    private final ByteBuffer bytes;
    private long sequence;
    private long position;

    private JournalRig(int commits) {
        this.commits = commits;
        pen.waiting(1L << 56, 4711, 44, 3);
        commandBytes = pen.length();
        bytes = ByteBuffer.allocateDirect(GROUP * (FRAME_BYTES + commandBytes));
    }

    public static void main(String[] args) throws IOException {
        new JournalRig(Arrays.asList(args).contains("--quick") ? QUICK_COMMITS : COMMITS).measure();
    }

    private void measure() throws IOException {
        Path directory = Files.createTempDirectory(
                Files.createDirectories(ProjectFolder.find().resolve("benchmarks/target")), "journal");
        Path bareFile = directory.resolve("bare");
        double[] ratios = new double[ROUNDS];
        double[] groupRatios = new double[ROUNDS];
        Histogram durable = new Histogram(3);
        Histogram bare = new Histogram(3);
        try (FileJournal journal = FileJournal.open(directory.resolve("journal"), JournalSettings.standard(), () -> 0);
                FileChannel file = zeroes(bareFile)) {
            commit(journal, 1);
            write(file, 1);
            for (int round = 0; round < ROUNDS; round++) {
                Histogram one = commit(journal, 1);
                Histogram floor = write(file, 1);
                Histogram group = commit(journal, GROUP);
                durable.add(one);
                bare.add(floor);
                ratios[round] = one.getValueAtPercentile(50) / (double) floor.getValueAtPercentile(50);
                groupRatios[round] = group.getValueAtPercentile(50) / (double) one.getValueAtPercentile(50);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: durable p50 %.1f us, bare %.1f us, %d in one group %.1f us%n",
                        round + 1,
                        micros(one, 50),
                        micros(floor, 50),
                        GROUP,
                        micros(group, 50));
            }
        }
        Arrays.sort(ratios);
        Arrays.sort(groupRatios);
        System.out.printf(
                Locale.ROOT,
                "journal durable_p50_us=%.1f durable_p99_us=%.1f bare_fdatasync_p50_us=%.1f ratio=%.2f group_of_%d_ratio=%.2f%n",
                micros(durable, 50),
                micros(durable, 99),
                micros(bare, 50),
                ratios[ROUNDS / 2],
                GROUP,
                groupRatios[ROUNDS / 2]);
    }

    private Histogram commit(FileJournal journal, int group) {
        Histogram times = new Histogram(3);
        for (int i = 0; i < commits; i++) {
            long began = System.nanoTime();
            for (int command = 0; command < group; command++) {
                journal.append(sequence++, 1_750_000_000_000L, pen.buffer(), 0, commandBytes);
            }
            journal.flush();
            times.recordValue(System.nanoTime() - began);
        }
        if (journal.durableSequence() != sequence - 1) {
            throw new IllegalStateException("the journal does not keep what it was given");
        }
        return times;
    }

    private Histogram write(FileChannel file, int group) throws IOException {
        Histogram times = new Histogram(3);
        for (int i = 0; i < commits; i++) {
            long began = System.nanoTime();
            bytes.clear().limit(group * (FRAME_BYTES + commandBytes));
            position += file.write(bytes, position);
            file.force(false);
            times.recordValue(System.nanoTime() - began);
        }
        return times;
    }

    private static FileChannel zeroes(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        file.write(ByteBuffer.allocate(BARE_FILE_BYTES));
        file.force(true);
        return file;
    }

    private static double micros(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }
}
