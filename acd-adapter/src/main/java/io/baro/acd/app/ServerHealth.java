package io.baro.acd.app;

import io.baro.acd.api.Health;
import io.baro.acd.asterisk.LinkState;
import io.baro.acd.asterisk.PbxLink;
import io.baro.acd.metrics.MetricsPage;
import io.baro.acd.metrics.RoutingMetrics;
import io.baro.acd.view.LiveFloor;
import java.util.List;
import java.util.Locale;

/** How this Baro is: figures, links, whether it can route. Only looks. Asked by any thread. */
final class ServerHealth implements Health, LiveFloor.Links {
    private final List<String> names;
    private final List<PbxLink> links;
    private final RoutingMetrics routing;
    private final MetricsPage metrics;

    /** @param names of the PBXs, as the links */
    ServerHealth(List<String> names, List<PbxLink> links, RoutingMetrics routing, MetricsPage metrics) {
        this.names = names;
        this.links = links;
        this.routing = routing;
        this.metrics = metrics;
    }

    @Override
    public boolean isReady() {
        return routing.rulesVersion() > 0 && links.stream().allMatch(link -> link.state() == LinkState.READY);
    }

    @Override
    public boolean areReady() {
        return isReady();
    }

    @Override
    public String state(int centre) {
        return links.get(centre).state().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String metrics() {
        return metrics.text();
    }

    @Override
    public String readiness() {
        StringBuilder json = new StringBuilder("{\"ready\":").append(isReady());
        json.append(",\"rules_version\":").append(routing.rulesVersion()).append(",\"pbxs\":{");
        for (int pbx = 0; pbx < links.size(); pbx++) {
            // Names are of a-z, 0-9 and -: nothing to escape.
            json.append(pbx == 0 ? "\"" : ",\"").append(names.get(pbx)).append("\":\"");
            json.append(state(pbx)).append('"');
        }
        return json.append("}}\n").toString();
    }
}
