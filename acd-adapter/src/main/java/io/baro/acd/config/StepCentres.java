package io.baro.acd.config;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads whose agents a step may have: {@code own}, {@code all} or a list of centres. Stateless; the thread that loads. */
final class StepCentres {
    private static final String HOW = "write own, all or a list of centres";

    private StepCentres() {}

    /** The names; none: the queue's own centre. */
    static List<String> read(YamlMap map, String key, List<String> known) {
        if (!(map.node(key) instanceof SequenceNode)) {
            String word = map.oneOf(key, "own", List.of("own", "all"));
            return word.equals("all") ? known : List.of();
        }
        Map<String, YamlSource.Place> names = map.words(key, Names.NAME, HOW);
        names.forEach((name, place) -> {
            if (!known.contains(name)) {
                map.source()
                        .unknown(place, "centre", name, known, "write a pbx of baro.yaml: " + String.join(", ", known));
            }
        });
        return List.copyOf(names.keySet());
    }
}
