package io.baro.acd.cli;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON document for the server, built field by field; a field without a value is left out. One thread. */
final class RequestBody {
    private final ObjectNode node = JsonMapper.builder().build().createObjectNode();

    RequestBody with(String name, String value) {
        node.put(name, value);
        return this;
    }

    RequestBody with(String name, long value) {
        node.put(name, value);
        return this;
    }

    RequestBody with(String name, Map<String, Integer> values) {
        ObjectNode object = node.putObject(name);
        values.forEach(object::put);
        return this;
    }

    String json() {
        return node.toString();
    }
}
