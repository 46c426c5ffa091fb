package io.baro.acd.app;

import io.baro.acd.asterisk.LinkState;
import io.baro.acd.asterisk.PbxLink;
import io.baro.acd.http.Page;
import io.baro.acd.metrics.MetricsPage;
import io.baro.acd.metrics.RoutingMetrics;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the HTTP server shows: figures, whether the process lives, whether it can route. Asked on the server's thread. */
final class OperatorPages {
    private static final int UNAVAILABLE = 503;

    private final List<String> names;
    private final List<PbxLink> links;
    private final RoutingMetrics routing;
    private final MetricsPage metrics;

    /** @param names of the PBXs, as the links */
    OperatorPages(List<String> names, List<PbxLink> links, RoutingMetrics routing, MetricsPage metrics) {
        this.names = names;
        this.links = links;
        this.routing = routing;
        this.metrics = metrics;
    }

    Map<String, Page> byPath() {
        return Map.of(
                "/metrics", () -> new Page.Answer(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text()),
                "/health", () -> Page.Answer.text("alive\n"),
                "/ready", this::ready);
    }

    boolean isReady() {
        return routing.rulesVersion() > 0 && links.stream().allMatch(link -> link.state() == LinkState.READY);
    }

    private Page.Answer ready() {
        StringBuilder json = new StringBuilder("{\"ready\":").append(isReady());
        json.append(",\"rules_version\":").append(routing.rulesVersion()).append(",\"pbxs\":{");
        for (int pbx = 0; pbx < links.size(); pbx++) {
            // Names are of a-z, 0-9 and -: nothing to escape.
            json.append(pbx == 0 ? "\"" : ",\"").append(names.get(pbx)).append("\":\"");
            json.append(links.get(pbx).state().name().toLowerCase(Locale.ROOT)).append('"');
        }
        return Page.Answer.json(
                isReady() ? 200 : UNAVAILABLE, json.append("}}\n").toString());
    }
}
