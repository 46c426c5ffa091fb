package io.baro.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The distribution's own process under test, with a configuration for one real PBX. Never in this JVM. Runs on: the rig's thread. */
final class BaroServer implements AutoCloseable {
    private static final int HTTP_PORT = 29400;
    private static final long READY_SECONDS = 30;
    private static final long STOP_SECONDS = 10;

    private final Process process;

    private BaroServer(Process process) {
        this.process = process;
    }

    static BaroServer start(Path projectRoot, Path directory, int agents) throws IOException {
        writeConfiguration(Files.createDirectories(directory), agents);
        Path program = projectRoot.resolve("acd-adapter/target/baro/bin/baro");
        Path log = directory.resolve("baro.log");
        Process process = new ProcessBuilder(program.toString(), "run", "--config", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        BaroServer server = new BaroServer(process);
        server.awaitReady(log);
        return server;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }

    private static void writeConfiguration(Path directory, int agents) throws IOException {
        Files.writeString(directory.resolve("ev.secret"), "test-events\n");
        Files.writeString(directory.resolve("act.secret"), "test-actions\n");
        Files.writeString(directory.resolve("baro.yaml"), """
                http: { host: 127.0.0.1, port: %d }
                state_dir: state
                journal: memory
                offer: { ring: 20s }
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

    private void awaitReady(Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("Baro did not become ready:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean isReady() {
        try {
            HttpURLConnection request = (HttpURLConnection) URI.create("http://127.0.0.1:" + HTTP_PORT + "/ready")
                    .toURL()
                    .openConnection();
            return request.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
