package io.baro.bench.socket;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server under test: its process, and the PBX and load that only it sees. Runs on: the rig's thread. */
final class Contender implements AutoCloseable {
    private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** What settles after a login: lists, versions, the first heartbeats. */
    private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    private static final long[] WARM_UP_RATES = {5_000, 10_000, 20_000};

    /** Who is measured. */
    enum Kind {
        RAW("raw_netty"),
        BARO("baro"),
        ASTERISK_JAVA("asterisk_java");

        final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    final Kind kind;
    private final Path directory;
    private final Load.Others others;
    private PlayedPbx pbx;
    private Load load;
    private Process process;
    private double cpuMicros;

    Contender(Kind kind, Path directory, Load.Others others) throws IOException {
        this.kind = kind;
        this.others = others;
        this.directory = Files.createDirectories(directory.resolve(kind.text));
        start();
    }

    /** Loads it, and keeps what that cost. */
    Load.Result run(long rate, long millis) throws IOException {
        long before = CpuTime.nanos(process.pid());
        Load.Result result = load.run(rate, millis, others);
        cpuMicros = (CpuTime.nanos(process.pid()) - before) / 1e3 / Math.max(1, result.sent());
        return result;
    }

    /** What the server used of a core for each event of the last run, microseconds. */
    double cpuMicros() {
        return cpuMicros;
    }

    /** Compiles what is hot. */
    void warmUp(long millis) throws IOException {
        for (long rate : WARM_UP_RATES) {
            Load.Result ignored = load.run(rate, millis, others);
        }
    }

    long pid() {
        return process.pid();
    }

    /** A new process, as warm as the old one, that knows nothing of calls that were lost: their agents are busy for ever. */
    void restart(long warmUpMillis) throws IOException {
        close();
        start();
        warmUp(warmUpMillis);
    }

    private void start() throws IOException {
        pbx = new PlayedPbx(Agents.COUNT);
        File log = directory.resolve("log.txt").toFile();
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        // It must not outlive a rig that is stopped from outside: it would look for its PBX for ever.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long deadline = System.nanoTime() + READY_NANOS;
        while (pbx.events() == null) {
            serve(1);
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IOException(kind.text + " did not log in:\n" + Files.readString(log.toPath()));
            }
        }
        serve(SETTLE_NANOS);
        load = new Load(pbx);
    }

    /** Answers what is asked, without load, for that long. */
    void serve(long nanos) throws IOException {
        long end = System.nanoTime() + nanos;
        do {
            pbx.accept();
            pbx.poll();
            others.answer();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        } while (System.nanoTime() < end);
    }

    /** Answers once what has come. */
    void poll() throws IOException {
        pbx.poll();
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> options =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // Who allocates is served best by the collector that does least, and a young generation that is seldom full.
        options.removeIf(option -> kind != Kind.BARO && option.startsWith("-XX:+Use"));
        command.addAll(options);
        if (kind != Kind.BARO) {
            command.addAll(List.of("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xmn640m"));
        }
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=" + (kind == Kind.BARO ? "info" : "off"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        switch (kind) {
            case RAW -> command.addAll(List.of(RawNetty.class.getName(), "" + pbx.port()));
            case ASTERISK_JAVA -> command.addAll(List.of(OrdinaryAcd.class.getName(), "" + pbx.port()));
            case BARO -> {
                writeConfiguration();
                command.addAll(List.of("io.baro.acd.app.Main", "run", "--config", directory.toString()));
            }
        }
        return command;
    }

    private void writeConfiguration() throws IOException {
        Files.writeString(directory.resolve("ev.secret"), "events\n");
        Files.writeString(directory.resolve("act.secret"), "actions\n");
        Files.writeString(directory.resolve("customers.csv"), "number,birth_date\n");
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
                """.formatted(freePort(), pbx.port()));
        Files.writeString(directory.resolve("rules.yaml"), """
                version: 1
                max_boost: 15m
                rules:
                  - name: everybody-straight-to-agent
                    when: caller.contacts(24h) >= 0
                    then: { route: agent }
                """);
        Files.writeString(directory.resolve("queues.yaml"), """
                skills: [ko]
                queues:
                  - { name: general, skills: { ko: 1 } }
                entries:
                  - { number: "15771000", queue: general }
                default_entry: general
                """);
        Files.writeString(
                directory.resolve("agents.csv"),
                "id,endpoint,centre,skills,auto_login\n"
                        + IntStream.range(0, Agents.COUNT)
                                .mapToObj(i -> (i + 1) + "," + Agents.endpoint(i) + ",seoul,ko:5,yes\n")
                                .collect(Collectors.joining()));
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        pbx.close();
        process.destroyForcibly().onExit().join();
    }
}
