package io.baro.acd.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * One conversation with Baro's HTTP API. Turns everything that is no good answer into one line for the operator; follows no redirection, so
 * that the token goes nowhere else. Runs on: main thread.
 */
final class Api implements AutoCloseable {
    private static final String ROOT = "/api/v1";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    /** A day of the journal is lived twice. */
    private static final Duration LONG_ANSWER = Duration.ofMinutes(15);

    private static final int GOOD = 200;
    private static final int NOT_GOOD = 300;

    private final HttpClient client;
    private final URI base;
    private final Optional<String> token;

    Api(URI base, Optional<String> token, Optional<SSLContext> trust) {
        this.base = base;
        this.token = token;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        trust.ifPresent(builder::sslContext);
        client = builder.build();
    }

    /**
     * What Baro said.
     *
     * @param text as it came
     */
    record Answer(String text, Fields fields) {}

    /** A path of the API, each name in it escaped. */
    static String path(String... names) {
        StringBuilder path = new StringBuilder();
        for (String name : names) {
            path.append('/').append(escaped(name));
        }
        return path.toString();
    }

    /** What follows the path: parameters that have a value. */
    static String query(Map<String, String> parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, value) -> {
            if (value != null) {
                query.add(name + "=" + escaped(value));
            }
        });
        return query.toString();
    }

    Answer get(String path) throws CommandFailedException {
        return send(request(path).timeout(ANSWER).GET());
    }

    /** A write without a document. */
    Answer send(String method, String path) throws CommandFailedException {
        return send(request(path).timeout(ANSWER).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    Answer send(String method, String path, RequestBody body) throws CommandFailedException {
        return send(request(path).timeout(ANSWER), method, body);
    }

    /** A write that takes minutes. */
    Answer sendAndWait(String method, String path, RequestBody body) throws CommandFailedException {
        return send(request(path).timeout(LONG_ANSWER), method, body);
    }

    /** Events, as long as somebody reads them. */
    EventStream events(String path) throws CommandFailedException {
        HttpResponse<InputStream> response = exchange(
                // No time-out: from Java 26 on it would end the stream itself.
                request(path).header("Accept", "text/event-stream").GET().build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try {
            if (response.statusCode() != GOOD) {
                String text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
                throw refused(response.statusCode(), text);
            }
            return new EventStream(response.body());
        } catch (IOException lost) {
            throw unreachable(lost);
        }
    }

    URI base() {
        return base;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Answer send(HttpRequest.Builder request, String method, RequestBody body) throws CommandFailedException {
        return send(request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.json())));
    }

    private Answer send(HttpRequest.Builder request) throws CommandFailedException {
        HttpResponse<String> response = exchange(
                request.header("Accept", "application/json, application/problem+json")
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        int status = response.statusCode();
        Fields fields = Fields.of(response.body());
        if (status < GOOD || status >= NOT_GOOD) {
            throw refused(status, response.body());
        }
        if (!fields.node().isContainer() || fields.node().isEmpty()) {
            throw new CommandFailedException(base + ": does not answer as Baro does; name Baro's own address");
        }
        return new Answer(response.body(), fields);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + ROOT + path));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws CommandFailedException {
        try {
            return client.send(request, handler);
        } catch (IOException | UncheckedIOException lost) {
            throw unreachable(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("stopped");
        }
    }

    private CommandFailedException refused(int status, String text) {
        return new Refusal(status, Fields.of(text), token.isPresent()).at(base);
    }

    private CommandFailedException unreachable(Exception lost) {
        String line = switch (lost) {
            case SSLException _ -> "no trusted connection; name who signed its certificate by --ca, its name by --url";
            case HttpTimeoutException _ -> "does not answer in time; see its log, and try again";
            case ConnectException _ ->
                "nobody answers; start Baro there, or name its address by --url, " + Connection.URL + " or --config";
            default -> "the connection broke; see its log, and try again";
        };
        return new UnreachableException(base + ": " + line);
    }

    private static String escaped(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
