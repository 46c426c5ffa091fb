package io.baro.acd.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages for programs that look after Baro: figures, whether it lives, whether it can route. They tell nothing of callers. Any thread. */
final class Probes {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private Probes() {}

    static List<Endpoint> endpoints(Health health) {
        return List.of(
                Endpoint.get("/metrics", Right.NONE, asked -> reply(Reply.OK, PROMETHEUS, health.metrics())),
                Endpoint.get("/health", Right.NONE, asked -> reply(Reply.OK, TEXT, "alive\n")),
                Endpoint.get(
                        "/ready",
                        Right.NONE,
                        asked -> reply(
                                health.isReady() ? Reply.OK : Problem.UNAVAILABLE, Reply.JSON, health.readiness())));
    }

    private static Reply reply(int status, String type, String body) {
        return Reply.of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }
}
