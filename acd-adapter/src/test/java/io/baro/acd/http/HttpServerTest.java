package io.baro.acd.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private final Map<String, Page> pages = Map.of(
            "/health", () -> Page.Answer.text("alive\n"), "/ready", () -> Page.Answer.json(503, "{\"ready\":false}"));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.start("127.0.0.1", 0, pages);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pagesAreAnsweredWithTheirStatus() throws IOException {
        assertTrue(get("GET /health HTTP/1.1").startsWith("HTTP/1.1 200 OK"));
        assertTrue(get("GET /health?x=1 HTTP/1.1").endsWith("alive\n"));
        String ready = get("GET /ready HTTP/1.1");
        assertTrue(ready.startsWith("HTTP/1.1 503 "));
        assertTrue(ready.endsWith("{\"ready\":false}"));
    }

    @Test
    void whatIsNoPageIsRefusedPolitely() throws IOException {
        assertTrue(get("GET /secret HTTP/1.1").startsWith("HTTP/1.1 404 "));
        assertTrue(get("POST /health HTTP/1.1").startsWith("HTTP/1.1 405 "));
        assertTrue(get("nonsense").startsWith("HTTP/1.1 400 "));
    }

    @Test
    void portInUseIsToldToWhoeverStartsIt() {
        int taken = server.address().getPort();
        IOException refused = assertThrows(IOException.class, () -> HttpServer.start("127.0.0.1", taken, pages));
        assertTrue(refused.getMessage().contains("Address already in use"), refused.getMessage());
    }

    @Test
    void itListensWhereItWasToldOnly() {
        assertEquals("127.0.0.1", server.address().getAddress().getHostAddress());
    }

    private String get(String requestLine) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
