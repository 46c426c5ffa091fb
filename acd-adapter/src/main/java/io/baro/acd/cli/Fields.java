package io.baro.acd.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document of the server, read field by field. A field that is missing reads as null, so that an older or newer server does not end
 * a command. Immutable; any thread.
 */
record Fields(JsonNode node) {
    /** What a table shows where there is nothing. */
    static final String NOTHING = "-";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Empty object when the text is no JSON. */
    static Fields of(String text) {
        try {
            return new Fields(MAPPER.readTree(text));
        } catch (JacksonException noJson) {
            return new Fields(MAPPER.createObjectNode());
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The field as a word; a dash: there is none. */
    String text(String name) {
        return textOr(name, NOTHING);
    }

    String textOr(String name, String otherwise) {
        return has(name) ? node.path(name).asString(otherwise) : otherwise;
    }

    OptionalLong number(String name) {
        return has(name) ? OptionalLong.of(node.path(name).asLong(0)) : OptionalLong.empty();
    }

    /** The number; 0: there is none. */
    long count(String name) {
        return number(name).orElse(0);
    }

    OptionalDouble fraction(String name) {
        return has(name) ? OptionalDouble.of(node.path(name).asDouble(0)) : OptionalDouble.empty();
    }

    boolean is(String name) {
        return node.path(name).asBoolean(false);
    }

    /** The object under that name; one without fields: there is none. */
    Fields part(String name) {
        return new Fields(node.path(name));
    }

    /** The objects of the list under that name. */
    List<Fields> list(String name) {
        return new Fields(node.path(name)).items();
    }

    /** The objects of a list. */
    List<Fields> items() {
        return StreamSupport.stream(node.spliterator(), false).map(Fields::new).toList();
    }

    /** The words of the list under that name. */
    List<String> words(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false)
                .map(word -> word.asString(NOTHING))
                .toList();
    }

    /** The numbers of an object, by name. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong(0)));
        return counts;
    }
}
