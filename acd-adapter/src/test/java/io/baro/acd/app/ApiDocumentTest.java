package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.api.Api;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document describes what is served, and nothing else. */
class ApiDocumentTest {
    @TempDir
    Path dir;

    @Test
    // YAML has no types: a document of another shape fails the test.
    @SuppressWarnings("unchecked")
    void eachOperationOfTheDocumentIsServedAndTheOtherWayRound() throws Exception {
        TreeSet<String> described = new TreeSet<>();
        ((Map<String, Map<String, Object>>) ApiClient.document().get("paths"))
                .forEach((path, operations) -> operations
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        TreeSet<String> served = new TreeSet<>();
        try (OneCentre centre = new OneCentre(dir)) {
            centre.start();
            centre.server().api().endpoints().stream()
                    .filter(endpoint -> endpoint.path().startsWith(Api.BASE)
                            && !endpoint.path().endsWith(".yaml"))
                    .forEach(endpoint ->
                            served.add(endpoint.method() + " " + endpoint.path().substring(Api.BASE.length())));
        }
        assertEquals(described, served);
    }
}
