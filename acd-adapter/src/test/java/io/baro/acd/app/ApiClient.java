package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks the API, and holds every answer to the schema that the document has for it. */
final class ApiClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final Map<String, Object> document = document();
    private String token;

    ApiClient(InetSocketAddress server) {
        address = "http://127.0.0.1:" + server.getPort();
    }

    /** From now on with that token. */
    ApiClient as(String other) {
        token = other;
        return this;
    }

    /** The document as it is served. */
    static Map<String, Object> document() {
        try (InputStream in = ApiClient.class.getResourceAsStream("/api/openapi.yaml")) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One answer. */
    record Answer(int status, String type, JsonNode body, HttpResponse<String> whole) {}

    JsonNode get(String template, String... values) {
        Answer answer = ask("GET", template, null, values);
        assertEquals(200, answer.status(), answer.whole()::body);
        return answer.body();
    }

    /** @param template a path of the document, behind /api/v1; a query may follow */
    Answer ask(String method, String template, String body, String... values) {
        HttpResponse<String> response = send(method, template, body, "application/json", values);
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode node = response.body().isEmpty() || !type.contains("json") ? null : JSON.readTree(response.body());
        check(method, template.split("\\?", 2)[0], response.statusCode(), type, response.body());
        return new Answer(response.statusCode(), type, node, response);
    }

    HttpResponse<String> send(String method, String template, String body, String contentType, String... values) {
        String path = template;
        for (String value : values) {
            path = path.replaceFirst("\\{[a-z]+}", value);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return exchange(request.build());
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines of a stream, as they come. */
    HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path));
        if (token != null) {
            request.header("Cookie", "baro_token=" + token);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    URI uri(String path) {
        return URI.create(address + path);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void check(String method, String template, int status, String type, String body) {
        Map<String, Object> operation = find(document, List.of("paths", template, method.toLowerCase(Locale.ROOT)));
        Map<String, Object> responses = find(operation, List.of("responses"));
        String key = responses.containsKey(Integer.toString(status)) ? Integer.toString(status) : "default";
        Map<String, Object> response = resolved(find(responses, List.of(key)));
        Map<String, Object> content = find(response, List.of("content"));
        assertEquals(List.copyOf(content.keySet()), List.of(type), method + " " + template + " " + status);
        Map<String, Object> schema = find(content, List.of(type, "schema"));
        List<Error> errors = schema(schema).validate(body, InputFormat.JSON);
        assertEquals(List.of(), new ArrayList<>(errors), method + " " + template + " " + status + " " + body);
    }

    /** The schema within the whole document, so that it may name others of it. */
    private Schema schema(Map<String, Object> schema) {
        Map<String, Object> whole = new HashMap<>(schema);
        whole.put("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(whole), InputFormat.JSON);
    }

    private Map<String, Object> resolved(Map<String, Object> node) {
        Object reference = node.get("$ref");
        return reference == null
                ? node
                : find(document, List.of(reference.toString().substring(2).split("/")));
    }

    // YAML has no types: a document of another shape fails the test.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> find(Map<String, Object> from, List<String> keys) {
        Object at = from;
        for (String key : keys) {
            at = ((Map<String, Object>) at).get(key);
            if (at == null) {
                throw new AssertionError("the document has no " + String.join(" ", keys));
            }
        }
        return (Map<String, Object>) at;
    }
}
