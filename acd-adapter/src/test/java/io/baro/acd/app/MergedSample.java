package io.baro.acd.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The sample configuration in a directory of a test, with fragments put into it as a reader would: what stands in a list comes beside
 * what is there, an entry of the same name takes its place. Never says whether it is right: the product's loader does.
 */
final class MergedSample {
    private static final Path SAMPLE = Path.of("..", "config");
    /** What an entry of a list is called by. */
    private static final Set<String> NAMES = Set.of("name", "number");
    /** Mappings whose keys are names that operators choose. */
    private static final Set<String> NAMED = Set.of("calendars", "regions");

    private final Path dir;

    MergedSample(Path dir) throws IOException {
        this.dir = dir;
        for (String file : List.of("baro.yaml", "queues.yaml", "rules.yaml", "agents.csv", "customers.csv")) {
            Files.copy(SAMPLE.resolve(file), dir.resolve(file));
        }
        Files.writeString(dir.resolve("ev.secret"), "secret-of-events\n");
        Files.writeString(dir.resolve("act.secret"), "secret-of-actions\n");
    }

    void put(String file, String fragment) throws IOException {
        if (file.endsWith(".yaml")) {
            StringWriter merged = new StringWriter();
            new Yaml().serialize(merged(map(Files.readString(dir.resolve(file))), map(fragment)), merged);
            Files.writeString(dir.resolve(file), merged.toString());
        } else {
            putLines(dir.resolve(file), fragment.lines().toList());
        }
    }

    /** What {@code baro check} says against it, warnings included; empty: nothing. */
    String complaints() {
        StringWriter said = new StringWriter();
        Optional<LoadedConfiguration> loaded =
                LoadedConfiguration.load(dir, LoadedConfiguration.Key.PASSING, Map.of(), new PrintWriter(said, true));
        return loaded.isEmpty() ? "refused: " + said : said.toString();
    }

    /** A file with a heading is a whole one; else its lines come beside those that are there, by their first column. */
    private static void putLines(Path file, List<String> lines) throws IOException {
        boolean whole = !Files.exists(file) || lines.getFirst().matches("[a-z_]+(,[a-z_]+)+");
        Map<String, String> merged = new LinkedHashMap<>();
        List<String> before = whole ? List.of() : Files.readAllLines(file);
        for (String line : before) {
            merged.put(line.split(",", -1)[0], line);
        }
        for (String line : lines) {
            merged.put(line.split(",", -1)[0], line);
        }
        Files.write(file, merged.values());
    }

    private static MappingNode map(String yaml) {
        return (MappingNode) new Yaml().compose(new StringReader(yaml));
    }

    private static MappingNode merged(MappingNode base, MappingNode more) {
        List<NodeTuple> tuples = new ArrayList<>(base.getValue());
        for (NodeTuple tuple : more.getValue()) {
            String key = text(tuple.getKeyNode());
            int at = indexOf(tuples, key);
            if (at < 0) {
                tuples.add(tuple);
                continue;
            }
            Node there = tuples.get(at).getValueNode();
            Node value = tuple.getValueNode();
            if (there instanceof SequenceNode list && value instanceof SequenceNode others) {
                value = merged(list, others);
            } else if (NAMED.contains(key) && there instanceof MappingNode names) {
                value = merged(names, (MappingNode) value);
            }
            tuples.set(at, new NodeTuple(tuples.get(at).getKeyNode(), value));
        }
        base.setValue(tuples);
        return base;
    }

    private static SequenceNode merged(SequenceNode base, SequenceNode more) {
        List<Node> all = new ArrayList<>(base.getValue());
        for (Node node : more.getValue()) {
            all.removeIf(other -> nameOf(other).equals(nameOf(node)));
            all.add(node);
        }
        return new SequenceNode(base.getTag(), all, base.getFlowStyle());
    }

    private static int indexOf(List<NodeTuple> tuples, String key) {
        for (int i = 0; i < tuples.size(); i++) {
            if (text(tuples.get(i).getKeyNode()).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static String nameOf(Node node) {
        if (node instanceof MappingNode map) {
            return map.getValue().stream()
                    .filter(tuple -> NAMES.contains(text(tuple.getKeyNode())))
                    .map(tuple -> text(tuple.getValueNode()))
                    .findFirst()
                    .orElseThrow();
        }
        return text(node);
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }
}
