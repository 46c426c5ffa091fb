package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** What editors complete is what the parser takes. */
class SchemaTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final Pattern UNKNOWN_KEY = Pattern.compile(".*unknown key \"(.*)nosuchkey\"; write one of: (.*)");

    /** Every mapping whose keys are ours, with a key that nobody has. */
    private static final Map<String, String> EVERY_MAPPING =
            Map.of("baro.yaml", """
                    nosuchkey: 1
                    http: { nosuchkey: 1 }
                    journal_keep: { nosuchkey: 1 }
                    records: { nosuchkey: 1 }
                    offer: { nosuchkey: 1, policy: { nosuchkey: 1, no_answer: { nosuchkey: 1 } } }
                    agent: { nosuchkey: 1 }
                    service: { nosuchkey: 1 }
                    limits: { nosuchkey: 1 }
                    pbxs:
                      - name: seoul
                        nosuchkey: 1
                        system_name: seoul-7f3a9c
                        tls: { nosuchkey: 1, ca: baro.yaml }
                        events: { nosuchkey: 1, secret_env: EV }
                        actions: { secret_env: ACT }
                    """, "queues.yaml", """
                    nosuchkey: 1
                    skills: [ko]
                    calendars: { office: { nosuchkey: 1, open: { mon: 09:00-18:00 } } }
                    queues:
                      - name: general
                        nosuchkey: 1
                        objective: { nosuchkey: 1 }
                        ladder: [ { nosuchkey: 1, after: 1s } ]
                    entries: [ { nosuchkey: 1, number: "1", queue: general } ]
                    default_entry: general
                    """, "rules.yaml", """
                    nosuchkey: 1
                    rules: [ { nosuchkey: 1, name: a, when: caller.withheld, then: { nosuchkey: 1, boost: 1s } } ]
                    """);

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "baro.yaml",
        "queues.yaml",
        "rules.yaml",
        "nhis/baro.yaml",
        "nhis/queues.yaml",
        "nhis/rules.yaml",
    })
    void whatWeHandOutIsRightByItsSchemaAndNamesIt(String file) throws IOException {
        String text = Files.readString(CONFIG.resolve(file));
        assertEquals(List.of(), schema(file).validate(text, InputFormat.YAML));
        String first = text.lines().findFirst().orElseThrow();
        assertTrue(first.startsWith("# yaml-language-server: $schema="), first);
        Path named = CONFIG.resolve(file).resolveSibling(first.substring(first.indexOf('=') + 1));
        assertTrue(Files.isSameFile(schemaFile(file), named), first);
    }

    @ParameterizedTest
    @CsvSource({"baro.yaml, 13", "queues.yaml, 6", "rules.yaml, 3"})
    void schemaAndParserHaveTheSameKeys(String file, int mappings) throws IOException {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir);
        directory.write(file, EVERY_MAPPING.get(file));
        Problems problems = new Problems();
        Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, problems);
        Map<String, Object> schema = tree(file);
        int seen = 0;
        for (String line : problems.errorLines()) {
            Matcher unknown = UNKNOWN_KEY.matcher(line);
            if (unknown.matches()) {
                seen++;
                Set<String> parsed = new TreeSet<>(List.of(unknown.group(2).split(", ", -1)));
                assertEquals(parsed, new TreeSet<>(keys(schema, unknown.group(1))), line);
            }
        }
        assertEquals(mappings, seen, String.join("\n", problems.errorLines()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "rules.yaml | rules: [ { name: a, when: caller.withheld, then: { bost: 1s } } ]",
                "rules.yaml | rules: [ { name: a, when: caller.withheld, then: { boost: 10 } } ]",
                "rules.yaml | rules: [ { name: a, then: { boost: 1s } } ]",
                "rules.yaml | share: 1000%",
                "queues.yaml | queues: [ { name: a, strategy: best } ]\\ndefault_entry: a",
                "queues.yaml | queues: [ { name: a, when_full: divert } ]\\ndefault_entry: a",
                "queues.yaml | queues: [ { name: a, ladder: [ { centres: all } ] } ]\\ndefault_entry: a",
                "queues.yaml | queues: [ { name: divert } ]\\ndefault_entry: divert",
                "baro.yaml | pbxs: []",
                "baro.yaml | journal_keep: { size: 10GB }",
                "baro.yaml | records: { store: mysql }",
                "baro.yaml | records: { store: postgresql, url: localhost }",
            })
    void mistakeIsMarkedInTheEditorToo(String file, String text) throws IOException {
        List<Error> errors = schema(file).validate(text.replace("\\n", "\n"), InputFormat.YAML);
        assertFalse(errors.isEmpty(), text);
    }

    @Test
    void everySchemaIsOfTheDraftItNames() throws IOException {
        for (String file : EVERY_MAPPING.keySet()) {
            assertEquals(
                    "https://json-schema.org/draft/2020-12/schema", tree(file).get("$schema"));
        }
    }

    private static Schema schema(String file) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schemaFile(file)), InputFormat.JSON);
    }

    private static Path schemaFile(String file) {
        String name = Path.of(file).getFileName().toString();
        return CONFIG.resolve("schema").resolve(name.replace(".yaml", ".schema.json"));
    }

    private static Map<String, Object> tree(String file) throws IOException {
        // JSON is YAML.
        return new Yaml().load(Files.readString(schemaFile(file)));
    }

    /** The keys of the mapping at that path, a dot behind each key; names that operators choose are followed too. */
    private static Set<String> keys(Map<String, Object> schema, String path) {
        Map<String, Object> at = schema;
        for (String key : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            if (key.isEmpty()) {
                continue;
            }
            Map<String, Object> properties = map(at.get("properties"));
            at = resolve(schema, map(properties.getOrDefault(key, at.get("additionalProperties"))));
            if (at.containsKey("items")) {
                at = resolve(schema, map(at.get("items")));
            }
        }
        return map(at.get("properties")).keySet();
    }

    private static Map<String, Object> resolve(Map<String, Object> schema, Map<String, Object> node) {
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
