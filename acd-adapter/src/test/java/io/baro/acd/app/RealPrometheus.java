package io.baro.acd.app;

import io.baro.acd.loopback.UnusedPort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.yaml.snakeyaml.Yaml;

/** A real Prometheus of the machine's package, with data and port of its own on loopback, ended by its process. */
final class RealPrometheus implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
    private static final Path TOOL = Path.of("/usr/bin/promtool");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path log;
    private final int port;
    private final Process server;

    /** @param configuration file beside which its rules stand */
    RealPrometheus(Path configuration) throws IOException {
        Path dir = configuration.resolveSibling("data");
        log = configuration.resolveSibling("log");
        port = UnusedPort.find();
        server = new ProcessBuilder(List.of(
                        installed(PROGRAM),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + dir,
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** What promtool says of files in that directory; it must be content with them. */
    static String promtool(Path dir, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(installed(TOOL)));
        command.addAll(List.of(arguments));
        Process tool = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ":\n" + said);
        }
        return said;
    }

    /** Asks until the answer is as wanted, and gives it. */
    Map<String, Object> await(String what, String path, Predicate<Map<String, Object>> wanted)
            throws InterruptedException {
        List<Map<String, Object>> last = new ArrayList<>(List.of(Map.of()));
        try {
            RunProcess.await(what, () -> {
                last.set(0, ask(path));
                return wanted.test(last.getFirst()) || !server.isAlive();
            });
        } catch (AssertionError late) {
            throw new AssertionError(what + " did not come; " + path + " says " + last.getFirst(), late);
        }
        if (!server.isAlive()) {
            throw new AssertionError("Prometheus ended: " + log());
        }
        return last.getFirst();
    }

    /** The series that an expression has now; a mistake in it is an error. */
    List<Map<String, Object>> query(String expression) {
        Map<String, Object> answer =
                ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        if (!"success".equals(answer.get("status"))) {
            throw new AssertionError(expression + ": " + answer);
        }
        return MonitoringFiles.maps(MonitoringFiles.map(answer.get("data")).get("result"));
    }

    /** Empty while nobody answers. */
    private Map<String, Object> ask(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return MonitoringFiles.map(new Yaml()
                    .load(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body()));
        } catch (IOException notYet) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
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
        server.destroy();
        server.onExit().join();
        client.close();
    }

    private static String installed(Path program) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("install the package prometheus");
        }
        return program.toString();
    }
}
