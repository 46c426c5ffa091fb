package io.baro.acd.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A small good configuration in a directory of a test, to be spoilt line by line. */
public final class ConfigurationDirectory {
    public static final Map<String, String> ENVIRONMENT = Map.of("EV", "secret-of-events", "ACT", "secret-of-actions");

    private static final String BARO = """
            http: { host: 127.0.0.1, port: 9400 }
            zone: Asia/Seoul
            pbxs:
              - name: seoul
                host: 127.0.0.1
                port: 5038
                system_name: seoul-7f3a9c
                events: { secret_env: EV }
                actions: { secret_env: ACT }
            """;
    private static final String QUEUES = """
            skills: [ko, contribution]
            queues:
              - { name: general, skills: { ko: 1 } }
              - { name: contribution, skills: { contribution: 3, ko: 1 } }
            entries:
              - { number: "15771000", queue: general }
            default_entry: general
            """;
    private static final String RULES = """
            version: 4
            max_boost: 15m
            rules:
              - name: senior
                when: caller.age >= 65
                then: { route: agent, boost: 3m, shed: never }
              - name: spike
                when: queue.ewt > 4m
                until: queue.ewt < 2m
                then: { offer: callback }
            """;
    private static final String AGENTS = """
            id,endpoint,centre,skills,auto_login
            1001,a1001,seoul,ko:9;contribution:5,yes
            1002,a1002,seoul,ko:9,no
            """;

    private final Path dir;

    public ConfigurationDirectory(Path dir) {
        this.dir = dir;
        write("baro.yaml", BARO);
        write("queues.yaml", QUEUES);
        write("rules.yaml", RULES);
        write("agents.csv", AGENTS);
        write("customers.csv", "number,birth_date\n01011112222,1950-01-01\n");
    }

    public Path path() {
        return dir;
    }

    public ConfigurationDirectory write(String file, String text) {
        try {
            Files.writeString(dir.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Replaces what must stand there once. */
    public ConfigurationDirectory replace(String file, String old, String text) {
        try {
            String before = Files.readString(dir.resolve(file));
            if (!before.contains(old)) {
                throw new IllegalArgumentException(file + " has no " + old);
            }
            return write(file, before.replace(old, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
