package io.baro.acd.config;

import io.baro.acd.rule.Durations;
import io.baro.acd.rule.NearestName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML file, read key by key; knows where everything stands and reports what it cannot take, so that a reader
 * states only what it wants. Whoever is done reading calls {@link #refuseOtherKeys}. Used by the one thread that loads.
 */
final class YamlMap {
    private final YamlSource source;
    private final String path;
    private final YamlSource.Place place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, YamlSource.Place> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlMap(YamlSource source, String path, YamlSource.Place place) {
        this.source = source;
        this.path = path;
        this.place = place;
    }

    /** @param path of the keys above, for messages; empty: top level */
    static YamlMap of(YamlSource source, String path, Node node) {
        YamlMap map = new YamlMap(source, path, YamlSource.placeOf(node));
        if (!(node instanceof MappingNode mapping)) {
            source.error(map.place, (path.isEmpty() ? "the file" : path) + " is no list of keys", "write key: value");
            return map;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            YamlSource.Place at = YamlSource.placeOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                source.error(at, "a key is no plain word", "write key: value");
            } else if (map.values.put(key.getValue(), tuple.getValueNode()) != null) {
                source.error(at, "\"" + key.getValue() + "\" stands twice", "keep one of the two");
            } else {
                map.keys.put(key.getValue(), at);
            }
        }
        return map;
    }

    /** Whether nothing was found wrong in the file so far: then what is missing was left out. */
    boolean isSound() {
        return !source.problems().hasErrors();
    }

    YamlSource source() {
        return source;
    }

    /** Where the mapping begins. */
    YamlSource.Place place() {
        return place;
    }

    /** Where the key stands; where the mapping begins when it does not. */
    YamlSource.Place placeOf(String key) {
        return keys.getOrDefault(key, place);
    }

    /** Where the key's value stands; where the mapping begins when it has none. */
    YamlSource.Place valueOf(String key) {
        Node value = values.get(key);
        return value == null ? place : YamlSource.placeOf(value);
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** A mistake in the value of that key. */
    void error(String key, String what, String remedy) {
        source.error(valueOf(key), what, remedy);
    }

    /** The text of a scalar; empty when absent, or reported when it is no scalar. */
    Optional<ScalarNode> scalar(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return Optional.of(scalar);
        }
        error(key, name(key) + " has no single value", "write " + key + ": value");
        return Optional.empty();
    }

    String text(String key, String fallback, Pattern shape, String how) {
        Optional<String> text = scalar(key).map(ScalarNode::getValue);
        if (text.isPresent() && !shape.matcher(text.get()).matches()) {
            error(key, name(key) + " has a wrong form", how);
            return fallback;
        }
        return text.orElse(fallback);
    }

    /** As {@link #text}, and an error when it is absent; then the answer is empty. */
    String required(String key, Pattern shape, String how) {
        if (!has(key)) {
            source.error(place, name(key) + " is missing", "add " + key + ":");
        }
        return text(key, "", shape, how);
    }

    /** One of these words; absent or reported: the fallback. */
    String oneOf(String key, String fallback, List<String> words) {
        Optional<String> text = scalar(key).map(ScalarNode::getValue);
        if (text.isPresent() && !words.contains(text.get())) {
            source.unknown(valueOf(key), name(key), text.get(), words, "write one of: " + String.join(", ", words));
            return fallback;
        }
        return text.orElse(fallback);
    }

    int integer(String key, int fallback, int least, int most) {
        Optional<String> text = scalar(key).map(ScalarNode::getValue);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            // Reported below, as a number outside the range is.
        }
        error(key, name(key) + " is \"" + text.get() + "\"", "write a whole number from " + least + " to " + most);
        return fallback;
    }

    /** A share such as {@code 10%} or {@code 2.5%}, in thousandths. */
    int permille(String key, int fallback) {
        Optional<String> text = scalar(key).map(ScalarNode::getValue);
        if (text.isEmpty()) {
            return fallback;
        }
        int permille = Percentage.permille(text.get());
        if (permille < 0) {
            error(key, name(key) + " is \"" + text.get() + "\"", Percentage.HOW);
            return fallback;
        }
        return permille;
    }

    /** A size such as {@code 10G}, in bytes. */
    long bytes(String key, long fallback, long least, long most) {
        Optional<String> text = scalar(key).map(ScalarNode::getValue);
        if (text.isEmpty()) {
            return fallback;
        }
        OptionalLong value = ByteSize.parse(text.get());
        if (value.isEmpty()) {
            error(key, name(key) + " is \"" + text.get() + "\", no size", ByteSize.HOW);
        } else if (value.getAsLong() < least || value.getAsLong() > most) {
            error(
                    key,
                    name(key) + " is \"" + text.get() + "\"",
                    "write a size from " + ByteSize.write(least) + " to " + ByteSize.write(most));
        } else {
            return value.getAsLong();
        }
        return fallback;
    }

    Duration duration(String key, Duration fallback, Duration least, Duration most) {
        Optional<String> text = scalar(key).map(ScalarNode::getValue);
        if (text.isEmpty()) {
            return fallback;
        }
        Optional<Duration> value = Durations.parse(text.get());
        if (value.isEmpty()) {
            error(key, name(key) + " is \"" + text.get() + "\", no duration", Durations.HOW);
        } else if (value.get().compareTo(least) < 0 || value.get().compareTo(most) > 0) {
            error(
                    key,
                    name(key) + " is \"" + text.get() + "\"",
                    "write a time from " + Durations.write(least) + " to " + Durations.write(most));
        } else {
            return value.get();
        }
        return fallback;
    }

    /** The mapping under that key; absent: an empty one. */
    YamlMap map(String key) {
        asked.add(key);
        Node node = values.get(key);
        return node == null ? new YamlMap(source, name(key), place) : of(source, name(key), node);
    }

    /** The entries of the list under that key; absent: none. */
    List<Node> list(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            error(key, name(key) + " is no list", "write " + key + ": and under it lines that begin with -");
        }
        return List.of();
    }

    /** The words of the list under that key, with their places. */
    Map<String, YamlSource.Place> words(String key, Pattern shape, String how) {
        Map<String, YamlSource.Place> words = new LinkedHashMap<>();
        for (Node node : list(key)) {
            YamlSource.Place at = YamlSource.placeOf(node);
            String word = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!shape.matcher(word).matches()) {
                source.error(at, name(key) + " has an entry of a wrong form", how);
            } else if (words.put(word, at) != null) {
                source.error(at, "\"" + word + "\" stands twice", "keep one of the two");
            }
        }
        return words;
    }

    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : list(key)) {
            maps.add(of(source, name(key), node));
        }
        return maps;
    }

    /** The value's node, to be read by who knows its shapes; null when absent. */
    Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    /** All keys: the operator's own names. */
    Set<String> names() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    void refuseOtherKeys() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                source.error(
                        placeOf(key),
                        "unknown key \"" + name(key) + "\"",
                        NearestName.remedy(key, asked, "write one of: " + String.join(", ", asked)));
            }
        }
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
