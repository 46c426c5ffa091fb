package io.baro.acd.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds limits that send calls round in a circle. Stateless; used by the thread that loads. */
final class QueueLoops {
    private static final List<String> KEYS = List.of("when_full", "when_too_long", "when_closed");

    private QueueLoops() {}

    /** @param maps the queues' texts, in the order of the queues */
    static void check(List<YamlMap> maps, List<QueuePlan.Queue> queues) {
        Map<String, QueuePlan.Queue> byName = new HashMap<>();
        queues.forEach(queue -> byName.putIfAbsent(queue.name(), queue));
        Set<String> told = new LinkedHashSet<>();
        for (int i = 0; i < queues.size(); i++) {
            for (String key : KEYS) {
                List<String> way = way(queues.get(i), target(queues.get(i), key), byName);
                if (!way.isEmpty() && told.stream().noneMatch(way::contains)) {
                    told.addAll(way);
                    maps.get(i)
                            .error(
                                    key,
                                    "calls go round in a circle: " + String.join(", ", way),
                                    "let one of them divert or keep its calls");
                }
            }
        }
    }

    /** The queues from that one by the target back to it; none: there is no way back. */
    private static List<String> way(QueuePlan.Queue from, String target, Map<String, QueuePlan.Queue> byName) {
        List<String> way = new ArrayList<>(List.of(from.name()));
        return !target.isEmpty() && leadsTo(from.name(), target, byName, way) ? way : List.of();
    }

    private static boolean leadsTo(String goal, String at, Map<String, QueuePlan.Queue> byName, List<String> way) {
        if (at.equals(goal)) {
            way.add(at);
            return true;
        }
        if (way.contains(at) || !byName.containsKey(at)) {
            return false;
        }
        way.add(at);
        for (String key : KEYS) {
            String next = target(byName.get(at), key);
            if (!next.isEmpty() && leadsTo(goal, next, byName, way)) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }

    private static String target(QueuePlan.Queue queue, String key) {
        return switch (key) {
            case "when_full" -> queue.whenFull().queue();
            case "when_too_long" -> queue.whenTooLong().queue();
            default -> queue.whenClosed().queue();
        };
    }
}
