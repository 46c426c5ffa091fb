package io.baro.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of a write: what a process said is durable is there, whole and in order, each time. */
class KilledWriterTest {
    private static final int KILLS = 25;
    private static final int MOST_LINES = 60;
    private static final long SEED = 20_261_122;

    @TempDir
    Path folder;

    private long next;

    @Test
    void everythingSaidToBeDurableIsThereAfterEachOfManyKills() throws IOException {
        Path journal = folder.resolve("journal");
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            long durable = killAfter(1 + random.nextInt(MOST_LINES), journal);
            checkAll(journal, durable, kill);
        }
        assertTrue(JournalReader.open(journal).segments() > KILLS, "a segment a life at least");
    }

    /** The last sequence that the process had called durable. */
    private long killAfter(int lines, Path journal) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalWriterProcess.class.getName(),
                        journal.toString()))
                .redirectError(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "errors")))
                .start();
        long durable = -1;
        try (BufferedReader said = process.inputReader()) {
            assertEquals("began " + next, said.readLine(), "goes on where it was");
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                durable = sequenceOf(line, durable);
                lines--;
                if (lines == 0) {
                    // Process.destroyForcibly would close what it has said but nobody has read yet.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        process.onExit().join();
        return durable;
    }

    // The kill may cut the last line.
    private static long sequenceOf(String line, long before) {
        if (!line.matches("durable [0-9]+")) {
            return before;
        }
        return Math.max(before, Long.parseLong(line.substring("durable ".length())));
    }

    private void checkAll(Path journal, long durable, int kill) throws IOException {
        long[] read = {0};
        UnsafeBuffer expected = new UnsafeBuffer(new byte[512]);
        next = JournalReader.open(journal).read(0, (sequence, timeMillis, buffer, offset, length) -> {
            int size = JournalWriterProcess.fill(expected, sequence);
            assertEquals(read[0], sequence);
            assertEquals(3 * sequence, timeMillis);
            assertEquals(
                    new UnsafeBuffer(expected, 0, size),
                    new UnsafeBuffer(buffer, offset, length),
                    "command " + sequence + " after kill " + kill);
            read[0]++;
        });
        assertTrue(durable >= 0 && next > durable, "kill " + kill + ": durable " + durable + ", kept " + next);
    }
}
