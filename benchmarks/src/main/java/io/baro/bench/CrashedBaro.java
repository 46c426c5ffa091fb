package io.baro.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One life of a Baro that is going to be killed: the real process, {@code baro run}, on a state directory that outlives it. While it
 * lives a thread of its own reads what it says of itself. Never in this JVM. Made and ended on the rig's thread.
 */
final class CrashedBaro {
    /** Fixed, beside those of the other rigs: the process has the whole file before its PBX is known. */
    private static final int HTTP_PORT = 29_401;

    /** A start takes two seconds; a machine that builds beside it at nice 19 once took more than two minutes. */
    private static final long READY_SECONDS = 600;

    private static final long STOP_SECONDS = 60;
    /** Longer than the asking of the PBX about a call that is silent. */
    private static final long IDLE_SECONDS = 180;

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** The page is read while calls move: for an instant its terms are of different moments (CallTally). */
    private static final int PERSISTENT_POLLS = 3;

    private static final String DURABLE = "baro_journal_durable_sequence ";
    private static final String IN_PROGRESS = "baro_calls_in_progress{";
    private static final String IDENTITY = "baro_identity_holds ";

    /**
     * As bin/baro starts it, but for what makes a start quick: a life of seconds is not worth the second compiler, and classes come
     * out of an archive that the first orderly end writes.
     */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+AutoCreateSharedArchive",
            "-Xmx1g",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-opens=java.base/java.util.zip=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final Path log;
    private volatile long durable = -1;
    private volatile boolean identityBroken;
    private volatile boolean idle;
    /** Of the watch alone. */
    private int brokenPolls;

    private CrashedBaro(Process process, Path log) {
        this.process = process;
        this.log = log;
        // Whoever stops the rig leaves nobody behind.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        Thread.ofPlatform().name("crash-watch").daemon().start(this::watch);
    }

    /** Writes the configuration: one PBX, a line that overflows, callbacks for whoever waits in it. */
    static void configure(Path directory, int amiPort, int agents) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("ev.secret"), CrashLoad.SECRET + "\n");
        Files.writeString(directory.resolve("act.secret"), CrashLoad.SECRET + "\n");
        // The whole journal is kept: 10 GiB and 30 days are the defaults.
        Files.writeString(directory.resolve("baro.yaml"), """
                http: { host: 127.0.0.1, port: %d }
                state_dir: state
                journal: file
                offer: { ring: 2s, grace: 1s, policy: { no_answer: { limit: 0 } } }
                agent: { wrap_up: 0s, busy_pause: 1s }
                limits: { calls: %d }
                pbxs:
                  - name: seoul
                    host: 127.0.0.1
                    port: %d
                    system_name: seoul-7f3a9c
                    events: { user: acd-ev, secret_file: ev.secret }
                    actions: { user: acd-act, secret_file: act.secret }
                """.formatted(HTTP_PORT, CrashWitness.CALL_LIMIT, amiPort));
        Files.writeString(directory.resolve("rules.yaml"), """
                version: 1
                max_boost: 15m
                rules:
                  - name: everybody-straight-to-agent
                    when: caller.contacts(24h) >= 0
                    then: { route: agent }
                  - name: callback-for-whoever-waits
                    when: queue.waiting >= 3
                    then: { offer: callback }
                """);
        SmallCentre.write(directory, agents, "callback_desk: { retry: { busy: 3s, no_answer: 5s, trunk: 1s } }\n");
    }

    static CrashedBaro start(Path directory) throws IOException {
        Path log = directory.resolve("baro.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.add("-XX:SharedArchiveFile=" + directory.resolve("classes.jsa"));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.baro.acd.app.Main",
                "run",
                "--config",
                "" + directory));
        return new CrashedBaro(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                log);
    }

    /** Returns when {@code /ready} says so: linked and in step with the PBX. */
    void awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (page("/ready").isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                kill();
                throw new IllegalStateException("Baro did not become ready, see " + log);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Returns when no call is in progress any more. */
    void awaitIdle() {
        idle = false;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
        while (!idle && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** SIGKILL: no word to anybody. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM; the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        return process.exitValue();
    }

    /** The last command that it said was durable; -1: it never said. */
    long durable() {
        return durable;
    }

    /** Whether its own account of calls ever did not add up. */
    boolean identityBroken() {
        return identityBroken;
    }

    private void watch() {
        while (process.isAlive()) {
            page("/metrics").ifPresent(this::read);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void read(String metrics) {
        double inProgress = 0;
        for (String line : metrics.lines().toList()) {
            double value = line.startsWith("#") ? 0 : Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            if (line.startsWith(DURABLE)) {
                durable = (long) value;
            } else if (line.startsWith(IDENTITY)) {
                brokenPolls = value == 1 ? 0 : brokenPolls + 1;
                identityBroken |= brokenPolls >= PERSISTENT_POLLS;
            } else if (line.startsWith(IN_PROGRESS)) {
                inProgress += value;
            }
        }
        idle = inProgress == 0;
    }

    /** What the page says; nothing when nobody answers, or not by 200. */
    private static Optional<String> page(String path) {
        try {
            HttpURLConnection request = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + HTTP_PORT + path).toURL().openConnection();
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
}
