package io.baro.acd.records;

import io.baro.acd.config.Secret;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.loopback.UnusedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL of the machine's package, with data and port of its own on loopback, ended by its process. */
final class RealPostgres {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String ROLE = "baro";
    private static final String PASSWORD = "loopback-only";
    private static final long START_SECONDS = 120;

    private final Path home;
    private final Path programs;
    private final int port;
    private Process server;

    RealPostgres() throws Exception {
        programs = programs();
        port = UnusedPort.find();
        home = Files.createTempDirectory("baro-postgres-");
        Path password = home.resolve("password");
        Files.writeString(password, PASSWORD);
        run(List.of("chown", "-R", owner(), home.toString()));
        run(asOwner(
                programs.resolve("initdb").toString(),
                "-D",
                data(),
                "-U",
                ROLE,
                "-A",
                "scram-sha-256",
                "--pwfile",
                password.toString(),
                "-E",
                "UTF8",
                "--locale=C"));
        start();
    }

    void start() throws Exception {
        server = new ProcessBuilder(asOwner(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (System.nanoTime() > deadline || !server.isAlive()) {
                throw new IllegalStateException("no server: " + Files.readString(home.resolve("log")));
            }
            Thread.sleep(50);
        }
    }

    /** As when the power fails: it recovers at the next start. */
    void kill() {
        List<ProcessHandle> family = new ArrayList<>(server.descendants().toList());
        server.destroyForcibly().onExit().join();
        for (ProcessHandle child : family) {
            child.destroyForcibly();
            child.onExit().orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    /** An empty database of that name. */
    RecordDatabase newDatabase(String name) throws SQLException {
        execute("CREATE DATABASE " + name);
        return RecordDatabase.of(
                new ServerPlan.Records(
                        ServerPlan.RecordStore.POSTGRESQL, url(name), ROLE, new Secret(PASSWORD), Duration.ofDays(400)),
                home);
    }

    RecordDatabase withPassword(String name, String password) {
        return RecordDatabase.of(
                new ServerPlan.Records(
                        ServerPlan.RecordStore.POSTGRESQL, url(name), ROLE, new Secret(password), Duration.ofDays(400)),
                home);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends it and deletes its data. */
    void remove() throws Exception {
        kill();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ROLE);
        properties.setProperty("password", PASSWORD);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url("postgres"), properties);
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private String data() {
        return home.resolve("data").toString();
    }

    /** PostgreSQL refuses to run as root: then its package's user runs it. */
    private static List<String> asOwner(String... command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private static String owner() {
        return isRoot() ? "postgres" : System.getProperty("user.name");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Path programs() throws IOException {
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("install the package postgresql"));
        }
    }

    private void run(List<String> command) throws Exception {
        Path log = home.resolve("commands");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + Files.readString(log));
        }
    }
}
