package io.baro.acd.real;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The distribution's own process, as in production. Never in this JVM. Runs on: the test's thread. */
final class BaroProcess implements AutoCloseable {
    private static final String SKILLS = "skills: { ko: 1 }";
    private static final int HTTP_PORT = 19400;
    private static final Path PROGRAM = Path.of("target/baro/bin/baro").toAbsolutePath();
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final Path log;

    private BaroProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Writes the configuration and starts; returns when {@code /ready} says so.
     *
     * @param agents lines of agents.csv under the heading
     * @param rules the list under {@code rules:}
     */
    static BaroProcess start(Path directory, int amiPort, String agents, String rules) throws IOException {
        return start(directory, pbx("seoul", amiPort), "skills: { ko: 1 }", agents, rules);
    }

    /** The same; several phones ring for a call of line general, as these terms of it say. */
    static BaroProcess startRinging(Path directory, int amiPort, String terms, String agents, String rules)
            throws IOException {
        String general = "skills: { ko: 1 }, " + terms;
        return start(directory, pbx("seoul", amiPort), general, agents, rules);
    }

    /** The same with two PBXs; calls of line general may go to agents of either. */
    static BaroProcess startOfBoth(Path directory, String agents, String rules) throws IOException {
        String pbxs = pbx("seoul", RealAsterisk.Centre.SEOUL.amiPort) + pbx("busan", RealAsterisk.Centre.BUSAN.amiPort);
        String general = "skills: { ko: 1 }, ladder: [ { after: 60s, centres: all } ]";
        return start(directory, pbxs, general, agents, rules);
    }

    private static String pbx(String name, int amiPort) {
        return """
              - name: %s
                host: 127.0.0.1
                port: %d
                system_name: %s-7f3a9c
                events: { user: acd-ev, secret_file: ev.secret }
                actions: { user: acd-act, secret_file: act.secret }
            """.formatted(name, amiPort, name).indent(2);
    }

    /** How callbacks are made: terms of callback_desk, and of the queue after its skills. */
    record Desk(String terms, String queue) {}

    /** The same with a journal on disk; callbacks are tried as these terms of callback_desk and of the queue say. */
    static BaroProcess startCalling(Path directory, Desk desk, String agents, String rules) throws IOException {
        keep(directory, RealAsterisk.AMI_PORT, SKILLS + desk.queue(), agents, rules);
        Path queues = directory.resolve("queues.yaml");
        Files.writeString(queues, Files.readString(queues) + "callback_desk: " + desk.terms() + "\n");
        return restart(directory);
    }

    /** The same, begun again in a time zone. */
    static BaroProcess restartIn(Path directory, String zone) throws IOException {
        Path file = directory.resolve("baro.yaml");
        Files.writeString(file, Files.readString(file) + "zone: \"" + zone + "\"\n");
        return restart(directory);
    }

    /** The same with a journal on disk, begun anew: a restart has the state of before. */
    static BaroProcess startKeeping(Path directory, int amiPort, String agents, String rules) throws IOException {
        keep(directory, amiPort, SKILLS, agents, rules);
        return restart(directory);
    }

    private static void keep(Path directory, int amiPort, String general, String agents, String rules)
            throws IOException {
        write(directory, pbx("seoul", amiPort), general, agents, rules);
        Path file = directory.resolve("baro.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("journal: memory", "journal: file")
                        .replace(
                                "state_dir: state",
                                "state_dir: "
                                        + Files.createTempDirectory(directory, "state-")
                                                .getFileName()));
    }

    private static BaroProcess start(Path directory, String pbxs, String general, String agents, String rules)
            throws IOException {
        write(directory, pbxs, general, agents, rules);
        return restart(directory);
    }

    private static void write(Path directory, String pbxs, String general, String agents, String rules)
            throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("ev.secret"), "test-events\n");
        Files.writeString(directory.resolve("act.secret"), "test-actions\n");
        Files.writeString(directory.resolve("baro.yaml"), """
            http: { host: 127.0.0.1, port: %d }
            state_dir: state
            journal: memory
            offer: { ring: 2s }
            agent: { wrap_up: 0s, busy_pause: 15s }
            limits: { calls: 20000 }
            pbxs:
            """.formatted(HTTP_PORT) + pbxs);
        Files.writeString(directory.resolve("queues.yaml"), """
            skills: [ko]
            queues:
              - { name: general, %s }
              - { name: contribution, skills: { ko: 1 } }
              - { name: benefits, skills: { ko: 1 } }
            entries:
              - { number: "15771000", queue: general }
            default_entry: general
            """.formatted(general));
        Files.writeString(directory.resolve("rules.yaml"), "version: 1\nmax_boost: 15m\nrules:\n" + rules);
        Files.writeString(directory.resolve("agents.csv"), "id,endpoint,centre,skills,auto_login\n" + agents);
        Files.writeString(directory.resolve("customers.csv"), "number,birth_date\n01000000065,1940-05-01\n");
    }

    /** Starts again with the configuration that is there. */
    static BaroProcess restart(Path directory) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("The distribution is not there, run mvn package first: " + PROGRAM);
        }
        Path log = directory.resolve("baro.log");
        Process process = new ProcessBuilder(PROGRAM.toString(), "run", "--config", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BaroProcess baro = new BaroProcess(process, log);
        baro.awaitReady();
        return baro;
    }

    /** Waits until {@code /ready} answers 200: the PBX is linked and in step. */
    void awaitReady() throws IOException {
        long deadline = System.nanoTime() + AmiObserver.PATIENCE.toNanos();
        while (!page("/ready").startsWith("200 ")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new AssertionError("Baro did not become ready:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Waits until a line of {@code /metrics} matches that regular expression. */
    void awaitMetric(String line) throws IOException {
        long deadline = System.nanoTime() + AmiObserver.PATIENCE.toNanos();
        String metrics = page("/metrics");
        while (metrics.lines().noneMatch(each -> each.matches(line))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("No metric " + line + " in\n" + metrics);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            metrics = page("/metrics");
        }
    }

    /** SIGKILL: no word to anybody. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }

    /** Status and body; status 0 when nobody answers. */
    private static String page(String path) {
        try {
            HttpURLConnection request = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + HTTP_PORT + path).toURL().openConnection();
            int status = request.getResponseCode();
            try (var body = status < 400 ? request.getInputStream() : request.getErrorStream()) {
                String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return status + " \n" + text;
            }
        } catch (IOException notYet) {
            return "0 \n";
        }
    }
}
