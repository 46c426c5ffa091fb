package io.baro.acd.metrics;

import io.baro.acd.ami.AmiEventKind;
import io.baro.acd.ami.WireCounters;
import io.baro.acd.asterisk.LinkCounters;
import io.baro.acd.asterisk.LinkState;
import io.baro.acd.asterisk.PbxLink;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/** Puts the state and the counters of the link to one PBX on the page. Runs once per link, on the main thread. */
public final class LinkMeters {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MetricsPage page;

    public LinkMeters(MetricsPage page) {
        this.page = page;
    }

    public void register(String pbx, PbxLink link) {
        Tags tags = Tags.of("pbx", pbx);
        for (LinkState state : LinkState.values()) {
            page.gauge(
                    "baro.link.state",
                    "1 for the state the link is in",
                    tags.and("state", label(state)),
                    link,
                    l -> l.state() == state ? 1 : 0);
        }
        for (LinkCounters.Count count : LinkCounters.Count.values()) {
            registerCount(tags, link, count);
        }
        for (WireCounters.Count count : WireCounters.Count.values()) {
            page.counter(
                    "baro.link.wire." + label(count).replace('_', '.'),
                    "Of the bytes read from the PBX, see docs/metrics.md",
                    tags,
                    link,
                    l -> l.counters().wire().get(count));
        }
        for (AmiEventKind kind : AmiEventKind.values()) {
            page.counter(
                    "baro.link.blocks",
                    "AMI blocks read, genuine or not",
                    tags.and("kind", label(kind)),
                    link,
                    l -> l.counters().wire().seen(kind));
        }
    }

    private void registerCount(Tags tags, PbxLink link, LinkCounters.Count count) {
        switch (count) {
            case HEARTBEAT_LAG_NANOS ->
                page.gauge(
                        "baro.link.heartbeat.lag.seconds",
                        "From the last heartbeat's write to its echo among the events",
                        tags,
                        link,
                        l -> l.counters().get(count) / NANOS_PER_SECOND);
            case CHANNELS ->
                page.gauge(
                        "baro.link.channels",
                        "Channels whose names are known",
                        tags,
                        link,
                        l -> l.counters().get(count));
            default ->
                page.counter(
                        "baro.link." + label(count).replace('_', '.'),
                        "Of the AMI link, see docs/metrics.md",
                        tags,
                        link,
                        l -> l.counters().get(count));
        }
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
