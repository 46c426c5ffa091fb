package io.baro.bench.socket;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a process has used of the cores, all its threads: that says how much it could do when the machine is not ours alone. Any thread. */
final class CpuTime {
    private CpuTime() {}

    /** Nanoseconds since its threads began. */
    static long nanos(long pid) throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                sum += ofThread(thread);
            }
        }
        return sum;
    }

    /** A thread may end while it is looked at. */
    private static long ofThread(Path thread) throws IOException {
        try {
            String said = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(said.substring(0, said.indexOf(' ')));
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
