package io.baro.acd.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The API's own description, to hold documents to it. */
final class Contract {
    private static final Map<String, Object> API = api();

    private Contract() {}

    /** What is wrong with a document by the schema of that name. */
    static List<String> problems(String schema, String document) {
        return problemsAt("#/components/schemas/" + schema, document);
    }

    /** What is wrong with the body of a request to that path. */
    static List<String> problemsOfRequest(String method, String path, String document) {
        String escaped = path.replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
        return problemsAt(
                "#/paths/" + escaped + "/" + method + "/requestBody/content/application~1json/schema", document);
    }

    private static List<String> problemsAt(String pointer, String document) {
        Map<String, Object> whole = Map.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$ref",
                pointer,
                "components",
                API.get("components"),
                "paths",
                API.get("paths"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonMapper.builder().build().writeValueAsString(whole), InputFormat.JSON);
        return schema.validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Map<String, Object> api() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/api/openapi.yaml")) {
            return new Yaml().load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
