package io.baro.acd.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final String file;
    private final String path;
    private final int line;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlMap(String file, String path, int line, Problems problems) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.problems = problems;
    }

    /** @param path of the keys above, for messages; empty: top level */
    static YamlMap of(String file, String path, Node node, Problems problems) {
        YamlMap map = new YamlMap(file, path, lineOf(node), problems);
        if (!(node instanceof MappingNode mapping)) {
            problems.error(
                    file, map.line, (path.isEmpty() ? "the file" : path) + " is no list of keys", "write key: value");
            return map;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.error(file, lineOf(tuple.getKeyNode()), "a key is no plain word", "write key: value");
            } else if (map.values.put(key.getValue(), tuple.getValueNode()) != null) {
                problems.error(file, lineOf(key), "\"" + key.getValue() + "\" stands twice", "keep one of the two");
            } else {
                map.keyLines.put(key.getValue(), lineOf(key));
            }
        }
        return map;
    }

    int line() {
        return line;
    }

    int lineOf(String key) {
        return keyLines.getOrDefault(key, line);
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    void error(String key, String what, String remedy) {
        problems.error(file, lineOf(key), what, remedy);
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
            problems.error(file, line, name(key) + " is missing", "add " + key + ":");
        }
        return text(key, "", shape, how);
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
        return node == null ? new YamlMap(file, name(key), line, problems) : of(file, name(key), node, problems);
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

    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : list(key)) {
            maps.add(of(file, name(key), node, problems));
        }
        return maps;
    }

    Set<String> keys() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    void refuseOtherKeys() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                error(key, "unknown key \"" + name(key) + "\"", "write one of: " + String.join(", ", asked));
            }
        }
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static int lineOf(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
