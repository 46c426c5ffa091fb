package io.baro.bench.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one answered call as a real Asterisk 22 sent them, arrival to hang-up, in order; never changed. Read from the recordings
 * of the adapter's tests, which lie in the project that this class was built from. Any thread.
 */
public final class RecordedCall {
    private static final Path RECORDING = Path.of("acd-adapter/src/test/resources/ami/answered.ami");

    /** Of {@code benchmarks/target/lib/<jar>} or {@code benchmarks/target/classes}. */
    private static final int MOST_LEVELS_TO_ROOT = 4;

    private static final String END = "\r\n\r\n";
    private static final String EVENT = "Event: ";

    private RecordedCall() {}

    /** Each event with the blank line that ends it. */
    public static List<String> events() {
        String text = text();
        List<String> events = new ArrayList<>();
        boolean begun = false;
        for (String block : text.split(END, -1)) {
            String event = block.strip();
            begun |= event.startsWith(EVENT + "Newchannel");
            if (begun && event.startsWith(EVENT)) {
                events.add(event + END);
            }
        }
        return events;
    }

    /** Their bytes, one after the other. */
    public static byte[] bytes(List<String> events) {
        return String.join("", events).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text() {
        try {
            return Files.readString(root().resolve(RECORDING), StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            throw new UncheckedIOException("the recordings are read from the project's own tree", missing);
        }
    }

    private static Path root() {
        Path at;
        try {
            at = Path.of(RecordedCall.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a class path is made of addresses", impossible);
        }
        for (int level = 0; level < MOST_LEVELS_TO_ROOT; level++) {
            at = at.getParent();
            if (Files.exists(at.resolve(RECORDING))) {
                return at;
            }
        }
        throw new IllegalStateException("not run from a built project: no " + RECORDING + " above " + at);
    }
}
