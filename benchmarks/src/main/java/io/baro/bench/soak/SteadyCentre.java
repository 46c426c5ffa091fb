package io.baro.bench.soak;

import io.baro.bench.SmallCentre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The configuration of a Baro under {@link SteadyCalls}: one centre, whose callers go straight to an agent, and a journal on the disk. */
final class SteadyCentre {
    private SteadyCentre() {}

    /** Makes the directory, empty. */
    static void begin(Path directory) throws IOException {
        delete(directory);
        Files.createDirectories(directory);
    }

    static void configure(Path directory, int httpPort, int amiPort) throws IOException {
        Files.writeString(directory.resolve("pbx.secret"), SteadyCalls.SECRET + "\n");
        // So little is kept that a run of half an hour sees old segments go.
        Files.writeString(directory.resolve("baro.yaml"), """
                http: { host: 127.0.0.1, port: %d }
                state_dir: state
                journal: file
                journal_keep: { age: 1d, size: 256M }
                offer: { ring: 20s }
                agent: { wrap_up: 0s, busy_pause: 1s }
                limits: { calls: 20000 }
                pbxs:
                  - name: seoul
                    host: 127.0.0.1
                    port: %d
                    system_name: seoul-7f3a9c
                    events: { user: acd-ev, secret_file: pbx.secret }
                    actions: { user: acd-act, secret_file: pbx.secret }
                """.formatted(httpPort, amiPort));
        Files.writeString(directory.resolve("rules.yaml"), """
                version: 1
                max_boost: 15m
                rules:
                  - name: everybody-straight-to-agent
                    when: caller.contacts(24h) >= 0
                    then: { route: agent }
                """);
        SmallCentre.write(directory, SteadyCalls.AGENTS, "");
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
