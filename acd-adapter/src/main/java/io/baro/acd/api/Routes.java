package io.baro.acd.api;

import io.helidon.common.socket.SocketWriterException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each request to its endpoint and what it gives back to the client. Never knows what an endpoint does. Runs on: the request's virtual thread. */
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final String PROBLEM = "application/problem+json";
    private static final String COOKIE = "baro_token";
    private static final String BEARER = "Bearer ";
    /** The longest rules. */
    static final int MAX_BODY = 600_000;

    private final Gate gate;
    private final AuditLog audit;
    private final Supplier<Instant> now;
    private volatile List<Endpoint> endpoints = List.of();

    Routes(Gate gate, AuditLog audit, Supplier<Instant> now) {
        this.gate = gate;
        this.audit = audit;
        this.now = now;
    }

    /** All endpoints, and what is said to those who ask for something else. */
    HttpRouting.Builder routing(List<Endpoint> all) {
        endpoints = List.copyOf(all);
        HttpRouting.Builder routing = HttpRouting.builder();
        Map<String, TreeSet<String>> methods = new TreeMap<>();
        for (int i = 0; i < endpoints.size(); i++) {
            Endpoint endpoint = endpoints.get(i);
            int place = i;
            routing.route(
                    Method.create(endpoint.method()),
                    endpoint.path(),
                    (request, response) -> serve(place, request, response));
            methods.computeIfAbsent(endpoint.path(), path -> new TreeSet<>()).add(endpoint.method());
        }
        methods.forEach((path, allowed) -> routing.any(path, (request, response) -> {
            response.header(HeaderNames.ALLOW, String.join(", ", allowed));
            fail(response, Problem.of(Problem.NOT_ALLOWED, "Not this method", "use " + String.join(" or ", allowed)));
        }));
        routing.any((request, response) ->
                fail(response, Problem.notFound("there is no such page; see /api/v1/openapi.yaml")));
        return routing;
    }

    /** Nothing is served any more, and nothing held: Helidon keeps a server that was stopped until the process ends. */
    void close() {
        endpoints = List.of();
    }

    private void serve(int place, ServerRequest request, ServerResponse response) {
        List<Endpoint> open = endpoints;
        if (open.isEmpty()) {
            fail(response, Problem.of(Problem.UNAVAILABLE, "Baro is stopping", "ask again when it runs"));
            return;
        }
        serve(open.get(place), request, response);
    }

    private void serve(Endpoint endpoint, ServerRequest request, ServerResponse response) {
        Gate.Knock knock = knock(request);
        Caller caller = null;
        int status;
        try {
            Map<String, String> path = pathValues(request);
            if (endpoint.right() != Right.NONE) {
                caller = gate.callerOf(knock);
                gate.check(caller, endpoint, knock, path.get("agent"));
            }
            Reply reply = endpoint.handler().handle(asked(caller, path, request));
            status = reply.status();
            send(reply, response);
        } catch (Problem problem) {
            status = problem.document().status();
            fail(response, problem);
        } catch (UncheckedIOException | CloseConnectionException | SocketWriterException gone) {
            // The client went away while it was answered; Helidon closes what is left of its connection.
            return;
        } catch (RuntimeException bug) {
            status = 500;
            LOG.error("api: {} {} failed by a bug of Baro, please report it", endpoint.method(), endpoint.path(), bug);
            fail(response, Problem.of(status, "A bug of Baro", "it is in the log"));
        }
        if (endpoint.isWrite()) {
            audit.add(new AuditLog.Entry(
                    now.get(),
                    caller == null ? "" : caller.name(),
                    caller == null ? "" : caller.role().word(),
                    knock.from().getHostAddress(),
                    endpoint.method(),
                    request.path().path(),
                    status));
        }
    }

    private static Asked asked(Caller caller, Map<String, String> path, ServerRequest request) {
        Map<String, String> query = new HashMap<>();
        request.query().names().forEach(name -> query.put(name, request.query().get(name)));
        String etag = request.headers().first(HeaderNames.IF_NONE_MATCH).orElse("");
        return new Asked(caller, path, query, etag, () -> body(request));
    }

    private static byte[] body(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(Reply.JSON)) {
            throw Problem.of(Problem.NOT_JSON, "Not JSON", "send Content-Type: application/json");
        }
        try {
            byte[] bytes = request.content().inputStream().readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw Problem.of(Problem.TOO_LARGE, "Too large", "at most " + MAX_BODY + " bytes");
            }
            return bytes;
        } catch (IOException cutShort) {
            throw new UncheckedIOException(cutShort);
        }
    }

    private static Map<String, String> pathValues(ServerRequest request) {
        Map<String, String> values = new HashMap<>();
        for (String name : request.path().pathParameters().names()) {
            values.put(name, request.path().pathParameters().get(name));
        }
        return values;
    }

    private static Gate.Knock knock(ServerRequest request) {
        InetAddress from = ((InetSocketAddress) request.remotePeer().address()).getAddress();
        Optional<String> bearer = request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
        String token = bearer.or(() -> request.headers().cookies().first(COOKIE).asOptional())
                .orElse(null);
        String origin = request.headers().first(HeaderNames.ORIGIN).orElse(null);
        return new Gate.Knock(from, request.headers().first(HeaderNames.HOST).orElse(null), origin, token);
    }

    private static void send(Reply reply, ServerResponse response) {
        response.status(reply.status());
        response.header(HeaderNames.CONTENT_TYPE, reply.contentType());
        response.header(HeaderNames.CACHE_CONTROL, reply.headers().getOrDefault("Cache-Control", "no-store"));
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        reply.headers().forEach((name, value) -> {
            if (!name.equals("Cache-Control")) {
                response.header(HeaderNames.create(name), value);
            }
        });
        if (reply.stream() == null) {
            response.send(reply.body());
            return;
        }
        try (OutputStream out = response.outputStream()) {
            reply.stream().writeTo(out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    static void fail(ServerResponse response, Problem problem) {
        if (problem.document().status() == Problem.UNAUTHORIZED) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"baro\"");
        }
        send(Reply.of(problem.document().status(), PROBLEM, Json.write(problem.document())), response);
    }
}
