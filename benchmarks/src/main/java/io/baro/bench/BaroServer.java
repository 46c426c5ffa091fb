package io.baro.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The distribution's own process, {@code bin/baro run}, on a configuration that somebody else wrote, and what its pages say. Never in
 * this JVM. Runs on: the rig's thread.
 */
public final class BaroServer implements AutoCloseable {
    private static final long READY_SECONDS = 120;
    private static final long STOP_SECONDS = 30;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Process process;
    private final int httpPort;
    private final Path log;
    private final long startedNanos;

    private BaroServer(Process process, int httpPort, Path log, long startedNanos) {
        this.process = process;
        this.httpPort = httpPort;
        this.log = log;
        this.startedNanos = startedNanos;
        // Whoever stops the rig leaves nobody behind.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
    }

    /**
     * Starts it; {@link #awaitReady} is the caller's.
     *
     * @param httpPort as its baro.yaml says
     * @param environment what it gets beside ours
     */
    public static BaroServer start(Path projectRoot, Path directory, int httpPort, Map<String, String> environment)
            throws IOException {
        Path log = directory.resolve("baro.log");
        ProcessBuilder builder = new ProcessBuilder(
                projectRoot.resolve("acd-adapter/target/baro/bin/baro").toString(),
                "run",
                "--config",
                directory.toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long startedNanos = System.nanoTime();
        return new BaroServer(builder.start(), httpPort, log, startedNanos);
    }

    /** Returns when {@code /ready} says so: linked and in step with each PBX; how long that took since the start, in nanoseconds. */
    public long awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (page("/ready").isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("Baro did not become ready:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return System.nanoTime() - startedNanos;
    }

    public long pid() {
        return process.pid();
    }

    /** Sends it a signal by its name, such as STOP. */
    public void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                .inheritIO()
                .start()
                .onExit()
                .join();
    }

    /** The sum of a metric's values, whatever their labels; 0 when there is none. */
    public double metric(String name) {
        return page("/metrics").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** What the page says; nothing when nobody answers, or not by 200. */
    public Optional<String> page(String path) {
        try {
            HttpURLConnection request = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + httpPort + path).toURL().openConnection();
            if (request.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (var body = request.getInputStream()) {
                return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }
}
