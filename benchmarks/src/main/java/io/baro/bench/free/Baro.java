package io.baro.bench.free;

import io.baro.bench.BaroServer;
import io.baro.bench.SmallCentre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The distribution's process with a configuration for the real PBX. One process for all rounds, as a centre's engine runs for months:
 * between them it is stopped (SIGSTOP) and its sessions are cut. Never in this JVM. Runs on: the rig's thread.
 */
final class Baro implements Rival {
    private static final int HTTP_PORT = 29400;
    private static final long RELINK_SECONDS = 60;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String CONNECTS = "baro_link_connects_total";

    private static final String READY_AGENTS = "baro_agents{centre=\"seoul\",state=\"ready\"}";

    private final RealPbx pbx;
    private final int agents;
    private final BaroServer server;

    /** How often it had linked up when it was stopped. */
    private double sessions;

    Baro(Path projectRoot, RealPbx pbx, int agents) throws IOException {
        this.pbx = pbx;
        this.agents = agents;
        Path directory = Files.createDirectories(pbx.directory().resolve("baro"));
        writeConfiguration(directory, agents);
        server = BaroServer.start(projectRoot, directory, HTTP_PORT, Map.of());
        server.awaitReady();
        disconnect();
    }

    @Override
    public String name() {
        return "baro";
    }

    @Override
    public String callersAddress() {
        return "127.0.0.1";
    }

    @Override
    public void connect() throws IOException {
        server.signal("CONT");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RELINK_SECONDS);
        while (server.metric(CONNECTS) < sessions + 1
                || server.page("/ready").isEmpty()
                || server.metric(READY_AGENTS) < agents) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Baro did not link up again with all agents ready after its sessions were cut");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void disconnect() throws IOException {
        sessions = server.metric(CONNECTS);
        server.signal("STOP");
        pbx.cut("acd-ev");
        pbx.cut("acd-act");
    }

    @Override
    public void close() throws IOException {
        server.signal("CONT");
        server.close();
    }

    private static void writeConfiguration(Path directory, int agents) throws IOException {
        Files.writeString(directory.resolve("ev.secret"), "test-events\n");
        Files.writeString(directory.resolve("act.secret"), "test-actions\n");
        Files.writeString(directory.resolve("baro.yaml"), """
                http: { host: 127.0.0.1, port: %d }
                state_dir: state
                journal: memory
                offer: { ring: 20s, policy: { no_answer: { limit: 0 } } }
                agent: { wrap_up: 0s, busy_pause: 15s }
                limits: { calls: 20000 }
                pbxs:
                  - name: seoul
                    host: 127.0.0.1
                    port: %d
                    system_name: seoul-7f3a9c
                    events: { user: acd-ev, secret_file: ev.secret }
                    actions: { user: acd-act, secret_file: act.secret }
                """.formatted(HTTP_PORT, RealPbx.AMI_PORT));
        // Everybody goes straight to an agent, as the rivals' callers do.
        Files.writeString(directory.resolve("rules.yaml"), """
                version: 1
                max_boost: 15m
                rules:
                  - name: everybody-straight-to-agent
                    when: caller.contacts(24h) >= 0
                    then: { route: agent }
                """);
        SmallCentre.write(directory, agents, "");
    }
}
