package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.HttpAddress;
import io.baro.acd.config.Problems;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Baro is asked, and as whom. */
class ConnectionTest {
    @TempDir
    Path dir;

    private ContractServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ContractServer().on("GET /floor", 200, Documents.FLOOR);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void addressOfTheConfigurationIsEnough() throws IOException {
        Files.writeString(
                dir.resolve("baro.yaml"),
                "http: { host: 0.0.0.0, port: " + URI.create(server.url()).getPort() + " }\npbxs: unread\n");
        CommandRun run = new CommandRun();
        assertEquals(0, run.baro("queues", "--config", dir.toString()), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "{} | http://127.0.0.1:9400",
                "http: { port: 9500 } | http://127.0.0.1:9500",
                "http: { host: '::' } | http://[::1]:9400",
                "http: { host: '::1', port: 81 } | http://[::1]:81",
                "http: { host: pbx.example, tls: { cert: a, key: b } } | https://pbx.example:9400",
            })
    void addressIsWhereTheConfigurationListens(String yaml, String url) throws IOException {
        Files.writeString(dir.resolve("baro.yaml"), yaml + "\n");
        assertEquals(Optional.of(URI.create(url)), HttpAddress.of(dir, new Problems()));
    }

    @Test
    void mistakeInTheConfigurationIsItsLine() throws IOException {
        Files.writeString(dir.resolve("baro.yaml"), "http: { port: many }\n");
        CommandRun run = new CommandRun();
        assertEquals(2, run.baro("queues", "--config", dir.toString()));
        assertEquals(
                List.of("baro.yaml:1:15: http.port is \"many\"; write a whole number from 1 to 65535"), run.errLines());
    }

    @Test
    void optionWinsOverEnvironmentAndStandsBeforeOrBehindTheSubcommand() {
        server.on("POST /agents/1001/login", 200, Documents.TALKING_AGENT);
        CommandRun run = new CommandRun().with(Connection.URL, "http://127.0.0.1:1");
        assertEquals(0, run.baro("agents", "login", "1001", "--url", server.url() + "/"), run.err());
        assertEquals(0, run.baro("agents", "--url", server.url(), "login", "1001"), run.err());
        assertEquals(0, run.baro("queues", "--url=" + server.url()), run.err());
    }

    @ParameterizedTest
    @CsvSource({"ftp://here", "127.0.0.1:9400", "http://", "http://a b", "http://here/?q=1"})
    void whatIsNoAddressIsOneLine(String url) {
        CommandRun run = new CommandRun();
        assertEquals(2, run.baro("queues", "--url", url));
        assertEquals(
                List.of("--url is \"" + url + "\", no address; write one like http://127.0.0.1:9400"), run.errLines());
    }

    @Test
    void tokenIsOfTheFileElseOfTheEnvironment() throws IOException {
        Path file = Files.writeString(dir.resolve("token"), "of-the-file\nnot this\n");
        CommandRun run = CommandRun.to(server);
        run.baro("queues");
        run.with(Connection.TOKEN, "of-the-environment").baro("queues");
        run.baro("queues", "--token-file", file.toString());
        assertEquals(List.of("", "Bearer of-the-environment", "Bearer of-the-file"), server.tokens());
        assertEquals("", run.err());
    }

    @Test
    void whatIsNoTokenIsNotRepeated() throws IOException {
        Path file = Files.writeString(dir.resolve("token"), "two words\n");
        CommandRun run = CommandRun.to(server);
        assertEquals(2, run.baro("queues", "--token-file", file.toString()));
        assertEquals(List.of(file + ": holds no token; baro token create makes one"), run.errLines());
        assertEquals(2, run.baro("queues", "--token-file", dir.resolve("none").toString()));
        assertEquals(
                List.of(dir.resolve("none") + ": cannot be read; name a file whose first line is the token"),
                run.errLines());
        assertEquals(List.of(), server.requests());
    }

    @Test
    void tokenOnAWireThatOthersReadIsAWarning() {
        CommandRun run = new CommandRun().with(Connection.TOKEN, "t");
        assertEquals(2, run.baro("queues", "--url", "http://nobody.invalid:9400"));
        assertEquals(
                "warning: the token goes to nobody.invalid unencrypted; use https",
                run.errLines().getFirst());
        assertEquals(2, run.errLines().size());
    }

    @Test
    void whatIsNoCertificateIsOneLine() throws IOException {
        Path file = Files.writeString(dir.resolve("ca.pem"), "no certificate\n");
        CommandRun run = new CommandRun();
        assertEquals(2, run.baro("queues", "--url", "https://127.0.0.1:1", "--ca", file.toString()));
        assertTrue(run.err().startsWith(file + ": "), run.err());
        assertTrue(run.err().strip().endsWith("; name a PEM file by --ca"), run.err());
    }
}
