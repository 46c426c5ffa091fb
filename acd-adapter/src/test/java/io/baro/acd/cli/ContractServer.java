package io.baro.acd.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Answers with documents that a test gives it, and remembers who asked what. Decides nothing: it is no Baro. */
final class ContractServer implements AutoCloseable {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    private record Answer(int status, String type, String body) {}

    ContractServer() throws IOException {
        this(HttpServer.create(ANY_PORT, 0));
    }

    private ContractServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    /** The same over TLS. */
    static ContractServer encrypted(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new ContractServer(server);
    }

    /** The next answer to that request, such as {@code GET /floor}; the last one is given again. */
    ContractServer on(String request, int status, String body) {
        return on(request, new Answer(status, status < 300 ? "application/json" : "application/problem+json", body));
    }

    ContractServer stream(String request, String events) {
        return on(request, new Answer(200, "text/event-stream", events));
    }

    private ContractServer on(String request, Answer answer) {
        answers.computeIfAbsent(request, name -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** Method, path without its root, and body of each request. */
    List<String> requests() {
        return requests;
    }

    /** Authorization of each request, empty when there was none. */
    List<String> tokens() {
        return tokens;
    }

    String url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().replaceFirst("^/api/v1", "");
        String request = exchange.getRequestMethod() + " " + path;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add((request + " " + body).strip());
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        tokens.add(token == null ? "" : token);
        Answer answer = next(request);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private Answer next(String request) {
        Queue<Answer> left = answers.get(request);
        if (left == null) {
            return new Answer(404, "application/problem+json", Documents.problem(404, "there is no such page"));
        }
        return left.size() > 1 ? left.remove() : left.element();
    }
}
