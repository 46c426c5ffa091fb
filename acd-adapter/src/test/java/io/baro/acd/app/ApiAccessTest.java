package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask what over HTTP, and what is said to requests that are wrong. */
class ApiAccessTest {
    @TempDir
    Path dir;

    private OneCentre centre;
    private ApiClient api;

    @BeforeEach
    void start() throws Exception {
        centre = new OneCentre(dir);
        Files.writeString(
                dir.resolve("tokens.csv"),
                "name,role,agent,sha256\n"
                        + "wall,viewer,," + sha256("token-of-wall") + "\n"
                        + "kim,agent,1001," + sha256("token-of-kim") + "\n"
                        + "lee,supervisor,," + sha256("token-of-lee") + "\n"
                        + "root,admin,," + sha256("token-of-root") + "\n");
        centre.start();
        api = new ApiClient(centre.server().httpAddress());
    }

    @AfterEach
    void close() {
        api.close();
        centre.close();
    }

    @Test
    void withoutItsTokenNobodyIsServedButProbesAre() {
        ApiClient.Answer answer = api.ask("GET", "/floor", null);
        assertEquals(401, answer.status());
        assertTrue(answer.whole().headers().firstValue("WWW-Authenticate").isPresent());
        assertEquals(401, api.as("another").ask("GET", "/floor", null).status());
        HttpResponse<String> health =
                api.exchange(HttpRequest.newBuilder(api.uri("/health")).build());
        assertEquals(200, health.statusCode());
    }

    @Test
    void eachRoleMayWhatItsRowSays() {
        api.as("token-of-wall");
        assertEquals("viewer", api.get("/me").get("role").asString());
        assertEquals(200, api.ask("GET", "/agents", null).status());
        assertEquals(
                403, api.ask("POST", "/agents/{agent}/logout", null, "1001").status());
        api.as("token-of-kim");
        assertEquals("1001", api.get("/me").get("agent").asString());
        assertEquals(403, api.ask("GET", "/agents", null).status());
        assertEquals(
                200,
                api.ask("POST", "/agents/{agent}/pause", "{\"reason\":2}", "1001")
                        .status());
        assertEquals(
                403,
                api.ask("POST", "/agents/{agent}/pause", "{\"reason\":2}", "1002")
                        .status());
        assertEquals(403, api.ask("GET", "/agents/{agent}", null, "1002").status());
        api.as("token-of-lee");
        assertEquals(
                200, api.ask("POST", "/agents/{agent}/logout", null, "1002").status());
        assertEquals(403, api.ask("POST", "/rules/rollback", "{\"version\":4}").status());
        api.as("token-of-root");
        assertEquals(200, api.ask("POST", "/rules/rollback", "{\"version\":4}").status());
    }

    @Test
    void aTokenThatIsTakenBackIsNoTokenAMomentLater() throws Exception {
        assertEquals(200, api.as("token-of-wall").ask("GET", "/me", null).status());
        Path tokens = dir.resolve("tokens.csv");
        Files.writeString(
                tokens,
                Files.readString(tokens).lines().filter(line -> !line.startsWith("wall")).toList().stream()
                        .reduce("", (text, line) -> text + line + "\n"));
        RunProcess.await("refusal", () -> api.ask("GET", "/me", null).status() == 401);
    }

    @Test
    void whoGuessesTokensIsToldToWait() {
        int status = 401;
        for (int guess = 0; guess < 50 && status == 401; guess++) {
            status = api.as("guess-" + guess).ask("GET", "/floor", null).status();
        }
        assertEquals(429, status);
    }

    @Test
    void wrongRequestsAreToldWhatIsWrong() {
        api.as("token-of-root");
        assertEquals(404, api.ask("GET", "/agents/{agent}", null, "9999").status());
        assertEquals(404, api.ask("GET", "/calls/{call}", null, "nosuch").status());
        assertEquals(422, api.ask("GET", "/agents?limit=0", null).status());
        assertEquals(422, api.ask("GET", "/events?topics=weather", null).status());
        assertEquals(400, api.ask("POST", "/agents/{agent}/pause", "{", "1001").status());
        assertEquals(
                400, api.ask("POST", "/agents/{agent}/pause", "[1]", "1001").status());
        assertEquals(422, api.ask("POST", "/agents/{agent}/pause", "{}", "1001").status());
        assertEquals(
                422,
                api.ask("POST", "/agents/{agent}/pause", "{\"reason\":\"3\"}", "1001")
                        .status());
        assertEquals(
                422,
                api.ask("POST", "/agents/{agent}/pause", "{\"reason\":100}", "1001")
                        .status());
        assertEquals(
                422,
                api.ask("POST", "/agents/{agent}/pause", "{\"reason\":1,\"x\":1}", "1001")
                        .status());
        assertEquals(
                415,
                api.send("POST", "/agents/{agent}/pause", "reason=3", "text/plain", "1001")
                        .statusCode());
        assertEquals(
                413,
                api.ask("POST", "/rules/check", "{\"text\":\"" + "x".repeat(700_000) + "\"}")
                        .status());
        HttpResponse<String> method = api.send("PATCH", "/agents/{agent}", "{}", "application/json", "1001");
        assertEquals(405, method.statusCode());
        assertEquals("GET", method.headers().firstValue("Allow").orElse(""));
        assertEquals(
                "application/problem+json",
                method.headers().firstValue("Content-Type").orElse(""));
        assertEquals(404, api.send("GET", "/nosuch", null, "").statusCode());
    }

    @Test
    void whatTheRouterRefusesIsTold409WithItsReason() {
        api.as("token-of-root");
        assertEquals(
                200, api.ask("POST", "/agents/{agent}/logout", null, "1001").status());
        ApiClient.Answer answer = api.ask("POST", "/agents/{agent}/ready", null, "1001");
        assertEquals(409, answer.status(), answer.whole()::body);
        assertEquals("wrong_state", answer.body().get("reason").asString());
    }

    @Test
    void aPageOfAnotherAddressMayChangeNothing() {
        HttpRequest request = HttpRequest.newBuilder(api.uri("/api/v1/agents/1001/logout"))
                .header("Authorization", "Bearer token-of-root")
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertEquals(403, api.exchange(request).statusCode());
    }

    @Test
    void theConsoleIsServedWithAPolicyThatLetsNothingElseIn() {
        HttpResponse<String> page =
                api.exchange(HttpRequest.newBuilder(api.uri("/console/")).build());
        assertEquals(200, page.statusCode());
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'self'"));
        HttpResponse<String> outside =
                api.exchange(HttpRequest.newBuilder(api.uri("/console/..%2f..%2fapi/openapi.yaml"))
                        .build());
        assertEquals(404, outside.statusCode());
        assertEquals(200, api.send("GET", "/openapi.yaml", null, "").statusCode());
    }

    private static String sha256(String token) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
