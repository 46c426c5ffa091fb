package io.baro.bench.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts whole processes on cores, with all the threads they have and will have. Any thread. */
final class Cores {
    private Cores() {}

    static void pin(long pid, String cores) throws IOException {
        try {
            int failed = new ProcessBuilder("taskset", "-a", "-c", "-p", cores, "" + pid)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (failed != 0) {
                throw new IOException("taskset could not put process " + pid + " on core " + cores);
            }
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
            throw new IOException(impossible);
        }
    }

    static int count() throws IOException {
        return Files.readString(Path.of("/proc/cpuinfo")).split("(?m)^processor\\s*:", -1).length - 1;
    }
}
