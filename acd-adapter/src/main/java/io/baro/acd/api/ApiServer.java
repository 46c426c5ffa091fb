package io.baro.acd.api;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The HTTP server: Helidon's, a virtual thread for each request (ADR 0014). Knows no endpoint by name. Made and closed on the main thread.
 */
public final class ApiServer implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 4_000;
    /** A stream is silent for at most 15 s. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private static final Duration GRACE = Duration.ofMillis(500);

    private final WebServer server;
    private final Routes routes;
    private final String host;

    private ApiServer(WebServer server, Routes routes, String host) {
        this.server = server;
        this.routes = routes;
        this.host = host;
    }

    /** Where to listen. */
    public record Place(String host, int port, Optional<Certificate> certificate) {}

    /** PEM files of the certificate with its chain, and of its key in PKCS#8. */
    public record Certificate(Path chain, Path key) {}

    /**
     * Listens at once.
     *
     * @param stateDir where the audit log is written
     * @throws IOException when the address is taken or not ours, or the certificate cannot be used
     */
    public static ApiServer start(
            Place place, List<Endpoint> endpoints, Tokens tokens, Path stateDir, Supplier<Instant> now)
            throws IOException {
        Routes routes = new Routes(new Gate(tokens, System::nanoTime), new AuditLog(stateDir), now);
        try {
            WebServerConfig.Builder builder = WebServer.builder()
                    .host(place.host())
                    .port(place.port())
                    .shutdownHook(false)
                    .shutdownGracePeriod(GRACE)
                    .maxPayloadSize(Routes.MAX_BODY)
                    .maxTcpConnections(MAX_CONNECTIONS)
                    .idleConnectionTimeout(IDLE)
                    .directHandlers(problems())
                    .routing(routes.routing(endpoints));
            place.certificate().ifPresent(certificate -> builder.tls(tls(certificate)));
            WebServer server = builder.build().start();
            // An address that is taken is no exception to Helidon: it logs, and goes on without listening.
            if (!server.isRunning()) {
                throw new IOException("cannot listen at " + place.host() + ":" + place.port());
            }
            return new ApiServer(server, routes, place.host());
        } catch (RuntimeException notThere) {
            throw new IOException(notThere.getMessage(), notThere);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(host, server.port());
    }

    @Override
    public void close() {
        server.stop();
        routes.close();
    }

    private static Tls tls(Certificate certificate) {
        Keys keys = Keys.builder()
                .pem(pem -> pem.certChain(Resource.create(certificate.chain())).key(Resource.create(certificate.key())))
                .build();
        return Tls.builder().privateKey(keys).privateKeyCertChain(keys).build();
    }

    /** What is no request at all is answered as all problems are, and told no more than its kind. */
    private static DirectHandlers problems() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, (request, event, status, headers, message) -> {
                Problem.Document document = Problem.of(
                                status.code(), status.reasonPhrase(), "no request that could be read")
                        .document();
                return DirectHandler.TransportResponse.builder()
                        .status(status)
                        .headers(headers)
                        .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                        .entity(new String(Json.write(document), StandardCharsets.UTF_8))
                        .build();
            });
        }
        return handlers.build();
    }
}
