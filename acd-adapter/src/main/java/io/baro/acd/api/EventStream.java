package io.baro.acd.api;

import io.baro.acd.config.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens streams of events. Stateless; any thread. */
final class EventStream {
    private static final String TYPE = "text/event-stream";

    private final EventHub hub;

    EventStream(EventHub hub) {
        this.hub = hub;
    }

    List<Endpoint> endpoints(String base) {
        return List.of(Endpoint.get(base + "/events", Right.READ, this::listen));
    }

    private Reply listen(Asked asked) {
        String wanted = asked.queryValue("topics").orElse(EventHub.FLOOR);
        Set<String> topics = Arrays.stream(wanted.split(",", -1)).collect(Collectors.toSet());
        if (!EventHub.TOPICS.containsAll(topics)) {
            throw Asked.unprocessable(
                    "topics",
                    "some of "
                            + String.join(",", EventHub.TOPICS.stream().sorted().toList()));
        }
        hub.checkRoom();
        boolean isAgent = asked.caller().role() == Role.AGENT;
        return Reply.streaming(
                TYPE, new Listener(hub, topics, isAgent ? asked.caller().agent() : null));
    }
}
