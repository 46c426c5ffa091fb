package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The tables of docs/configuration.md name every key of the schemas, and no other. That the schemas have the keys of the parser is held by
 * {@link SchemaTest}. A key whose last part stands in the row of the key above it is named there.
 */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Path SCHEMAS = Path.of("..", "config", "schema");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @CsvSource({"baro, 30", "queues, 45", "rules, 10"})
    void everyKeyStandsInTheTableAndEveryKeyThereExists(String file, int atLeast) throws IOException {
        Map<String, String> rows = rows(file + ".yaml");
        Set<String> nodes = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        Map<String, Object> schema = new Yaml().load(Files.readString(SCHEMAS.resolve(file + ".schema.json")));
        new Tree(schema, nodes, keys).walk("", schema);

        Set<String> unknown = new TreeSet<>(rows.keySet());
        unknown.removeAll(nodes);
        assertEquals(Set.of(), unknown, "the page names keys that do not exist");

        Set<String> missing = new TreeSet<>();
        for (String key : keys) {
            int dot = key.lastIndexOf('.');
            String row = dot < 0 ? "" : rows.getOrDefault(key.substring(0, dot), "");
            boolean inTheRowAbove = Pattern.compile("\\b" + Pattern.quote(key.substring(dot + 1)) + "\\b")
                    .matcher(row)
                    .find();
            if (!rows.containsKey(key) && !inTheRowAbove) {
                missing.add(key);
            }
        }
        assertEquals(Set.of(), missing, "keys that the page does not name");
        assertTrue(keys.size() >= atLeast, "read only " + keys);
    }

    /** Each key of the file's first table with the rest of its row. */
    private static Map<String, String> rows(String file) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        List<String> lines = Files.readAllLines(PAGE);
        int at = lines.indexOf("## " + file) + 1;
        while (!lines.get(at).startsWith("| key |")) {
            at++;
        }
        for (at += 2; lines.get(at).startsWith("|"); at++) {
            String[] cells = lines.get(at).split(" \\| ", 2);
            String before = "";
            for (Matcher key = QUOTED.matcher(cells[0]); key.find(); ) {
                before = whole(key.group(1), before);
                rows.put(before, cells[1]);
            }
        }
        return rows;
    }

    /** A row says the way to its first key only; the others stand beside it. */
    private static String whole(String written, String before) {
        if (written.startsWith("…")) {
            return "queues[]." + written.substring(1);
        }
        String name = written.startsWith(".") ? written.substring(1) : written;
        int dot = before.lastIndexOf('.');
        return before.isEmpty() || name.contains(".") || dot < 0 ? name : before.substring(0, dot + 1) + name;
    }

    /** Goes through a schema: nodes are all places, keys those that hold a value. */
    private record Tree(Map<String, Object> schema, Set<String> nodes, Set<String> keys) {
        void walk(String path, Map<String, Object> given) {
            Map<String, Object> node = resolved(given);
            nodes.add(path);
            Map<String, Object> properties = map(node.get("properties"));
            Map<String, Object> items = resolved(map(node.get("items")));
            Map<String, Object> named = resolved(map(node.get("additionalProperties")));
            if (!properties.isEmpty()) {
                properties.forEach((key, value) -> walk(path.isEmpty() ? key : path + "." + key, map(value)));
            } else if (items.containsKey("properties")) {
                walk(path + "[]", items);
            } else if (named.containsKey("properties")) {
                walk(path + ".NAME", named);
            } else {
                keys.add(path);
            }
        }

        private Map<String, Object> resolved(Map<String, Object> node) {
            Object ref = node.get("$ref");
            return ref == null
                    ? node
                    : map(map(schema.get("$defs")).get(ref.toString().substring("#/$defs/".length())));
        }

        private static Map<String, Object> map(Object node) {
            Map<String, Object> map = new LinkedHashMap<>();
            if (node instanceof Map<?, ?> of) {
                of.forEach((key, value) -> map.put(key.toString(), value));
            }
            return map;
        }
    }
}
