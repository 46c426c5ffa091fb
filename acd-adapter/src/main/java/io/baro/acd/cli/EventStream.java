package io.baro.acd.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Server-sent events, read one by one. Never reconnects. Runs on: main thread. */
final class EventStream implements AutoCloseable {
    private final BufferedReader lines;

    EventStream(InputStream stream) {
        lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /**
     * One event.
     *
     * @param data JSON, on one line
     */
    record Event(String name, String data) {
        /** The event as a line of JSON. */
        String json() {
            return "{\"event\":\"" + name + "\",\"data\":" + (data.isEmpty() ? "null" : data) + "}";
        }
    }

    /** Waits for the next one; empty: the server ended the stream. */
    Optional<Event> next() throws IOException {
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !name.isEmpty()) {
                return Optional.of(new Event(name, data.toString()));
            }
            if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("data:")) {
                // JSON may be broken between its words only.
                data.append(data.isEmpty() ? "" : " ").append(value(line));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
