package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.baro.acd.config.ConfigurationDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code baro run} as a process of its own, which signals reach. Its log is a file that lives of the same directory share. */
final class RunProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path log;

    private RunProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static RunProcess start(Path dir) throws IOException {
        Path log = dir.resolve("baro.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--add-opens=java.base/java.util.zip=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--config",
                dir.toString()));
        builder.environment().putAll(ConfigurationDirectory.ENVIRONMENT);
        return new RunProcess(
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                log);
    }

    /** Waits until it has said that so many times in all its lives. */
    RunProcess awaitLine(String text, int times) throws IOException, InterruptedException {
        await(text, () -> said(text) >= times || !process.isAlive());
        assertTrue(said(text) >= times, () -> "ended without: " + text + "\n" + log());
        return this;
    }

    /** How many of its lines hold that text. */
    long said(String text) {
        return log().lines().filter(line -> line.contains(text)).count();
    }

    /** SIGTERM. */
    void terminate() {
        // Process.destroy would close what it writes to.
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), this::log);
        return process.exitValue();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("no " + what);
            }
            Thread.sleep(5);
        }
    }
}
