package io.baro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Records the pauses of the garbage collector in this process, by JFR's own events. One thread. */
public final class GcPauses implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Recording recording = new Recording();

    /** What was seen. */
    public record Seen(int count, double maxMillis) {}

    public GcPauses() {
        recording.enable("jdk.GCPhasePause").withThreshold(Duration.ZERO);
        recording.start();
    }

    /** Ends the recording. */
    public Seen stop() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("gc", ".jfr");
        recording.dump(file);
        int count = 0;
        long most = 0;
        for (RecordedEvent pause : RecordingFile.readAllEvents(file)) {
            count++;
            most = Math.max(most, pause.getDuration().toNanos());
        }
        Files.delete(file);
        return new Seen(count, most / NANOS_PER_MILLI);
    }

    @Override
    public void close() {
        recording.close();
    }
}
